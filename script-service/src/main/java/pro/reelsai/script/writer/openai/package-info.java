/** Scripts by OpenAI, or any server that speaks like it. */
@NullMarked
package pro.reelsai.script.writer.openai;

import org.jspecify.annotations.NullMarked;
