/**
 * FFmpeg as a recording: what it would make is there at once, so that a benchmark measures everything around it. In no
 * delivered package; {@code -Drecorded} builds packages with it, in a folder apart.
 */
@NullMarked
package pro.reelsai.stage.recorded;

import org.jspecify.annotations.NullMarked;
