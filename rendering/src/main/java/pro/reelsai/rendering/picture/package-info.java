/** Readies what a timeline shows, and has FFmpeg draw it. */
@NullMarked
package pro.reelsai.rendering.picture;

import org.jspecify.annotations.NullMarked;
