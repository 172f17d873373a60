/** The captions as subtitle files for players. */
@NullMarked
package pro.reelsai.caption.subtitle;

import org.jspecify.annotations.NullMarked;
