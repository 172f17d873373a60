package pro.reelsai.deployment.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import pro.reelsai.deployment.repository.Repository;

/** The script that makes the secrets of {@code docker-compose.yml}. */
class SecretsScriptTest {
    @Test
    void signsSupabasesKeysWithItsSecret() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");

        // When
        Map<String, String> secrets = run();

        // Then
        assertThat(secrets).containsKeys("DATABASE_PASSWORD", "SUPABASE_JWT_SECRET");
        assertToken(secrets.get("SUPABASE_KEY"), "anon", secrets.get("SUPABASE_JWT_SECRET"));
        assertToken(secrets.get("SUPABASE_SERVICE_KEY"), "service_role", secrets.get("SUPABASE_JWT_SECRET"));
        assertThat(run().get("DATABASE_PASSWORD")).isNotEqualTo(secrets.get("DATABASE_PASSWORD"));
    }

    private static Map<String, String> run() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "sh", Repository.path("docker/secrets").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.lines().map(line -> line.split("=", 2)).collect(Collectors.toMap(line -> line[0], line -> line[1]));
    }

    private static void assertToken(String token, String role, String secret) throws Exception {
        String[] parts = token.split("\\.");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        byte[] signature = mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(parts).hasSize(3);
        assertThat(Arrays.equals(Base64.getUrlDecoder().decode(parts[2]), signature))
                .isTrue();
        assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.US_ASCII))
                .contains("\"role\":\"" + role + "\"");
    }
}
