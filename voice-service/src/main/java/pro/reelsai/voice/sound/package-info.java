/** Makes raw speech sound like an ad. */
@NullMarked
package pro.reelsai.voice.sound;

import org.jspecify.annotations.NullMarked;
