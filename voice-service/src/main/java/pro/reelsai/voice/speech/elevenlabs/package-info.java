/** The voices of ElevenLabs. */
@NullMarked
package pro.reelsai.voice.speech.elevenlabs;

import org.jspecify.annotations.NullMarked;
