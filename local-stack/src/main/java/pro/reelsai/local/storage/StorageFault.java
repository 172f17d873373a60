package pro.reelsai.local.storage;

import java.time.Duration;

/**
 * Something that goes wrong on purpose with requests to a storage server.
 *
 * @param method the method of the requests, such as {@code POST}
 * @param path what their path below the storage's root begins with, such as {@code /object/}
 * @param kind what goes wrong
 * @param status the answer's status, for {@link Kind#REFUSE}
 * @param stall how long the server does nothing, for {@link Kind#STALL}
 * @param times how many requests it befalls
 */
public record StorageFault(String method, String path, Kind kind, int status, Duration stall, int times) {
    /** What can go wrong. */
    public enum Kind {
        /** The server answers with an error. */
        REFUSE,
        /** The server takes half of the body and hangs up. */
        CUT,
        /** The server does nothing for a while, and then what it should. */
        STALL
    }

    /** Uploads are answered with an error. */
    public static StorageFault refuseUploads(int status, int times) {
        return new StorageFault("POST", "/object/", Kind.REFUSE, status, Duration.ZERO, times);
    }

    /** Uploads break off half-way. */
    public static StorageFault cutUploads(int times) {
        return new StorageFault("POST", "/object/", Kind.CUT, 0, Duration.ZERO, times);
    }

    /** Pieces of resumable uploads break off half-way. */
    public static StorageFault cutPieces(int times) {
        return new StorageFault("PATCH", "/upload/resumable/", Kind.CUT, 0, Duration.ZERO, times);
    }

    /** Pieces of resumable uploads are answered with an error. */
    public static StorageFault refusePieces(int status, int times) {
        return new StorageFault("PATCH", "/upload/resumable/", Kind.REFUSE, status, Duration.ZERO, times);
    }

    boolean befalls(String requestMethod, String requestPath) {
        return times > 0 && method.equals(requestMethod) && requestPath.startsWith(path);
    }

    StorageFault once() {
        return new StorageFault(method, path, kind, status, stall, times - 1);
    }
}
