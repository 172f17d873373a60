package pro.reelsai.voice.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Mono sound, uncompressed.
 *
 * @param samples signed 16-bit samples; not to be changed
 * @param rate samples per second
 */
public record Pcm(short[] samples, int rate) {
    private static final int HEADER_BYTES = 44;
    private static final int FMT = fourCc("fmt ");
    private static final int DATA = fourCc("data");

    /** The length in seconds. */
    public double seconds() {
        return (double) samples.length / rate;
    }

    /** The sample that is heard at a time, clamped to the sound. */
    public int sampleAt(double seconds) {
        return (int) Math.clamp(Math.round(seconds * rate), 0, samples.length);
    }

    /**
     * Reads a RIFF WAVE file of 16-bit mono sound.
     *
     * @throws IOException if the file is not that
     */
    public static Pcm read(Path file) throws IOException {
        ByteBuffer riff = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (riff.remaining() < HEADER_BYTES) {
            throw new IOException("Not a sound file: " + file.getFileName());
        }
        riff.position(12);
        int rate = 0;
        while (riff.remaining() >= 8) {
            int chunk = riff.getInt();
            // A size that is too large is what an engine writes that did not know the length when it began.
            int size = (int) Math.min(Integer.toUnsignedLong(riff.getInt()), riff.remaining());
            if (chunk == FMT) {
                if (riff.getShort(riff.position() + 2) != 1 || riff.getShort(riff.position() + 14) != 16) {
                    throw new IOException("Not 16-bit mono sound: " + file.getFileName());
                }
                rate = riff.getInt(riff.position() + 4);
            } else if (chunk == DATA && rate > 0) {
                short[] samples = new short[size / 2];
                riff.asShortBuffer().get(samples);
                return new Pcm(samples, rate);
            }
            riff.position(Math.min(riff.limit(), riff.position() + size + (size & 1)));
        }
        throw new IOException("No sound in " + file.getFileName());
    }

    /** Writes a RIFF WAVE file. */
    public void write(Path file) throws IOException {
        int bytes = samples.length * 2;
        ByteBuffer riff = ByteBuffer.allocate(HEADER_BYTES + bytes).order(ByteOrder.LITTLE_ENDIAN);
        riff.putInt(fourCc("RIFF")).putInt(36 + bytes).putInt(fourCc("WAVE"));
        riff.putInt(FMT).putInt(16).putShort((short) 1).putShort((short) 1);
        riff.putInt(rate).putInt(rate * 2).putShort((short) 2).putShort((short) 16);
        riff.putInt(DATA).putInt(bytes);
        riff.asShortBuffer().put(samples);
        Files.write(file, riff.array());
    }

    private static int fourCc(String name) {
        return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
    }
}
