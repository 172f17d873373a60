package pro.reelsai.local.storage;

import java.nio.file.Path;
import pro.reelsai.local.StackSecrets;

/**
 * How a storage server is set up.
 *
 * @param directory where the objects are kept
 * @param port the port on 127.0.0.1; 0 for any free one
 * @param jwtSecret signs the callers' tokens and the signed URLs
 * @param serviceKey the key that passes every policy
 * @param secretKey the same in its newer, opaque kind
 * @param anonKey the frontend's key
 * @param largestObject in bytes
 * @param faults whether faults can be planned over HTTP, see {@link StorageFaults}
 */
public record StorageSettings(
        Path directory,
        int port,
        String jwtSecret,
        String serviceKey,
        String secretKey,
        String anonKey,
        long largestObject,
        boolean faults) {
    /** The largest object of a server that was not told otherwise, in bytes. */
    public static final long LARGEST_OBJECT = 500L << 20;

    /** Settings of a stack. */
    public static StorageSettings of(Path directory, int port, StackSecrets secrets) {
        return new StorageSettings(
                directory,
                port,
                secrets.jwtSecret(),
                secrets.serviceKey(),
                secrets.secretKey(),
                secrets.anonKey(),
                LARGEST_OBJECT,
                false);
    }

    /** The same, with faults to be planned over HTTP. */
    public StorageSettings withFaults() {
        return new StorageSettings(directory, port, jwtSecret, serviceKey, secretKey, anonKey, largestObject, true);
    }
}
