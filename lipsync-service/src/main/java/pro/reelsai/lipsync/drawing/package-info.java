/** Draws a presenter frame by frame with Skija; the only package that touches native drawing objects. */
@NullMarked
package pro.reelsai.lipsync.drawing;

import org.jspecify.annotations.NullMarked;
