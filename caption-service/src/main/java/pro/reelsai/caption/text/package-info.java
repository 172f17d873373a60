/** Which words are on screen together and when, planned in plain Java. */
@NullMarked
package pro.reelsai.caption.text;

import org.jspecify.annotations.NullMarked;
