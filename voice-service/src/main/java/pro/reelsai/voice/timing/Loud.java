package pro.reelsai.voice.timing;

import java.util.Arrays;
import pro.reelsai.voice.sound.Pcm;

/** Which parts of a sound are loud, in frames of 10 ms. */
public final class Loud {
    private static final double FRAME = 0.01;
    /** What is this much quieter than the loudest frame counts as a pause: -34 dB. */
    private static final double QUIET = 0.02;

    private final boolean[] frames;

    private Loud(boolean[] frames) {
        this.frames = frames;
    }

    /** Listens to a sound. */
    public static Loud of(Pcm sound) {
        int size = Math.max(1, (int) (FRAME * sound.rate()));
        double[] energy = new double[Math.max(1, Math.ceilDiv(sound.samples().length, size))];
        for (int i = 0; i < sound.samples().length; i++) {
            energy[i / size] += (double) sound.samples()[i] * sound.samples()[i];
        }
        double loudest = Arrays.stream(energy).max().orElse(0);
        boolean[] frames = new boolean[energy.length];
        for (int i = 0; i < energy.length; i++) {
            frames[i] = loudest > 0 && Math.sqrt(energy[i]) > Math.sqrt(loudest) * QUIET;
        }
        return new Loud(frames);
    }

    /** How many frames there are. */
    int count() {
        return frames.length;
    }

    boolean at(int frame) {
        return frames[frame];
    }

    /** The part from the first loud frame to the last; the whole sound if none is. */
    public Span whole() {
        return trimmed(new Span(0, frames.length * FRAME));
    }

    /** The part of a span from its first loud frame to its last; the span itself if none is. */
    public Span trimmed(Span span) {
        int first = Math.clamp((long) (span.start() / FRAME), 0, frames.length);
        int last = Math.clamp((long) Math.ceil(span.end() / FRAME), 0, frames.length) - 1;
        while (first < last && !frames[first]) {
            first++;
        }
        while (last > first && !frames[last]) {
            last--;
        }
        boolean any = first <= last && frames[first];
        return any ? new Span(Math.max(span.start(), first * FRAME), Math.min(span.end(), (last + 1) * FRAME)) : span;
    }

    /** The time at which a frame begins, in seconds. */
    static double time(int frame) {
        return frame * FRAME;
    }
}
