/** The caption font and how wide it draws a text. */
@NullMarked
package pro.reelsai.caption.font;

import org.jspecify.annotations.NullMarked;
