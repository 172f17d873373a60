/** Plans what is on screen when and where, in plain Java; knows nothing of FFmpeg. */
@NullMarked
package pro.reelsai.editing.timeline;

import org.jspecify.annotations.NullMarked;
