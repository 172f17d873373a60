/** Speech made on our own machine: Festival and flite, sentence by sentence with our own pauses. */
@NullMarked
package pro.reelsai.voice.speech.local;

import org.jspecify.annotations.NullMarked;
