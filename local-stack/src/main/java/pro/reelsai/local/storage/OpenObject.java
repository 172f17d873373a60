package pro.reelsai.local.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * An object that is being read.
 *
 * @param object which version of it
 * @param bytes its bytes
 */
record OpenObject(ObjectRecord object, FileChannel bytes) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
