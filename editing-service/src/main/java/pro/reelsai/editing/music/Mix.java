package pro.reelsai.editing.music;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** A stereo sound that grows: tones are added to it. */
final class Mix {
    /** Samples a second. */
    static final int RATE = 48_000;

    private static final int HEADER_BYTES = 44;
    private static final int FRAME_BYTES = 4;
    private static final float CEILING = 0.7f;

    final float[] left;
    final float[] right;

    Mix(int samples) {
        this.left = new float[samples];
        this.right = new float[samples];
    }

    int samples() {
        return left.length;
    }

    /** Adds a sample; what lies behind the end is dropped. */
    void add(int at, float toLeft, float toRight) {
        if (at >= 0 && at < left.length) {
            left[at] += toLeft;
            right[at] += toRight;
        }
    }

    /** Adds another mix of the same length. */
    void add(Mix other, float gain) {
        for (int i = 0; i < left.length; i++) {
            left[i] += other.left[i] * gain;
            right[i] += other.right[i] * gain;
        }
    }

    /** Writes a WAV file, 16 bit, as loud as it may be without clipping. */
    void write(Path wav) throws IOException {
        float peak = 1e-6f;
        for (int i = 0; i < left.length; i++) {
            peak = Math.max(peak, Math.max(Math.abs(left[i]), Math.abs(right[i])));
        }
        float gain = CEILING * Short.MAX_VALUE / peak;
        ByteBuffer bytes =
                ByteBuffer.allocate(HEADER_BYTES + left.length * FRAME_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header(bytes);
        for (int i = 0; i < left.length; i++) {
            bytes.putShort((short) Math.round(left[i] * gain)).putShort((short) Math.round(right[i] * gain));
        }
        try (OutputStream out = Files.newOutputStream(wav)) {
            out.write(bytes.array());
        }
    }

    private void header(ByteBuffer bytes) {
        int data = left.length * FRAME_BYTES;
        bytes.put(new byte[] {'R', 'I', 'F', 'F'}).putInt(HEADER_BYTES - 8 + data);
        bytes.put(new byte[] {'W', 'A', 'V', 'E', 'f', 'm', 't', ' '}).putInt(16);
        bytes.putShort((short) 1).putShort((short) 2).putInt(RATE).putInt(RATE * FRAME_BYTES);
        bytes.putShort((short) FRAME_BYTES).putShort((short) 16);
        bytes.put(new byte[] {'d', 'a', 't', 'a'}).putInt(data);
    }
}
