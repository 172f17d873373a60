package pro.reelsai.lipsync.viseme;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * How loud a speech is, frame by frame, relative to itself: 1 is as loud as its loud syllables (the 95th percentile), a
 * little more is possible, 0 is silence.
 */
public final class Loudness {
    private static final double HALF_WINDOW_SECONDS = 0.02;
    private static final double LOUD_PERCENTILE = 0.95;
    private static final double CEILING = 1.2;
    /** About -60 dBFS; keeps the noise of an otherwise silent file from being taken for speech. */
    private static final double NOISE_FLOOR = 0.001;

    private final double[] perFrame;

    private Loudness(double[] perFrame) {
        this.perFrame = perFrame;
    }

    /**
     * Measures a decoded speech.
     *
     * @param pcm signed 16-bit little-endian samples, one channel
     * @param sampleRate samples a second
     * @param frames how many frames to measure; frames past the end are silent
     * @param framesPerSecond the video's frame rate
     */
    public static Loudness ofPcm(byte[] pcm, int sampleRate, int frames, int framesPerSecond) {
        var samples = ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        int halfWindow = (int) (sampleRate * HALF_WINDOW_SECONDS);
        double[] rms = new double[frames];
        for (int frame = 0; frame < frames; frame++) {
            int centre = (int) ((frame + 0.5) / framesPerSecond * sampleRate);
            int from = Math.max(0, centre - halfWindow);
            int to = Math.min(samples.limit(), centre + halfWindow);
            double power = 0;
            for (int i = from; i < to; i++) {
                double sample = samples.get(i) / 32768.0;
                power += sample * sample;
            }
            rms[frame] = to > from ? Math.sqrt(power / (to - from)) : 0;
        }
        return new Loudness(smoothed(relative(rms)));
    }

    /** The loudness around a frame, 0 to 1.2; 0 outside of the speech. */
    public double at(int frame) {
        return frame >= 0 && frame < perFrame.length ? perFrame[frame] : 0;
    }

    private static double[] relative(double[] rms) {
        double[] sounding =
                Arrays.stream(rms).filter(v -> v > NOISE_FLOOR).sorted().toArray();
        if (sounding.length == 0) {
            return new double[rms.length];
        }
        double loud = sounding[(int) ((sounding.length - 1) * LOUD_PERCENTILE)];
        return Arrays.stream(rms).map(v -> Math.min(CEILING, v / loud)).toArray();
    }

    private static double[] smoothed(double[] values) {
        double[] smooth = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double before = values[Math.max(0, i - 1)];
            double after = values[Math.min(values.length - 1, i + 1)];
            smooth[i] = (before + values[i] + after) / 3;
        }
        return smooth;
    }
}
