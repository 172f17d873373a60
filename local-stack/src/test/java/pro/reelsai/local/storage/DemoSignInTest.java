package pro.reelsai.local.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.reelsai.local.JsonWebTokens;
import pro.reelsai.local.StackSecrets;
import pro.reelsai.local.auth.DemoUser;

/** Signing in at the local stack, as supabase-js does it. */
class DemoSignInTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "token?grant_type=password";
    private static final String REFRESH = "token?grant_type=refresh_token";

    @TempDir
    Path directory;

    private final StackSecrets secrets = StackSecrets.generate();
    private StorageServer server;

    @BeforeEach
    void start() throws Exception {
        server = StorageServer.start(StorageSettings.of(directory, 0, secrets));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void givesTheDemoUserATokenOfThisStack() throws Exception {
        // When
        HttpResponse<String> answer =
                post(PASSWORD, "{\"email\":\"demo@reelsai.local\",\"password\":\"demo\"}", secrets.anonKey());

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        String token = JSON.readTree(answer.body()).path("access_token").asText();
        var claims = new JsonWebTokens(secrets.jwtSecret(), Clock.systemUTC()).verify(token);
        assertThat(claims.getSubject()).isEqualTo(DemoUser.ID.toString());
        assertThat(claims.getIssuer()).isEqualTo(server.url() + "/auth/v1");
        assertThat(claims.getStringClaimValue("role")).isEqualTo("authenticated");
    }

    @Test
    void renewsASessionOnceForEachRefreshToken() throws Exception {
        // Given
        HttpResponse<String> first =
                post(PASSWORD, "{\"email\":\"demo@reelsai.local\",\"password\":\"demo\"}", secrets.anonKey());
        JsonNode refresh = JSON.createObjectNode()
                .put(
                        "refresh_token",
                        JSON.readTree(first.body()).path("refresh_token").asText());

        // When
        HttpResponse<String> renewed = post(REFRESH, refresh.toString(), secrets.anonKey());
        HttpResponse<String> again = post(REFRESH, refresh.toString(), secrets.anonKey());

        // Then
        assertThat(renewed.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(again.body()).path("code").asText()).isEqualTo("refresh_token_not_found");
    }

    @Test
    void refusesOthersAndPagesWithoutTheKey() throws Exception {
        // When
        HttpResponse<String> stranger =
                post(PASSWORD, "{\"email\":\"demo@reelsai.local\",\"password\":\"guess\"}", secrets.anonKey());
        HttpResponse<String> page =
                post(PASSWORD, "{\"email\":\"demo@reelsai.local\",\"password\":\"demo\"}", "made up");

        // Then
        assertThat(stranger.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(stranger.body()).path("code").asText()).isEqualTo("invalid_credentials");
        assertThat(page.statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> post(String route, String body, String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/auth/v1/" + route))
                .header("apikey", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
