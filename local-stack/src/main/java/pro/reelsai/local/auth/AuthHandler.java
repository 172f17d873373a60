package pro.reelsai.local.auth;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import pro.reelsai.local.AccessTokens;

/**
 * The part of Supabase Auth that a page needs to sign a user in with a password (supabase/auth, openapi.yaml: {@code POST
 * /token} with the grants {@code password} and {@code refresh_token}, {@code POST /logout}). It knows {@link DemoUser}
 * alone. Like Supabase's it asks for the project's key first, which only pages of this suite get to read.
 */
public final class AuthHandler implements HttpHandler {
    /** Where a Supabase project has it. */
    public static final String PATH = "/auth/v1/";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final int LARGEST_BODY = 16 * 1024;
    private static final String VERSION_HEADER = "X-Supabase-Api-Version";
    private static final String VERSION = "2024-01-01";

    private final AccessTokens tokens;
    private final byte[] key;
    private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();

    /**
     * @param tokens makes the access tokens
     * @param anonKey the project's key for browsers
     */
    public AuthHandler(AccessTokens tokens, String anonKey) {
        this.tokens = tokens;
        this.key = anonKey.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            allowPages(exchange.getResponseHeaders());
            String route = exchange.getRequestMethod() + " "
                    + exchange.getRequestURI().getPath().substring(PATH.length());
            if (exchange.getRequestMethod().equals("OPTIONS")) {
                exchange.sendResponseHeaders(204, -1);
            } else if (!hasKey(exchange)) {
                reply(exchange, 401, Map.of("message", "No API key found in request"));
            } else {
                switch (route) {
                    case "POST token" -> signIn(exchange);
                    case "POST logout" -> exchange.sendResponseHeaders(204, -1);
                    default -> refuse(exchange, 404, "not_found", "Not found");
                }
            }
        }
    }

    private static void allowPages(Headers headers) {
        headers.set("Access-Control-Allow-Origin", "*");
        headers.set("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
        headers.set(
                "Access-Control-Allow-Headers",
                "Authorization, Content-Type, apikey, X-Client-Info, " + VERSION_HEADER);
        headers.set("Access-Control-Expose-Headers", VERSION_HEADER);
        headers.set(VERSION_HEADER, VERSION);
    }

    private boolean hasKey(HttpExchange exchange) {
        String presented = exchange.getRequestHeaders().getFirst("apikey");
        return presented != null && MessageDigest.isEqual(key, presented.getBytes(StandardCharsets.UTF_8));
    }

    private void signIn(HttpExchange exchange) throws IOException {
        JsonNode body;
        try {
            body = JSON.readTree(exchange.getRequestBody().readNBytes(LARGEST_BODY));
        } catch (JacksonException e) {
            refuse(exchange, 400, "bad_json", "Could not parse request body as JSON");
            return;
        }
        switch (String.valueOf(exchange.getRequestURI().getQuery())) {
            case "grant_type=password" -> {
                if (isDemoUser(body)) {
                    reply(exchange, 200, session());
                } else {
                    refuse(exchange, 400, "invalid_credentials", "Invalid login credentials");
                }
            }
            case "grant_type=refresh_token" -> {
                // As Supabase has it, a refresh token serves once.
                if (refreshTokens.remove(body.path("refresh_token").asText())) {
                    reply(exchange, 200, session());
                } else {
                    refuse(exchange, 400, "refresh_token_not_found", "Invalid Refresh Token: Refresh Token Not Found");
                }
            }
            default -> refuse(exchange, 400, "validation_failed", "unsupported_grant_type");
        }
    }

    private static boolean isDemoUser(JsonNode body) {
        return body.path("email").asText().equals(DemoUser.EMAIL)
                && body.path("password").asText().equals(DemoUser.PASSWORD);
    }

    private Map<String, Object> session() {
        String refreshToken = UUID.randomUUID().toString();
        refreshTokens.add(refreshToken);
        Map<String, Object> session = new LinkedHashMap<>();
        session.put("access_token", tokens.issue(DemoUser.ID, AccessTokens.AUTHENTICATED, LIFETIME));
        session.put("token_type", "bearer");
        session.put("expires_in", LIFETIME.toSeconds());
        session.put("expires_at", Instant.now().plus(LIFETIME).getEpochSecond());
        session.put("refresh_token", refreshToken);
        session.put(
                "user",
                Map.of(
                        "id",
                        DemoUser.ID.toString(),
                        "aud",
                        AccessTokens.AUTHENTICATED,
                        "role",
                        AccessTokens.AUTHENTICATED,
                        "email",
                        DemoUser.EMAIL,
                        "app_metadata",
                        Map.of("provider", "email", "providers", List.of("email")),
                        "user_metadata",
                        Map.of(),
                        "created_at",
                        "2026-01-01T00:00:00Z"));
        return session;
    }

    private static void refuse(HttpExchange exchange, int status, String code, String message) throws IOException {
        reply(exchange, status, Map.of("code", code, "message", message));
    }

    private static void reply(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
