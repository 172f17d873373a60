/** A stand-in for ElevenLabs that speaks its published protocol. */
@NullMarked
package pro.reelsai.local.elevenlabs;

import org.jspecify.annotations.NullMarked;
