/** The voices of OpenAI, or any server that speaks like it. */
@NullMarked
package pro.reelsai.voice.speech.openai;

import org.jspecify.annotations.NullMarked;
