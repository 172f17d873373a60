package pro.reelsai.lipsync;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import pro.reelsai.lipsync.local.IllustratedAnimator;
import pro.reelsai.model.LipsyncProvider;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Phone;
import pro.reelsai.model.SpeechMarks.Word;
import pro.reelsai.runtime.json.ReelsJson;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.stage.MediaResult;

/**
 * Makes the portrait video of the local stack's filmed actor: there is no real footage here, so an illustrated presenter
 * chats silently into the camera, there and back again, so that the film can be looped without a jump.
 *
 * <pre>
 * ./mvnw -pl lipsync-service -am test -Dsurefire.failIfNoSpecifiedTests=false -Dtest=PortraitFilm \
 *        -Dportrait.presenter=leo -Dportrait.file=/tmp/portrait_video.mp4
 * </pre>
 */
class PortraitFilm {
    private static final double PHONE_SECONDS = 0.12;
    private static final List<String> SENTENCES = List.of(
            "hh ax l ow dh eh r ay m s ow g l ae d y uw k ey m", "l uh k w ah t ay f aw n d f er y uw t ax d ey");

    @Test
    @EnabledIfSystemProperty(named = "portrait.file", matches = ".+")
    void film(@TempDir Path directory) throws Exception {
        Ffmpeg ffmpeg = new Ffmpeg("ffmpeg");
        SpeechMarks marks = chat();
        Path words = directory.resolve("words.json");
        ReelsJson.mapper().writeValue(words.toFile(), marks);
        Path sound = sound(ffmpeg, directory, marks);
        LipsyncStage stage = new LipsyncStage(List.of(new IllustratedAnimator(
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(LipsyncConfig.class)
                        .build()
                        .getConfigMapping(LipsyncConfig.class),
                ffmpeg,
                ReelsJson.mapper())));
        RehearsedJob job = new RehearsedJob(
                directory,
                sound,
                words,
                RehearsedJob.actor(LipsyncProvider.LOCAL, System.getProperty("portrait.presenter", "leo")));
        Path there = ((MediaResult) stage.run(job)).files().getFirst().file();
        ffmpeg.run(
                new FFmpegBuilder()
                        .addInput(there)
                        .done()
                        .setComplexFilter(
                                "[0:v]split[there][back];[back]reverse[reversed];[there][reversed]concat[film]")
                        .addOutput(Path.of(System.getProperty("portrait.file")).toAbsolutePath())
                        .addExtraArgs("-map", "[film]", "-map_metadata", "-1", "-fflags", "+bitexact")
                        .setVideoCodec("libx264")
                        .setPreset("veryslow")
                        .setConstantRateFactor(24)
                        .addExtraArgs("-movflags", "+faststart", "-pix_fmt", "yuv420p")
                        .done(),
                FfmpegRun.of(Duration.ofSeconds(10)));
    }

    private static SpeechMarks chat() {
        List<Phone> phones = new ArrayList<>();
        List<Word> spoken = new ArrayList<>();
        double clock = 0.25;
        phones.add(new Phone("pau", 0, clock));
        for (String sentence : SENTENCES) {
            double begin = clock;
            for (String phone : sentence.split(" ")) {
                phones.add(new Phone(phone, clock, clock + PHONE_SECONDS));
                clock += PHONE_SECONDS;
            }
            spoken.add(new Word("chat", begin, clock));
            phones.add(new Phone("pau", clock, clock + 0.3));
            clock += 0.3;
        }
        return new SpeechMarks(clock, "none", spoken, phones);
    }

    private static Path sound(Ffmpeg ffmpeg, Path directory, SpeechMarks marks) throws Exception {
        Path sound = directory.resolve("chat.mp3");
        Word first = marks.words().getFirst();
        Word second = marks.words().getLast();
        ffmpeg.run(
                new FFmpegBuilder()
                        .addInput(
                                "aevalsrc=0.5*sin(2*PI*220*t)*(between(t\\,%.2f\\,%.2f)+between(t\\,%.2f\\,%.2f)):d=%.2f"
                                        .formatted(
                                                first.start(),
                                                first.end(),
                                                second.start(),
                                                second.end(),
                                                marks.durationSeconds()))
                        .setFormat("lavfi")
                        .done()
                        .addOutput(sound)
                        .setAudioCodec("libmp3lame")
                        .done(),
                FfmpegRun.of(Duration.ofSeconds(2)));
        return sound;
    }
}
