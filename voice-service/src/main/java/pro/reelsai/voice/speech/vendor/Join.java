package pro.reelsai.voice.speech.vendor;

import java.util.Arrays;
import pro.reelsai.voice.sound.Pcm;
import pro.reelsai.voice.timing.Span;

/** Joins sounds to one; every cut is in a silence and faded, so that none clicks. */
final class Join {
    private static final double FADE = 0.006;

    private final int rate;
    private short[] samples = new short[0];

    Join(int rate) {
        this.rate = rate;
    }

    double seconds() {
        return (double) samples.length / rate;
    }

    void silence(double seconds) {
        samples = Arrays.copyOf(samples, samples.length + (int) Math.round(seconds * rate));
    }

    /**
     * Adds a part of a sound.
     *
     * @return by how much its times move
     */
    double add(Pcm sound, Span part) {
        int from = sound.sampleAt(part.start());
        int to = sound.sampleAt(part.end());
        int at = samples.length;
        samples = Arrays.copyOf(samples, at + to - from);
        System.arraycopy(sound.samples(), from, samples, at, to - from);
        int fade = Math.min((int) (FADE * rate), (to - from) / 2);
        for (int i = 0; i < fade; i++) {
            samples[at + i] = (short) (samples[at + i] * (double) i / fade);
            samples[samples.length - 1 - i] = (short) (samples[samples.length - 1 - i] * (double) i / fade);
        }
        return (double) (at - from) / rate;
    }

    Pcm sound() {
        return new Pcm(samples, rate);
    }
}
