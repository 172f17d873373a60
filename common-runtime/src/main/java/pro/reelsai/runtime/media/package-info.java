/** FFmpeg and ffprobe, the only way to them. */
@NullMarked
package pro.reelsai.runtime.media;

import org.jspecify.annotations.NullMarked;
