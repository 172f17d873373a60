package pro.reelsai.gateway.admin.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bytes of unknown origin. */
final class Bytes {
    private static final String BASE64 = "base64:";

    private Bytes() {}

    /** The text they spell; empty where they spell none that PostgreSQL would take. */
    static Optional<String> text(byte @Nullable [] bytes) {
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The text they spell, or else {@code base64:} and their base64. */
    static String show(byte[] bytes) {
        return text(bytes).orElseGet(() -> BASE64 + Base64.getEncoder().encodeToString(bytes));
    }
}
