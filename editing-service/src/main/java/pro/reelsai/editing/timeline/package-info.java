/** What is on screen when and where, planned in plain Java; knows nothing of FFmpeg. Times are whole frames. */
@NullMarked
package pro.reelsai.editing.timeline;

import org.jspecify.annotations.NullMarked;
