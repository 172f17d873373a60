package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pro.reelsai.model.Stage;

/** The edge of the gateway, and what it does while something it stands on is away. */
@GatewayTest
@TestProfile(ShortTempered.class)
class EdgeTest {
    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Test
    void letsOnlyPagesOfItsOwnReadAnswers() {
        // Given
        String ours = "https://www.reelsai.pro";

        // When
        Response preflight = from(address())
                .header("Origin", ours)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,idempotency-key")
                .options("/api/products/create-product");
        Response friend = from(address()).header("Origin", ours).get("/api/projects");
        Response stranger =
                from(address()).header("Origin", "https://evil.example").get("/health");

        // Then
        preflight
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", ours)
                .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"))
                .header("Access-Control-Allow-Methods", containsString("POST"));
        friend.then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", ours)
                .header("Access-Control-Expose-Headers", containsString("Retry-After"))
                .header("Vary", containsString("origin"));
        stranger.then().statusCode(200).header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void tellsBrowsersToBeCareful() {
        // Given nobody in particular

        // When
        Response data = from(address()).get("/api/projects");
        Response page = from(address()).get("/docs");
        Response secure = from(address()).header("X-Forwarded-Proto", "https").get("/health");

        // Then
        data.then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("Cache-Control", "no-store")
                .header("Strict-Transport-Security", nullValue());
        page.then()
                .header("Content-Security-Policy", containsString("script-src 'self' 'unsafe-inline'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
        secure.then().header("Strict-Transport-Security", containsString("max-age="));
    }

    @Test
    void sendsTheStudiosScriptsAsTheyWerePackedAndCompressesNothingElse() throws Exception {
        // Given
        String script = "/studio/sample-1a2B_c.js";
        String gzip = "Accept-Encoding: br, gzip\r\n";

        // When
        RawHttp.Answer packed = get(script, gzip);
        RawHttp.Answer plain = get(script, "Accept-Encoding: gzip;q=0\r\n");
        RawHttp.Answer absent = get("/studio/absent.js", gzip);
        RawHttp.Answer data = get("/api/projects", gzip);
        RawHttp.Answer health = get("/health", gzip);

        // Then
        assertThat(packed.status()).isEqualTo(200);
        assertThat(packed.headers())
                .containsEntry("content-encoding", "gzip")
                .containsEntry("content-type", "text/javascript;charset=UTF-8")
                .containsEntry("vary", "accept-encoding")
                .containsEntry("cache-control", "public, max-age=31536000, immutable");
        assertThat(plain.status()).isEqualTo(200);
        assertThat(plain.headers()).containsEntry("vary", "accept-encoding").doesNotContainKey("content-encoding");
        assertThat(plain.body()).contains("A script of the studio");
        assertThat(absent.status()).isEqualTo(404);
        assertThat(data.headers()).doesNotContainKey("content-encoding");
        assertThat(health.headers()).doesNotContainKey("content-encoding");
    }

    private static RawHttp.Answer get(String path, String header) throws Exception {
        return RawHttp.send(
                "GET " + path + " HTTP/1.1\r\nHost: x\r\n" + header + "X-Forwarded-For: " + address() + "\r\n\r\n");
    }

    @Test
    void givesEveryRequestAnId() {
        // Given
        String sane = "order-42.7_a";

        // When
        Response own = from(address()).header("X-Request-Id", sane).get("/health");
        Response none = from(address()).get("/api/nowhere");
        Response insane = from(address()).header("X-Request-Id", "a b<script>").get("/health");

        // Then
        own.then().header("X-Request-Id", sane);
        none.then().header("X-Request-Id", matchesRegex("[0-9a-f-]{36}"));
        insane.then().header("X-Request-Id", matchesRegex("[0-9a-f-]{36}"));
    }

    @Test
    void slowsDownAUserWhoAsksTooMuchAndNobodyElse() {
        // Given
        Caller eager = new Caller();
        Caller calm = new Caller();

        // When
        List<Integer> statuses = IntStream.range(0, ShortTempered.REQUESTS_OF_A_USER)
                .mapToObj(n -> as(eager).get("/api/video-layouts").statusCode())
                .toList();
        // More than one too many: on a slow machine some of the allowance has come back meanwhile.
        Response refused = IntStream.range(0, ShortTempered.REQUESTS_OF_A_USER)
                .mapToObj(n -> as(eager).get("/api/video-layouts"))
                .filter(answer -> answer.statusCode() != 200)
                .findFirst()
                .orElseThrow();
        Response calmly = as(calm).get("/api/video-layouts");

        // Then
        assertThat(statuses).containsOnly(200);
        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesRegex("[1-9]\\d*"))
                .header("RateLimit", matchesRegex("\"user\";r=0;t=\\d+"));
        calmly.then().statusCode(200);
    }

    @Test
    void slowsDownAnAddressButNoProbe() {
        // Given
        String address = address();
        String spoofed = "9.9.9.9, " + address;

        // When
        // Twice as many: the bucket is filled up meanwhile.
        IntStream.range(0, 2 * ShortTempered.REQUESTS_OF_AN_ADDRESS)
                .forEach(n -> from(address).get("/api/nowhere"));
        Response refused = from(spoofed).get("/api/nowhere");
        Response probe = from(address).get("/health");
        Response other = from(address()).get("/api/nowhere");

        // Then
        refused.then().statusCode(429).header("Retry-After", matchesRegex("[1-9]\\d*"));
        probe.then().statusCode(200);
        other.then().statusCode(not(429));
    }

    @Test
    void endsABodyThatTricklesIn() throws Exception {
        // Given
        Caller caller = new Caller();
        String head = "POST /api/products/create-product HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: " + address()
                + "\r\nAuthorization: " + caller.authorization()
                + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";

        // When
        RawHttp.Answer answer;
        try (Socket socket = RawHttp.open()) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            answer = RawHttp.read(socket);
        }

        // Then
        assertThat(answer.status()).isEqualTo(408);
        assertThat(answer.headers()).containsEntry("connection", "close");
        assertThat(answer.body()).contains("did not arrive in time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/%zz", "/api/%", "/api/[x]", "/api/projects/%00", "/api/a b", "/%"})
    void answersAProblemToAnAddressThatCannotBeDecoded(String address) throws Exception {
        // Given
        String request = "GET " + address.replace(" ", "\u0001") + " HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: "
                + address() + "\r\n\r\n";

        // When
        RawHttp.Answer answer = RawHttp.send(request);

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(answer.body()).contains("cannot be decoded");
    }

    @Test
    void answersAProblemToWhatIsTooLong() throws Exception {
        // Given
        String from = "Host: x\r\nX-Forwarded-For: " + address() + "\r\n";

        // When
        RawHttp.Answer address = RawHttp.send("GET /" + "a".repeat(5_000) + " HTTP/1.1\r\n" + from + "\r\n");
        RawHttp.Answer headers =
                RawHttp.send("GET /docs HTTP/1.1\r\n" + from + "X: " + "a".repeat(20_000) + "\r\n\r\n");

        // Then
        assertThat(address.status()).isEqualTo(414);
        assertThat(address.body()).contains("\"detail\"");
        assertThat(headers.status()).isEqualTo(431);
        assertThat(headers.body()).contains("\"detail\"");
    }

    @Test
    void saysSoWhileTheDatabaseIsAwayAndGoesOnOnceItIsBack() throws Exception {
        // Given
        Caller caller = new Caller();
        as(caller).get("/api/users/get_credits").then().statusCode(200);

        // When
        GatewayStack.running().stopDatabase();
        Response away;
        Response ready;
        try {
            away = as(new Caller()).get("/api/users/get_credits");
            ready = RestAssured.get("/q/health/ready");
        } finally {
            GatewayStack.running().startDatabase();
        }

        // Then
        away.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", matchesRegex("\\d+"))
                .body("detail", containsString("database"));
        ready.then().statusCode(503);
        await().atMost(PATIENCE).untilAsserted(() -> as(new Caller())
                .get("/api/users/get_credits")
                .then()
                .statusCode(200)
                .body("credits", equalTo(10)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> RestAssured.get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void takesOrdersWhileTheBrokerIsAwayAndPassesThemOnOnceItIsBack() throws Exception {
        // Given
        Caller caller = new Caller();
        String project = caller.readyProject();

        // When
        GatewayStack.running().stopBroker();
        Response accepted;
        Response ready;
        try {
            accepted = as(caller).post("/api/projects/{id}/generate-final-video", project);
            ready = RestAssured.get("/q/health/ready");
        } finally {
            GatewayStack.running().startBroker();
        }

        // Then
        ready.then().statusCode(200);
        String run = accepted.then().statusCode(200).extract().path("run_id");
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(
                        Pipeline.requestOf(Stage.VOICE, run).runId())
                .isEqualTo(UUID.fromString(run)));
    }

    private static RequestSpecification from(String address) {
        return RestAssured.given().header("X-Forwarded-For", address);
    }

    private static RequestSpecification as(Caller caller) {
        return caller.request().header("X-Forwarded-For", address());
    }

    /** One that was never used, of the range for documentation (RFC 3849). */
    private static String address() {
        return "2001:db8::" + Integer.toHexString(ADDRESSES.incrementAndGet());
    }
}
