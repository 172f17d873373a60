package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.ObjectKeys;
import pro.reelsai.runtime.storage.ObjectStorage;

@GatewayTest
class LogoTest {
    private final Caller caller = new Caller();

    @Inject
    ObjectStorage storage;

    @Test
    void makesALogoAndAThumbnailThatStaySeeThrough() throws Exception {
        // Given
        String product = caller.product();

        // When
        Response answer = put(product, MediaFixtures.logo());

        // Then
        answer.then()
                .statusCode(200)
                .body("id", equalTo(product))
                .body("logo_url", containsString("products/" + product + "/logo.png"))
                .body("thumbnail_url", containsString("products/" + product + "/thumbnail.png"));
        BufferedImage logo = picture(answer.path("logo_url"));
        assertThat(logo)
                .extracting(BufferedImage::getWidth, BufferedImage::getHeight)
                .containsExactly(1024, 256);
        assertThat(logo.getRGB(5, 5) >>> 24).isZero();
        assertThat(Integer.toHexString(logo.getRGB(512, 128))).isEqualTo("ff0000ff");
        // Between bar and nothing there is less of the bar's blue, and none of the red that nobody saw.
        assertThat(logo.getRGB(256, 128) >> 16 & 0xff).isLessThan(16);
        assertThat(picture(answer.path("thumbnail_url")))
                .extracting(BufferedImage::getWidth, BufferedImage::getHeight)
                .containsExactly(160, 40);
    }

    @Test
    void replacesALogoThatMayBeShownForAMinuteMore() throws Exception {
        // Given
        String product = caller.product();
        put(product, MediaFixtures.logo()).then().statusCode(200);

        // When
        Response answer = put(product, MediaFixtures.picture());

        // Then
        String url = answer.then().statusCode(200).extract().path("logo_url");
        assertThat(picture(url))
                .extracting(BufferedImage::getWidth, BufferedImage::getHeight)
                .containsExactly(640, 480);
        assertThat(cacheControl(product)).isEqualTo("max-age=60");
        caller.request().get("/api/products/get-all-products").then().body("[0].logo_url", equalTo(url));
    }

    @Test
    void neverMixesTwoLogosThatComeAtOnce() throws Exception {
        // Given
        String product = caller.product();
        List<Path> pictures = List.of(MediaFixtures.logo(), MediaFixtures.picture(), MediaFixtures.phonePicture());

        // When
        List<Integer> statuses =
                AtOnce.all(pictures, picture -> put(product, picture).statusCode());

        // Then
        assertThat(statuses).contains(200).isSubsetOf(200, 409);
        Response answer = caller.request().get("/api/products/{id}", product);
        BufferedImage logo = picture(answer.path("logo_url"));
        BufferedImage thumbnail = picture(answer.path("thumbnail_url"));
        assertThat((double) thumbnail.getWidth() / thumbnail.getHeight())
                .isCloseTo((double) logo.getWidth() / logo.getHeight(), within(0.02));
        put(product, MediaFixtures.logo()).then().statusCode(200);
    }

    @Test
    void turnsAPhonePictureUpright() throws Exception {
        // Given
        String product = caller.product();

        // When
        Response answer = put(product, MediaFixtures.phonePicture());

        // Then
        assertThat(picture(answer.path("logo_url")))
                .extracting(BufferedImage::getWidth, BufferedImage::getHeight)
                .containsExactly(480, 640);
    }

    static Stream<Arguments> whatIsNoLogo() {
        return Stream.of(
                Arguments.of(MediaFixtures.clip(), 415),
                Arguments.of(MediaFixtures.truncated(MediaFixtures.picture()), 415),
                Arguments.of(MediaFixtures.file("x.png", "<svg/>".getBytes(StandardCharsets.UTF_8)), 415),
                Arguments.of(MediaFixtures.file("nothing.png", new byte[0]), 400),
                Arguments.of(MediaFixtures.tinyPicture(), 422));
    }

    @ParameterizedTest
    @MethodSource("whatIsNoLogo")
    void refusesWhatIsNoLogo(Path file, int status) {
        // Given
        String product = caller.product();

        // When
        Response answer = put(product, file);

        // Then
        answer.then().statusCode(status).contentType("application/problem+json");
        caller.request().get("/api/products/{id}", product).then().body("logo_url", equalTo(null));
    }

    @Test
    void asksForAFileAndForAProductOfTheCallers() {
        // Given
        String product = caller.product();

        // When
        Response none = caller.request().multiPart("other", "x").put("/api/products/{id}/logo", product);
        Response unknown = put(UUID.randomUUID().toString(), MediaFixtures.logo());
        Response stranger = new Caller()
                .request()
                .multiPart("file", MediaFixtures.logo().toFile())
                .put("/api/products/{id}/logo", product);

        // Then
        none.then().statusCode(422).body("violations[0].field", equalTo("file"));
        unknown.then().statusCode(404);
        stranger.then().statusCode(404);
    }

    @Test
    void deletesAProductWithItsFiles() {
        // Given
        String product = caller.product();
        put(product, MediaFixtures.logo()).then().statusCode(200);
        ObjectKey logo = ObjectKeys.productLogo(UUID.fromString(product));
        ObjectKey thumbnail = ObjectKeys.productThumbnail(UUID.fromString(product));
        assertThat(isThere(logo)).isTrue();

        // When
        Response answer = caller.request().delete("/api/products/{id}", product);

        // Then
        answer.then().statusCode(204);
        caller.request().get("/api/products/{id}", product).then().statusCode(404);
        caller.request().delete("/api/products/{id}", product).then().statusCode(404);
        await().untilAsserted(
                        () -> assertThat(isThere(logo) || isThere(thumbnail)).isFalse());
    }

    @Test
    void keepsAProductThatAProjectUses() {
        // Given
        String product = caller.product();
        caller.json(Map.of("product_id", product))
                .post("/api/projects/create-project")
                .then()
                .statusCode(200);

        // When
        Response used = caller.request().delete("/api/products/{id}", product);
        Response stranger = new Caller().request().delete("/api/products/{id}", product);

        // Then
        used.then().statusCode(409).body("detail", containsString("project"));
        stranger.then().statusCode(404);
        caller.request().get("/api/products/{id}", product).then().statusCode(200);
    }

    private Response put(String product, Path file) {
        return caller.request().multiPart("file", file.toFile()).put("/api/products/{id}/logo", product);
    }

    private static BufferedImage picture(String url) throws IOException {
        return ImageIO.read(
                new ByteArrayInputStream(RestAssured.get(URI.create(url)).asByteArray()));
    }

    private static String cacheControl(String product) {
        return RestAssured.given()
                .header("apikey", GatewayStack.SECRETS.serviceKey())
                .header("Authorization", "Bearer " + GatewayStack.SECRETS.serviceKey())
                .get(URI.create(ConfigProvider.getConfig().getValue("SUPABASE_URL", String.class)
                        + "/storage/v1/object/info/reels/products/" + product + "/logo.png"))
                .path("cache_control");
    }

    private boolean isThere(ObjectKey key) {
        return storage.info(key).await().atMost(Duration.ofSeconds(5)).isPresent();
    }
}
