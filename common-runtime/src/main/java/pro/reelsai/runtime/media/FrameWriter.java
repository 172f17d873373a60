package pro.reelsai.runtime.media;

import java.io.IOException;
import java.io.OutputStream;

/** Writes raw frames or samples to FFmpeg's standard input. */
@FunctionalInterface
public interface FrameWriter {
    /**
     * Writes everything; the stream is closed afterwards.
     *
     * @throws IOException if FFmpeg has ended before it had read all
     */
    void writeTo(OutputStream stdin) throws IOException;
}
