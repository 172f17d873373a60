package pro.reelsai.e2e;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The decoded sound of a file as a level every {@value #HOP_MS} milliseconds.
 *
 * @param levels root mean square of each window, 0 to 1
 */
record Sound(double[] levels) {
    static final int HOP_MS = 5;
    private static final int RATE = 16_000;
    private static final int HOP = RATE * HOP_MS / 1000;
    /** Below this a window counts as silent; the pauses between our sentences are far below it. */
    private static final double SILENCE = Math.pow(10, -50 / 20.0);

    static Sound of(Path file) throws IOException, InterruptedException {
        byte[] pcm = Tool.output(
                "ffmpeg",
                "-nostdin",
                "-v",
                "error",
                "-i",
                file.toString(),
                "-vn",
                "-ac",
                "1",
                "-ar",
                "" + RATE,
                "-f",
                "s16le",
                "-");
        var samples = ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        double[] levels = new double[samples.remaining() / HOP];
        for (int window = 0; window < levels.length; window++) {
            double energy = 0;
            for (int i = 0; i < HOP; i++) {
                double sample = samples.get(window * HOP + i) / 32768.0;
                energy += sample * sample;
            }
            levels[window] = Math.sqrt(energy / HOP);
        }
        return new Sound(levels);
    }

    double seconds() {
        return levels.length * HOP_MS / 1000.0;
    }

    /** When speech begins after at least that much silence, in seconds. */
    List<Double> onsetsAfterSilence(double silenceSeconds) {
        List<Double> onsets = new ArrayList<>();
        int silent = (int) (silenceSeconds * 1000 / HOP_MS); // the file's very beginning counts as silence
        for (int i = 0; i < levels.length; i++) {
            if (levels[i] < SILENCE) {
                silent++;
                continue;
            }
            if (silent * HOP_MS >= silenceSeconds * 1000) {
                onsets.add(i * HOP_MS / 1000.0);
            }
            silent = 0;
        }
        return onsets;
    }

    /** When the last sound is heard, in seconds. */
    double lastSound() {
        for (int i = levels.length - 1; i >= 0; i--) {
            if (levels[i] >= SILENCE) {
                return (i + 1) * HOP_MS / 1000.0;
            }
        }
        return 0;
    }

    /** Whether nothing is heard around a time, in seconds, within that distance. */
    boolean isSilentAround(double time, double distance) {
        int from = Math.max(0, (int) ((time - distance) * 1000 / HOP_MS));
        int to = Math.min(levels.length - 1, (int) ((time + distance) * 1000 / HOP_MS));
        for (int i = from; i <= to; i++) {
            if (levels[i] >= SILENCE) {
                return false;
            }
        }
        return true;
    }

    /** The mean level around every frame of a film, for comparison with its picture. */
    double[] perFrame(int frames, double framesPerSecond) {
        double[] perFrame = new double[frames];
        for (int frame = 0; frame < frames; frame++) {
            int from = (int) (frame * 1000 / framesPerSecond / HOP_MS);
            int to = Math.min(levels.length, (int) ((frame + 1) * 1000 / framesPerSecond / HOP_MS));
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += levels[i];
            }
            perFrame[frame] = to > from ? sum / (to - from) : 0;
        }
        return perFrame;
    }
}
