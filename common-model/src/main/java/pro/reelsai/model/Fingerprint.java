package pro.reelsai.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The sha256 of a stage's true inputs. Equal fingerprints mean equal outputs, so a stage whose output for this
 * fingerprint is in the bucket need not run again.
 *
 * @param value 64 lower-case hexadecimal digits
 */
public record Fingerprint(@JsonValue String value) {
    /**
     * @throws IllegalArgumentException if the value is no sha256 in hexadecimal digits
     */
    @JsonCreator
    public Fingerprint {
        if (!value.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Not a fingerprint: '" + value + "'");
        }
    }

    /**
     * Hashes a stage's inputs.
     *
     * @param stage the stage, so that no two stages share a fingerprint
     * @param inputs the inputs in a fixed order; every one is hashed with its length, so that moving a character from one
     *     input to the next changes the fingerprint
     */
    public static Fingerprint of(Stage stage, Object... inputs) {
        MessageDigest sha256 = sha256();
        update(sha256, stage.wireName());
        for (Object input : inputs) {
            update(sha256, String.valueOf(input));
        }
        return new Fingerprint(HexFormat.of().formatHex(sha256.digest()));
    }

    private static void update(MessageDigest digest, String input) {
        byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
