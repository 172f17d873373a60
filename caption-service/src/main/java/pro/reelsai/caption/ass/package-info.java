/** The captions as Advanced SubStation Alpha, which libass draws. */
@NullMarked
package pro.reelsai.caption.ass;

import org.jspecify.annotations.NullMarked;
