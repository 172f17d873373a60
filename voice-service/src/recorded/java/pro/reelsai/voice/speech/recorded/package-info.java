/** A voice that has spoken already. In no delivered package; see {@code pro.reelsai.stage.recorded}. */
@NullMarked
package pro.reelsai.voice.speech.recorded;

import org.jspecify.annotations.NullMarked;
