/** The voice stage: speaks the script and says when every word is heard. */
@NullMarked
package pro.reelsai.voice;

import org.jspecify.annotations.NullMarked;
