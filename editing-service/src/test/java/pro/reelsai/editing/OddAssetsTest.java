package pro.reelsai.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.reelsai.model.AssetType;

/** What users upload: every odd file becomes a picture with the right colours the right way up. */
class OddAssetsTest {
    /** Red above, blue below, as a source of the wanted size. */
    private static final String TWO_COLOURS =
            "-f lavfi -i color=c=0xD02020:s=%1$s:r=%2$s:d=2.5,drawbox=x=0:y=ih/2:w=iw:h=ih:c=0x2030D0:t=fill";

    @TempDir
    private static Path directory;

    private static Path speech;
    private static Path actor;

    @BeforeAll
    static void speaks() {
        speech = Media.speech(directory.resolve("speech.mp3"), 1);
        actor = Media.actor(directory.resolve("actor.mp4"), 1.4);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an odd size            | odd.png     | 641x567   | 25 | -frames:v 1
            a full range JPEG      | full.jpg    | 1200x1000 | 25 | -frames:v 1 -pix_fmt yuvj444p -q:v 2
            twenty megapixels      | large.jpg   | 5472x3648 | 25 | -frames:v 1 -pix_fmt yuvj422p -q:v 4
            a tiny picture         | tiny.png    | 24x20     | 25 | -frames:v 1
            a portrait picture     | high.jpg    | 900x1600  | 25 | -frames:v 1 -q:v 2
            sixteen bits a colour  | deep.png    | 640x570   | 25 | -frames:v 1 -pix_fmt rgb48be
            a grey palette         | palette.gif | 640x570   | 25 | -frames:v 1
            an untagged HD clip    | hd.mp4      | 1920x1080 | 30 | -c:v libx264 -preset ultrafast -pix_fmt yuv420p -vf scale=out_color_matrix=bt709
            an untagged SD clip    | sd.avi      | 640x480   | 15 | -c:v mpeg4 -q:v 3
            a full chroma clip     | chroma.mkv  | 1280x1080 | 60 | -c:v libx264 -preset ultrafast -pix_fmt yuv444p -vf scale=out_color_matrix=bt709
            ten bits               | ten.mkv     | 1280x1080 | 25 | -c:v libx264 -preset ultrafast -pix_fmt yuv420p10le -colorspace bt709 -vf scale=out_color_matrix=bt709
            a portrait clip        | reel.mp4    | 540x960   | 24 | -c:v libx264 -preset ultrafast -pix_fmt yuv420p
            no fixed rate          | vfr.webm    | 640x568   | 30 | -vf select='not(mod(n,7))+not(mod(n,5))' -vsync vfr -c:v libvpx -deadline realtime -b:v 1M
            """)
    void showsIt(String what, String name, String size, String rate, String encoding) throws Exception {
        // Given
        Path file = Media.make(directory.resolve(name), TWO_COLOURS.formatted(size, rate) + " " + encoding);
        boolean still = encoding.contains("-frames:v 1");

        // When
        Path composite = render(name, still ? AssetType.IMAGE : AssetType.VIDEO, file);

        // Then
        assertTwoColours(composite);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"turned.mp4", "turned.jpg"})
    void turnsWhatTheCameraHeldOnItsSide(String name) throws Exception {
        // Given: red on the left, to be turned clockwise by a quarter
        Path file = directory.resolve(name);
        String picture = "-f lavfi -i color=c=0x2030D0:s=1000x1080:r=30:d=2.5,drawbox=w=iw/2:h=ih:c=0xD02020:t=fill";
        if (name.endsWith("mp4")) {
            Path flat = Media.make(
                    directory.resolve("flat.mp4"),
                    picture + " -vf scale=out_color_matrix=bt709 -c:v libx264 -preset ultrafast -pix_fmt yuv420p");
            Media.make(file, "-i " + flat + " -c copy -metadata:s:v rotate=270");
        } else {
            Files.write(
                    file,
                    exif(Files.readAllBytes(
                            Media.make(directory.resolve("flat.jpg"), picture + " -frames:v 1 -q:v 2"))));
        }

        // When
        Path composite = render(name, name.endsWith("mp4") ? AssetType.VIDEO : AssetType.IMAGE, file);

        // Then
        assertTwoColours(composite);
    }

    @ParameterizedTest
    @CsvSource("see-through.png")
    void laysASeeThroughPictureOnALightPlate(String name) throws Exception {
        Path file = Media.make(
                directory.resolve(name),
                "-f lavfi -i color=c=black:s=800x700,drawbox=x=300:y=250:w=200:h=200:c=0x20A040:t=fill,colorkey=black"
                        + " -frames:v 1");

        Path composite = render(name, AssetType.IMAGE, file);

        assertThat(Media.colour(composite, 0.6, 540, 480)).satisfies(rgb -> {
            assertThat(rgb[0]).isCloseTo(0x20, within(10));
            assertThat(rgb[1]).isCloseTo(0xA0, within(10));
        });
        assertThat(Media.colour(composite, 0.6, 60, 60)).satisfies(rgb -> {
            assertThat(rgb[0]).isGreaterThan(0xE0);
            assertThat(rgb[2]).isGreaterThan(0xE0);
        });
    }

    @ParameterizedTest
    @CsvSource("cut-off.mp4")
    void fillsAShotFromWhatIsLeftOfACutOffClip(String name) throws Exception {
        // Given: a clip of which only the beginning arrived
        Path whole = Media.make(
                directory.resolve("whole.mp4"),
                "-f lavfi -i testsrc2=s=1280x720:r=30:d=4 -c:v libx264 -preset ultrafast -pix_fmt yuv420p"
                        + " -movflags +faststart");
        byte[] bytes = Files.readAllBytes(whole);
        Path file = Files.write(directory.resolve(name), Arrays.copyOf(bytes, bytes.length / 6));

        // When
        Path composite = render(name, AssetType.VIDEO, file);

        // Then
        assertThat(Media.log(composite, "-vf", "crop=iw:ih/2:0:0,freezedetect=d=0.4"))
                .doesNotContain("freeze_start");
    }

    private static Path render(String name, AssetType type, Path file) throws Exception {
        return new Bench(Files.createDirectories(directory.resolve("job-" + name)))
                .with(type, file, null)
                .spoken(speech, Speeches.of(1, 3), actor)
                .run();
    }

    private static void assertTwoColours(Path composite) {
        assertColour(Media.colour(composite, 0.6, 540, 240), 0xD0, 0x20, 0x20);
        assertColour(Media.colour(composite, 0.6, 540, 720), 0x20, 0x30, 0xD0);
        assertThat(Media.probe(composite, "v", "stream=pix_fmt,color_space,nb_read_packets"))
                .containsExactly("yuv420p", "bt709", "42");
    }

    private static void assertColour(int[] found, int red, int green, int blue) {
        assertThat(found[0]).as("red").isCloseTo(red, within(12));
        assertThat(found[1]).as("green").isCloseTo(green, within(12));
        assertThat(found[2]).as("blue").isCloseTo(blue, within(12));
    }

    /** A JPEG with the Exif orientation 6: to be shown turned clockwise by a quarter. */
    private static byte[] exif(byte[] jpeg) throws IOException {
        byte[] orientation = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            18,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            6,
            0,
            0,
            0,
            0,
            0,
            0
        };
        return ByteBuffer.allocate(jpeg.length + orientation.length)
                .put(jpeg, 0, 2)
                .put(orientation)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
