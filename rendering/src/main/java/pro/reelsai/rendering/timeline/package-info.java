/** What is on screen when and where, in whole frames and pixels; knows nothing of FFmpeg. */
@NullMarked
package pro.reelsai.rendering.timeline;

import org.jspecify.annotations.NullMarked;
