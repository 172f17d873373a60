package pro.reelsai.voice.speech.local;

import pro.reelsai.voice.sound.Pcm;

/**
 * A silence of a wanted length, made from the end of what was said before and the beginning of what is said next, so that
 * sounds die away and set in naturally.
 */
final class Silence {
    /** A cut is faded over this time, in seconds, so that it does not click. */
    private static final double FADE = 0.004;

    private Silence() {}

    /**
     * Makes a silence.
     *
     * @param tail the sound after the last phone
     * @param head the sound before the next phone
     * @param samples the wanted length
     */
    static short[] between(Slice tail, Slice head, int samples) {
        short[] silence = new short[samples];
        int tailLength = Math.min(tail.length(), samples - samples / 2);
        int headLength = Math.min(head.length(), samples / 2);
        System.arraycopy(tail.audio.samples(), tail.from, silence, 0, tailLength);
        System.arraycopy(head.audio.samples(), head.to - headLength, silence, samples - headLength, headLength);
        fade(silence, tailLength - 1, -1, tail.fadeSamples());
        fade(silence, samples - headLength, 1, head.fadeSamples());
        return silence;
    }

    /** Fades in from a sample in a direction. */
    private static void fade(short[] sound, int from, int direction, int length) {
        for (int i = 0, at = from; i < length && at >= 0 && at < sound.length; i++, at += direction) {
            sound[at] = (short) (sound[at] * (double) i / length);
        }
    }

    /**
     * A part of a sound.
     *
     * @param audio the sound
     * @param from its first sample
     * @param to the sample after its last
     */
    record Slice(Pcm audio, int from, int to) {
        int length() {
            return to - from;
        }

        private int fadeSamples() {
            return (int) (FADE * audio.rate());
        }

        Slice firstHalf() {
            return new Slice(audio, from, from + length() / 2);
        }

        Slice secondHalf() {
            return new Slice(audio, from + length() / 2, to);
        }
    }
}
