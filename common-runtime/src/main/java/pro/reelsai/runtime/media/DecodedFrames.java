package pro.reelsai.runtime.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** Raw frames as FFmpeg decodes them, one after the other. Not for more than one thread; FFmpeg lives until it is closed. */
public final class DecodedFrames implements AutoCloseable {
    private final Process process;
    private final InputStream decoded;
    private final StderrTail stderr;

    DecodedFrames(Process process) {
        this.process = process;
        this.decoded = process.getInputStream();
        this.stderr = new StderrTail(process.getErrorStream());
    }

    /**
     * Reads the next frame. Blocks; never call it on an event loop.
     *
     * @param frame where it goes; its length is the size of a frame
     * @return whether there was one more
     * @throws IOException if FFmpeg fails, is out of time, or ends in the middle of a frame
     */
    public boolean next(byte[] frame) throws IOException {
        int read = decoded.readNBytes(frame, 0, frame.length);
        if (read == frame.length) {
            return true;
        }
        int exit = exitValue();
        if (exit != 0 || read > 0) {
            throw new EOFException("FFmpeg stopped decoding with exit code " + exit + ": " + stderr.lastLine());
        }
        return false;
    }

    private int exitValue() throws InterruptedIOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while FFmpeg ended");
        }
    }

    /** Ends FFmpeg, whether it has decoded everything or not. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
