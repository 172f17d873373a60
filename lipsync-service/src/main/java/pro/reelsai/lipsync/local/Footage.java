package pro.reelsai.lipsync.local;

import java.io.EOFException;
import java.io.IOException;
import pro.reelsai.lipsync.face.Picture;
import pro.reelsai.runtime.media.DecodedFrames;

/** The pictures of an actor, as many as are wanted. FFmpeg lives until it is closed. */
final class Footage implements AutoCloseable {
    private final DecodedFrames frames;
    private final boolean still;
    private byte[] first = {};

    /**
     * @param still whether there is one picture alone
     */
    Footage(DecodedFrames frames, boolean still) {
        this.frames = frames;
        this.still = still;
    }

    /**
     * Takes the next picture.
     *
     * @param picture where it goes
     * @return whether it is another one than the one before
     * @throws IOException if it cannot be decoded
     */
    boolean next(Picture picture) throws IOException {
        byte[] pixels = picture.pixels();
        if (first.length > 0) {
            System.arraycopy(first, 0, pixels, 0, pixels.length);
            return false;
        }
        if (!frames.next(pixels)) {
            throw new EOFException("The actor's film ended early");
        }
        if (still) {
            first = pixels.clone();
        }
        return true;
    }

    @Override
    public void close() {
        frames.close();
    }
}
