package pro.reelsai.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.AssetType;
import pro.reelsai.model.LayoutType;

/** Renders small drafts of every layout, upright and wide, with a green actor and a red product, and looks where they are. */
class LayoutsTest {
    private static final double SPEECH = 7.6;
    private static final int SHORT_SIDE = 270;

    @TempDir
    private static Path directory;

    private static Path speech;
    private static Path actor;
    private static Path product;

    @BeforeAll
    static void makes() {
        speech = Media.speech(directory.resolve("speech.mp3"), SPEECH);
        actor = Media.actor(directory.resolve("actor.mp4"), SPEECH + 0.4);
        product = Media.make(
                directory.resolve("product.png"), "-f lavfi -i color=c=0xC02020:s=900x900,format=rgb24 -frames:v 1");
    }

    static Stream<Arguments> layouts() {
        return Stream.of(
                        LayoutType.TOP_BOTTOM, LayoutType.SIDE_BY_SIDE, LayoutType.AVATAR_BUBBLE, LayoutType.FULL_ACTOR)
                .flatMap(layout -> Stream.of(AspectRatio.PORTRAIT, AspectRatio.LANDSCAPE)
                        .map(shape -> Arguments.of(layout, shape)));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void drawsEveryLayout(LayoutType layout, AspectRatio shape) throws Exception {
        // When
        Path composite = render(layout, shape);

        // Then
        double scale = (double) SHORT_SIDE / Math.min(shape.width(), shape.height());
        int width = (int) Math.round(shape.width() * scale / 2) * 2;
        int height = (int) Math.round(shape.height() * scale / 2) * 2;
        assertThat(Media.probe(composite, "v", "stream=width,height,pix_fmt,nb_read_packets"))
                .containsExactly(String.valueOf(width), String.valueOf(height), "yuv420p", "240");
        switch (layout) {
            case TOP_BOTTOM -> {
                assertRed(composite, 2, width / 2, height / 4);
                assertGreen(composite, 2, width / 2, height * 3 / 4);
            }
            case SIDE_BY_SIDE -> {
                assertRed(composite, 2, width / 4, height / 2);
                assertGreen(composite, 2, width * 3 / 4, height / 2);
            }
            case AVATAR_BUBBLE -> {
                int diameter = (int) (SHORT_SIDE * 0.38);
                int left = (int) (width * 0.065);
                int bottom = (int) (height * 0.79);
                assertRed(composite, 2, width / 2, (bottom - diameter) / 2);
                assertGreen(composite, 2, left + diameter / 2, bottom - diameter / 2);
                assertRed(composite, 2, left + diameter - 10, bottom - 10);
            }
            case FULL_ACTOR -> {
                assertGreen(composite, 0.5, width / 2, height / 2);
                assertRed(composite, SPEECH / 2, width / 2, height / 2);
                assertGreen(composite, SPEECH, width / 2, height / 2);
            }
            case ACTOR_CUTOUT -> throw new IllegalArgumentException("Not drawn");
        }
    }

    @ParameterizedTest
    @CsvSource("upper-right,0.8,0.2")
    void putsTheBubbleWhereItIsWanted(String corner, double x, double y) throws Exception {
        Bench bench = bench(corner).in(LayoutType.AVATAR_BUBBLE).set("bubble-corner", corner);

        Path composite = bench.run();

        assertGreen(composite, 2, (int) (270 * x), (int) (480 * y));
    }

    private static Path render(LayoutType layout, AspectRatio shape) throws Exception {
        return bench(layout + "-" + shape).in(layout).shaped(shape).run();
    }

    private static Bench bench(String name) throws Exception {
        return new Bench(Files.createDirectories(directory.resolve(name)))
                .with(AssetType.IMAGE, product, null)
                .set("short-side", String.valueOf(SHORT_SIDE))
                .spoken(speech, Speeches.of(SPEECH, 7), actor);
    }

    private static void assertRed(Path video, double second, int x, int y) {
        int[] colour = Media.colour(video, second, x, y);
        assertThat(colour[0]).as("red of %s", Arrays.toString(colour)).isGreaterThan(2 * colour[1]);
    }

    private static void assertGreen(Path video, double second, int x, int y) {
        int[] colour = Media.colour(video, second, x, y);
        assertThat(colour[1]).as("green of %s", Arrays.toString(colour)).isGreaterThan(2 * colour[0]);
    }
}
