/** What all vendors' voices share: texts cut to their limit, sounds joined, words timed. */
@NullMarked
package pro.reelsai.voice.speech.vendor;

import org.jspecify.annotations.NullMarked;
