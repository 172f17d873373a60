/** A stand-in for OpenAI that speaks its published protocol. */
@NullMarked
package pro.reelsai.local.openai;

import org.jspecify.annotations.NullMarked;
