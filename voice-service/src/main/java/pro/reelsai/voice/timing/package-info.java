/** When words and phones are heard in a sound whose text is known. */
@NullMarked
package pro.reelsai.voice.timing;

import org.jspecify.annotations.NullMarked;
