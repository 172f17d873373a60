/** What every caller of OpenAI, or of a server that speaks like it, shares: the key, and what its errors mean. */
@NullMarked
package pro.reelsai.stage.provider.openai;

import org.jspecify.annotations.NullMarked;
