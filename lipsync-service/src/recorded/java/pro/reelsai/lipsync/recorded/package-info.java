/** An actor who has spoken already. In no delivered package; see {@code pro.reelsai.stage.recorded}. */
@NullMarked
package pro.reelsai.lipsync.recorded;

import org.jspecify.annotations.NullMarked;
