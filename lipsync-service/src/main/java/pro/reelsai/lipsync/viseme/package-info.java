/** What a mouth does while it speaks: from phones and loudness to a mouth shape a frame. Pure arithmetic. */
@NullMarked
package pro.reelsai.lipsync.viseme;

import org.jspecify.annotations.NullMarked;
