package pro.reelsai.gateway.idempotency;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of what a request says. */
final class Digest {
    private Digest() {}

    /** As 64 hexadecimal digits. */
    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    /** Its first 64 bits, as the name of an advisory lock. */
    static long lock(byte[] bytes) {
        return ByteBuffer.wrap(sha256(bytes)).getLong();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
