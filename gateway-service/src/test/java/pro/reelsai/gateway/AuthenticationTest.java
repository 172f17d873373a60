package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pro.reelsai.local.JsonWebTokens;

@GatewayTest
class AuthenticationTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void letsASignedInUserIn() {
        // Given
        String token = sign(claims(Map.of()));

        // When
        Response answer = get(token);

        // Then
        answer.then().statusCode(200).body("credits", equalTo(10));
    }

    static Stream<Map<String, Object>> strangers() {
        return Stream.of(
                Map.of("iss", "https://evil.example/auth/v1"),
                Map.of("aud", "other"),
                Map.of("sub", "me"),
                Map.of("sub", "1-2-3-4-5"),
                Map.of("sub", ""),
                Map.of("role", "service_role"),
                Map.of("role", "anon"),
                Map.of("role", ""));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void keepsOutWhoeverIsNoUserOfThisProject(Map<String, Object> oddity) {
        // Given
        String token = sign(claims(oddity));

        // When
        Response answer = get(token);

        // Then
        answer.then().statusCode(401).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "role"})
    void keepsOutATokenThatLacksAClaim(String claim) {
        // Given
        Map<String, Object> claims = claims(Map.of());
        claims.remove(claim);

        // When
        Response answer = get(sign(claims));

        // Then
        answer.then().statusCode(401);
    }

    @Test
    void keepsOutTheProjectsOwnKeys() {
        // Given
        Stream<String> keys = Stream.of(GatewayStack.SECRETS.serviceKey(), GatewayStack.SECRETS.anonKey());

        // When
        Stream<Response> answers = keys.map(AuthenticationTest::get);

        // Then
        answers.forEach(answer -> answer.then().statusCode(401));
    }

    @Test
    void keepsOutKeysThatAreNoTokens() {
        // Given
        String publishable = "sb_publishable_aaaaaaaaaaaaaaaaaaaaaa_bbbbbbbb";
        String secret = "sb_secret_aaaaaaaaaaaaaaaaaaaaaa_bbbbbbbb";

        // When
        Stream<Response> answers = Stream.of(publishable, secret).map(AuthenticationTest::get);

        // Then
        answers.forEach(answer -> answer.then().statusCode(401));
    }

    @Test
    void keepsOutAnExpiredTokenButForgivesAClockThatIsALittleOff() {
        // Given
        String expired = sign(claims(Map.of()), Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-62)));
        String justExpired = sign(claims(Map.of()), Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-3610)));

        // When
        Response refused = get(expired);
        Response forgiven = get(justExpired);

        // Then
        refused.then().statusCode(401);
        forgiven.then().statusCode(200);
    }

    @Test
    void keepsOutForgedTokens() {
        // Given
        String good = sign(claims(Map.of()));
        String payload = good.split("\\.")[1];
        String unsigned = base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + payload + ".";
        String otherAlgorithm =
                base64("{\"alg\":\"HS512\",\"typ\":\"JWT\"}") + "." + payload + "." + good.split("\\.")[2];
        String otherSecret = new JsonWebTokens("another-secret-of-at-least-32-bytes!", Clock.systemUTC())
                .sign(claims(Map.of()), HOUR);
        String tampered = good.substring(0, good.length() - 4) + "AAAA";

        // When
        Stream<Response> answers = Stream.of(unsigned, otherAlgorithm, otherSecret, tampered, "nonsense", "a.b.c")
                .map(AuthenticationTest::get);

        // Then
        answers.forEach(answer -> answer.then().statusCode(401).contentType("application/problem+json"));
    }

    @Test
    void letsUsersInWhoseTokensAreSignedWithAPublishedKeyAndFollowsItsRotation() throws Exception {
        // Given
        PublicJsonWebKey curve = key(EcJwkGenerator.generateJwk(EllipticCurves.P256));
        PublicJsonWebKey rsa = key(RsaJwkGenerator.generateJwk(2048));
        SigningKeyServer.publish(List.of(curve));

        // When
        String first = signed(curve, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        awaitStatus(first, 200);
        SigningKeyServer.publish(List.of(curve, rsa));
        String second = signed(rsa, AlgorithmIdentifiers.RSA_USING_SHA256);

        // Then
        awaitStatus(second, 200);
        SigningKeyServer.away(true);
        try {
            get(signed(curve, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                    .then()
                    .statusCode(200);
        } finally {
            SigningKeyServer.away(false);
        }
    }

    @Test
    void keepsOutTokensWhoseAlgorithmDoesNotFitTheirKey() throws Exception {
        // Given
        PublicJsonWebKey rsa = key(RsaJwkGenerator.generateJwk(2048));
        PublicJsonWebKey unpublished = key(EcJwkGenerator.generateJwk(EllipticCurves.P256));
        SigningKeyServer.publish(List.of(rsa));
        awaitStatus(signed(rsa, AlgorithmIdentifiers.RSA_USING_SHA256), 200);

        // When
        JsonWebSignature publicKeyAsSecret = unsigned(rsa, AlgorithmIdentifiers.HMAC_SHA256);
        publicKeyAsSecret.setKey(new HmacKey(rsa.getPublicKey().getEncoded()));
        JsonWebSignature withoutKeyId = unsigned(rsa, AlgorithmIdentifiers.RSA_USING_SHA256);
        withoutKeyId.getHeaders().setObjectHeaderValue("kid", null);
        unpublished.setKeyId(rsa.getKeyId());

        // Then
        get(publicKeyAsSecret.getCompactSerialization()).then().statusCode(401);
        get(withoutKeyId.getCompactSerialization()).then().statusCode(401);
        get(signed(rsa, AlgorithmIdentifiers.RSA_USING_SHA512)).then().statusCode(401);
        get(signed(unpublished, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                .then()
                .statusCode(401);
    }

    @Test
    void doesNotReadThePublishedKeysForEveryMadeUpKeyId() throws Exception {
        // Given
        int before = SigningKeyServer.readings();

        // When
        for (int i = 0; i < 20; i++) {
            get(signed(
                            key(EcJwkGenerator.generateJwk(EllipticCurves.P256)),
                            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                    .then()
                    .statusCode(401);
        }

        // Then
        assertThat(SigningKeyServer.readings() - before).isLessThan(15);
    }

    private static void awaitStatus(String token, int status) {
        // A reading a moment ago keeps the next one waiting.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> get(token).then().statusCode(status));
    }

    private static PublicJsonWebKey key(PublicJsonWebKey key) {
        key.setKeyId(UUID.randomUUID().toString());
        return key;
    }

    private static String signed(PublicJsonWebKey key, String algorithm) throws JoseException {
        return unsigned(key, algorithm).getCompactSerialization();
    }

    private static JsonWebSignature unsigned(PublicJsonWebKey key, String algorithm) {
        JwtClaims claims = new JwtClaims();
        claims(Map.of()).forEach(claims::setClaim);
        claims.setExpirationTimeMinutesInTheFuture(60);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(key.getPrivateKey());
        signature.setPayload(claims.toJson());
        return signature;
    }

    private static Response get(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).get("/api/users/get_credits");
    }

    private static Map<String, Object> claims(Map<String, Object> oddity) {
        String url = ConfigProvider.getConfig().getValue("SUPABASE_URL", String.class);
        Map<String, Object> claims = new HashMap<>(Map.of(
                "iss",
                url + "/auth/v1",
                "aud",
                "authenticated",
                "sub",
                UUID.randomUUID().toString(),
                "role",
                "authenticated"));
        claims.putAll(oddity);
        return claims;
    }

    private static String sign(Map<String, Object> claims) {
        return sign(claims, Clock.systemUTC());
    }

    private static String sign(Map<String, Object> claims, Clock clock) {
        return new JsonWebTokens(GatewayStack.SECRETS.jwtSecret(), clock).sign(claims, HOUR);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
