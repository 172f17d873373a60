package pro.reelsai.local;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/**
 * The secrets of one local stack, made at its first start and kept for its life.
 *
 * @param jwtSecret signs the keys below and the users' access tokens
 * @param serviceKey a JWT with the role {@code service_role}: the services' key to the storage
 * @param anonKey a JWT with the role {@code anon}: the frontend's key
 * @param databasePassword of the database's owner
 */
public record StackSecrets(
        @JsonProperty("jwt_secret") String jwtSecret,
        @JsonProperty("service_key") String serviceKey,
        @JsonProperty("anon_key") String anonKey,
        @JsonProperty("database_password") String databasePassword) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIFETIME_OF_KEYS = Duration.ofDays(3650);
    private static final int SECRET_BYTES = 32;

    /** By this the gateway knows the secret, and in production refuses it. */
    private static final String MARK = "local-stack-only-";

    /** Fresh secrets from the system's random source. */
    public static StackSecrets generate() {
        String jwtSecret = MARK + random();
        JsonWebTokens tokens = new JsonWebTokens(jwtSecret, Clock.systemUTC());
        return new StackSecrets(
                jwtSecret,
                tokens.sign(Map.of("iss", "supabase", "ref", "local", "role", "service_role"), LIFETIME_OF_KEYS),
                tokens.sign(Map.of("iss", "supabase", "ref", "local", "role", "anon"), LIFETIME_OF_KEYS),
                random());
    }

    /**
     * The secrets in a file, which only its owner can read; generates them if there is none.
     *
     * @throws IOException if the file cannot be read or written
     */
    public static StackSecrets loadOrCreate(Path file) throws IOException {
        if (!Files.exists(file)) {
            write(generate(), file);
        }
        try {
            return JSON.readValue(file.toFile(), StackSecrets.class);
        } catch (JacksonException e) {
            throw new IOException(file + " is damaged. Delete it together with its folder to start afresh.", e);
        }
    }

    private static void write(StackSecrets secrets, Path file) throws IOException {
        Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(
                directory,
                "secrets",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(secrets));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The services' key to the storage in its newer kind: opaque, and worth the same. */
    public String secretKey() {
        return "sb_secret_" + UUID.nameUUIDFromBytes(serviceKey.getBytes(StandardCharsets.UTF_8));
    }

    private static String random() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Never the values: a record's own text would carry them into a log. */
    @Override
    public String toString() {
        return "StackSecrets[…]";
    }
}
