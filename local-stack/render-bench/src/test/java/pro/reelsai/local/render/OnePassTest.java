package pro.reelsai.local.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.Asset;
import pro.reelsai.model.AssetType;
import pro.reelsai.model.LayoutType;
import pro.reelsai.model.Product;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Word;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.StoredObject;
import pro.reelsai.model.VideoConfiguration;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.MediaInfo;
import pro.reelsai.runtime.media.MediaProbe;
import pro.reelsai.stage.MediaResult;

/** The editing and the caption stage make a small ad both ways, and in several shapes. */
@Tag("all")
class OnePassTest {
    private static final Pattern AVERAGE = Pattern.compile("average:([0-9.]+)");
    private static final Map<String, String> SMALL = Map.of("reels.editing.short-side", "360");
    private static final SpeechMarks MARKS = new SpeechMarks(
            5.6,
            "test",
            List.of(new Word("Stop", 0.2, 0.9), new Word("wasting", 1.0, 2.8), new Word("hours", 3.2, 5.4)),
            List.of());

    @TempDir
    private Path directory;

    @Test
    void givesTheSameAdInOnePassAsInTwo() throws Exception {
        // When
        Path two = made("two", "false");
        Path one = made("one", "true");

        // Then
        assertThat(sound(one)).isEqualTo(sound(two));
        assertThat(likeness(one, two)).as("likeness of the pictures, in dB").isGreaterThan(36);
        assertThat(directory.resolve("one/editing")).isDirectoryNotContaining("glob:**composite*");
    }

    @Test
    void givesTheSameAdInEachOfItsShapes() throws Exception {
        // Given
        Stages stages = new Stages(Files.createDirectories(directory.resolve("shapes")), new Ffmpeg("ffmpeg"));
        StageContext context = context(stages, AspectRatio.SQUARE, AspectRatio.LANDSCAPE);

        // When
        StageOutput edited =
                stages.output(stages.run(stages.editing(SMALL), "editing-1x1", context.in(AspectRatio.SQUARE)));
        StageOutput further =
                stages.output(stages.run(stages.editing(SMALL), "editing-16x9", context.in(AspectRatio.LANDSCAPE)));
        StageContext both = context.with(Stage.EDITING, edited.with(AspectRatio.LANDSCAPE, further));
        Path square = captioned(stages, both.in(AspectRatio.SQUARE), "caption-1x1");
        Path landscape = captioned(stages, both.in(AspectRatio.LANDSCAPE), "caption-16x9");

        // Then
        assertThat(size(square)).isEqualTo("360x360");
        assertThat(size(landscape)).isEqualTo("640x360");
        assertThat(sound(landscape)).isEqualTo(sound(square));
    }

    private static Path captioned(Stages stages, StageContext context, String name) throws Exception {
        return stages.run(stages.captions(), name, context).files().getFirst().file();
    }

    private static String size(Path video) throws Exception {
        MediaInfo.Video picture = new MediaProbe("ffprobe", Duration.ofSeconds(20))
                .probe(video)
                .video()
                .orElseThrow();
        return picture.width() + "x" + picture.height();
    }

    private Path made(String name, String onePass) throws Exception {
        Path folder = Files.createDirectories(directory.resolve(name));
        Stages stages = new Stages(folder, new Ffmpeg("ffmpeg"));
        StageContext context = context(stages, AspectRatio.PORTRAIT);
        MediaResult edited = stages.run(
                stages.editing(Map.of("reels.editing.short-side", "360", "reels.editing.one-pass", onePass)),
                "editing",
                context);
        return captioned(stages, context.with(Stage.EDITING, stages.output(edited)), "caption");
    }

    private StageContext context(Stages stages, AspectRatio shape, AspectRatio... further)
            throws IOException, InterruptedException {
        Path still = input("still.jpg", "-f lavfi -i testsrc2=s=800x600 -frames:v 1 -q:v 2 @");
        Path clip = input("clip.mp4", "-f lavfi -i testsrc2=s=640x360:r=24:d=4 -c:v libx264 -pix_fmt yuv420p @");
        Path actor = input("actor.mp4", "-f lavfi -i testsrc2=s=360x640:r=25:d=6 -c:v libx264 -pix_fmt yuv420p @");
        Path speech = input("speech.mp3", "-f lavfi -i sine=f=190:r=48000:d=5.6 -af tremolo=f=3:d=0.9 @");
        List<Asset> assets = new ArrayList<>();
        for (Path file : List.of(still, clip)) {
            StoredObject object = stages.object(file);
            AssetType type = file.equals(still) ? AssetType.IMAGE : AssetType.VIDEO;
            assets.add(new Asset(new UUID(0, assets.size()), type, object.key(), object.sha256(), 0, 0, 0, null));
        }
        return new StageContext(
                new Product(new UUID(0, 1), "Mug", "A mug", null),
                new VideoConfiguration(15, "all", "Buy", "", shape, null, "en", 1, 1, null, List.of(further)),
                null,
                null,
                null,
                LayoutType.AVATAR_BUBBLE,
                assets,
                Map.of(
                        Stage.VOICE,
                        stages.voice(speech, MARKS),
                        Stage.LIPSYNC,
                        stages.output(Artifact.LIPSYNC_VIDEO, actor)));
    }

    private Path input(String name, String arguments) throws IOException, InterruptedException {
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            Tool.ffmpeg(arguments, file);
        }
        return file;
    }

    private static String sound(Path video) throws IOException, InterruptedException {
        return output("-v", "error", "-i", video.toString(), "-map", "0:a", "-c", "copy", "-f", "streamhash", "-");
    }

    private static double likeness(Path one, Path other) throws IOException, InterruptedException {
        String log =
                output("-i", one.toString(), "-i", other.toString(), "-lavfi", "[0:v][1:v]psnr", "-f", "null", "-");
        Matcher average = AVERAGE.matcher(log);
        assertThat(average.find()).as(log).isTrue();
        return Double.parseDouble(average.group(1));
    }

    private static String output(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
