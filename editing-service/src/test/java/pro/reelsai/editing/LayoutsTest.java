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
    private static Path cutOut;
    private static Path product;

    @BeforeAll
    static void makes() {
        speech = Media.speech(directory.resolve("speech.mp3"), SPEECH);
        actor = Media.actor(directory.resolve("actor.mp4"), SPEECH + 0.4);
        cutOut = Media.make(
                directory.resolve("cut-out.mp4"),
                "-i %s -filter_complex ".formatted(actor)
                        + "[0:v]split[a][b];[a]drawbox=c=black:t=fill:h=ih/4,drawbox=c=black:t=fill:y=ih*3/4:h=ih/4[colour];"
                        + "[b]lutyuv=y=235:u=128:v=128,drawbox=c=black:t=fill:h=ih/4,drawbox=c=black:t=fill:y=ih*3/4:h=ih/4[opacity];"
                        + "[colour][opacity]vstack -c:v libx264 -preset ultrafast -crf 18 -pix_fmt yuv420p -colorspace bt709");
        product = Media.make(
                directory.resolve("product.png"), "-f lavfi -i color=c=0xC02020:s=900x900,format=rgb24 -frames:v 1");
    }

    static Stream<Arguments> layouts() {
        return Arrays.stream(LayoutType.values())
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
            case ACTOR_CUTOUT -> {
                // The actor of the test is seen in the middle of its video, and nothing is around it.
                int actorHeight = (int) (height * (height > width ? 0.64 : 0.94));
                int actorWidth = actorHeight * 9 / 16;
                assertGreen(composite, 2, width - actorWidth / 2, height - actorHeight / 2);
                assertRed(composite, 2, width - actorWidth / 2, height - 10);
                assertRed(composite, 2, width / 4, height / 2);
            }
        }
    }

    @ParameterizedTest
    @CsvSource("upper-right,0.8,0.2")
    void putsTheBubbleWhereItIsWanted(String corner, double x, double y) throws Exception {
        Bench bench = bench(corner, actor).in(LayoutType.AVATAR_BUBBLE).set("bubble-corner", corner);

        Path composite = bench.run();

        assertGreen(composite, 2, (int) (270 * x), (int) (480 * y));
    }

    private static Path render(LayoutType layout, AspectRatio shape) throws Exception {
        return bench(layout + "-" + shape, layout == LayoutType.ACTOR_CUTOUT ? cutOut : actor)
                .in(layout)
                .shaped(shape)
                .run();
    }

    private static Bench bench(String name, Path actor) throws Exception {
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
