/** Draws a timeline with FFmpeg: readies every asset, then composes all of it in one run. */
@NullMarked
package pro.reelsai.editing.picture;

import org.jspecify.annotations.NullMarked;
