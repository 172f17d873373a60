package pro.reelsai.lipsync;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import net.bramp.ffmpeg.builder.FFmpegOutputBuilder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pro.reelsai.lipsync.local.IllustratedAnimator;
import pro.reelsai.lipsync.presenter.Presenter;
import pro.reelsai.lipsync.presenter.Presenters;
import pro.reelsai.model.LayoutType;
import pro.reelsai.model.LipsyncProvider;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.runtime.json.ReelsJson;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.stage.MediaResult;

/**
 * Films every illustrated presenter at rest, there and back again, so that the films can be looped: upright and square, with
 * a room and, as WebM with opacity, without one, and a thumbnail.
 *
 * <pre>
 * ./mvnw -pl lipsync-service -am test -Dsurefire.failIfNoSpecifiedTests=false -Dtest=IdlePortraits -Dportrait.directory=/tmp/portraits
 * </pre>
 */
@EnabledIfSystemProperty(named = "portrait.directory", matches = ".+")
class IdlePortraits {
    private static final double SECONDS = 3.4;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String LOOP = "split[there][back];[back]reverse[reversed];[there][reversed]concat";
    private static final String OPACITY = "split[upper][lower];[upper]crop=iw:ih/2:0:0,format=gbrp[colour];"
            + "[lower]crop=iw:ih/2:0:ih/2,format=gray[opacity];"
            + "[colour][opacity]alphamerge,unpremultiply=inplace=1,";

    /** The part of the drawing in which the head is in the middle. */
    private static final String SQUARE = "crop=720:720:0:300";

    private final Ffmpeg ffmpeg = new Ffmpeg("ffmpeg");

    static List<Presenter> presenters() {
        return Presenters.ALL;
    }

    @ParameterizedTest
    @MethodSource("presenters")
    void film(Presenter presenter, @TempDir Path directory) throws Exception {
        Path target = Files.createDirectories(Path.of(System.getProperty("portrait.directory"), presenter.identifier())
                .toAbsolutePath());
        RehearsedJob job = silence(directory, presenter);

        Path room = act(job);
        mp4(room, LOOP, target.resolve("portrait_video.mp4"));
        mp4(room, SQUARE + "," + LOOP, target.resolve("portrait_square_video.mp4"));
        ffmpeg.run(
                new FFmpegBuilder()
                        .addInput(room)
                        .done()
                        .addOutput(target.resolve("thumbnail.png"))
                        .setVideoFilter(SQUARE + ",scale=512:512:flags=lanczos")
                        .setFrames(1)
                        .done(),
                FfmpegRun.of(PATIENCE));

        Path cutOut = act(job.in(LayoutType.ACTOR_CUTOUT));
        webm(cutOut, OPACITY + LOOP, target.resolve("portrait_matted_video.webm"));
        webm(cutOut, OPACITY + SQUARE + "," + LOOP, target.resolve("portrait_square_matted_video.webm"));
    }

    private Path act(RehearsedJob job) throws Exception {
        LipsyncStage stage = new LipsyncStage(List.of(new IllustratedAnimator(
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(LipsyncConfig.class)
                        .build()
                        .getConfigMapping(LipsyncConfig.class),
                ffmpeg,
                ReelsJson.mapper())));
        return ((MediaResult) stage.run(job)).files().getFirst().file();
    }

    private RehearsedJob silence(Path directory, Presenter presenter) throws Exception {
        Path words = directory.resolve("words.json");
        ReelsJson.mapper().writeValue(words.toFile(), new SpeechMarks(SECONDS, "none", List.of(), List.of()));
        Path sound = directory.resolve("silence.mp3");
        ffmpeg.run(
                new FFmpegBuilder()
                        .addInput("anullsrc=d=" + SECONDS)
                        .setFormat("lavfi")
                        .done()
                        .addOutput(sound)
                        .setAudioCodec("libmp3lame")
                        .done(),
                FfmpegRun.of(PATIENCE));
        return new RehearsedJob(
                directory, sound, words, RehearsedJob.actor(LipsyncProvider.LOCAL, presenter.identifier()));
    }

    private void mp4(Path source, String filter, Path target) throws Exception {
        run(
                source,
                filter,
                output -> output.setVideoCodec("libx264")
                        .setPreset("slow")
                        .setConstantRateFactor(23)
                        .addExtraArgs("-movflags", "+faststart", "-pix_fmt", "yuv420p"),
                target);
    }

    private void webm(Path source, String filter, Path target) throws Exception {
        run(
                source,
                filter,
                output -> output.setVideoCodec("libvpx-vp9")
                        .setConstantRateFactor(32)
                        .addExtraArgs("-b:v", "0", "-cpu-used", "4", "-row-mt", "1", "-pix_fmt", "yuva420p"),
                target);
    }

    private void run(Path source, String filter, UnaryOperator<FFmpegOutputBuilder> codec, Path target)
            throws Exception {
        FFmpegOutputBuilder output = new FFmpegBuilder()
                .addInput(source)
                .done()
                .setComplexFilter("[0:v]" + filter + "[film]")
                .addOutput(target)
                .addExtraArgs("-map", "[film]", "-map_metadata", "-1", "-fflags", "+bitexact");
        ffmpeg.run(codec.apply(output).done(), FfmpegRun.of(PATIENCE));
    }
}
