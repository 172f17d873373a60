/** Turns a written script into words that can be spoken, without losing track of what was written. */
@NullMarked
package pro.reelsai.voice.text;

import org.jspecify.annotations.NullMarked;
