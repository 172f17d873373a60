package pro.reelsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.reelsai.local.demo.Samples;

/**
 * An ad made by the whole suite: six processes, real Kafka, PostgreSQL, storage over HTTP and FFmpeg. What is asserted is
 * measured in the decoded file.
 */
@ExtendWith(Suite.class)
class FinishedAdTest {
    private static final double FRAMES_PER_SECOND = 30;
    private static final double CAPTION_TOLERANCE = 0.080;
    /** As long as the shortest of our pauses between clauses. */
    private static final double PAUSE = 0.12;

    private static Path ad;
    private static JsonNode probe;
    private static Sound sound;

    @BeforeAll
    static void makeTheAd() throws Exception {
        ad = Suite.makeAdInTheFrontend(Samples.product(), Samples.assets(Suite.folder("samples")), "ad.mp4");
        probe = new ObjectMapper()
                .readTree(Tool.output(
                        "ffprobe",
                        "-v",
                        "error",
                        "-print_format",
                        "json",
                        "-show_streams",
                        "-show_format",
                        ad.toString()));
        sound = Sound.of(ad);
    }

    @Test
    void playsOnEveryPhone() {
        // When
        Map<String, JsonNode> streams = StreamSupport.stream(
                        probe.path("streams").spliterator(), false)
                .collect(Collectors.toMap(stream -> stream.path("codec_type").asText(), stream -> stream));

        // Then
        assertThat(streams).containsOnlyKeys("video", "audio");
        JsonNode video = streams.get("video");
        assertThat(video.path("codec_name").asText()).isEqualTo("h264");
        assertThat(video.path("profile").asText()).isEqualTo("High");
        assertThat(video.path("pix_fmt").asText()).isEqualTo("yuv420p");
        assertThat(video.path("width").asInt()).isEqualTo(1080);
        assertThat(video.path("height").asInt()).isEqualTo(1920);
        assertThat(video.path("r_frame_rate").asText()).isEqualTo("30/1");
        assertThat(video.path("avg_frame_rate").asText()).isEqualTo("30/1");
        JsonNode audio = streams.get("audio");
        assertThat(audio.path("codec_name").asText()).isEqualTo("aac");
        assertThat(audio.path("profile").asText()).isEqualTo("LC");
        assertThat(audio.path("sample_rate").asText()).isEqualTo("48000");
        assertThat(audio.path("channels").asInt()).isEqualTo(2);
    }

    @Test
    void beginsToPlayBeforeItIsLoadedToTheEnd() throws Exception {
        assertThat(Mp4Boxes.of(ad)).containsSubsequence("ftyp", "moov", "mdat");
    }

    @Test
    void endsSoonAfterTheLastWord() {
        // Given
        double duration = probe.path("format").path("duration").asDouble();

        // Then
        assertThat(duration).isBetween(12.0, 17.5);
        assertThat(duration - sound.lastSound()).isBetween(0.0, 0.6 + 0.15); // the speech itself may end in a breath
        assertThat(sound.onsetsAfterSilence(0.1).getFirst()).isLessThan(0.3);
    }

    @Test
    void isAsLoudAsThePlatformsPlayIt() throws Exception {
        // When
        Loudness loudness = Loudness.of(ad);

        // Then
        assertThat(loudness.integratedLufs()).isCloseTo(-14, within(1.0));
        assertThat(loudness.truePeakDbtp()).isLessThanOrEqualTo(-1.0);
    }

    @Test
    void hasNoBlackAndNoFrozenStretch() throws Exception {
        // When
        String report = Tool.report(
                "ffmpeg",
                "-nostdin",
                "-hide_banner",
                "-i",
                ad.toString(),
                "-an",
                "-vf",
                "blackdetect=d=0.1:pix_th=0.10,freezedetect=n=-60dB:d=1",
                "-f",
                "null",
                "-");

        // Then
        assertThat(report).doesNotContain("black_start", "freeze_start");
    }

    @Test
    void assetsAndActorBothMove() throws Exception {
        for (String half : List.of("crop=1080:800:0:0", "crop=1080:800:0:1100")) {
            // When
            String report = Tool.report(
                    "ffmpeg",
                    "-nostdin",
                    "-hide_banner",
                    "-i",
                    ad.toString(),
                    "-an",
                    "-vf",
                    half + ",freezedetect=n=-60dB:d=1",
                    "-f",
                    "null",
                    "-");

            // Then
            assertThat(report).as(half).doesNotContain("freeze_start");
        }
    }

    @Test
    void highlightsAWordWhenItIsHeard() throws Exception {
        // Given
        List<Double> onsets = sound.onsetsAfterSilence(PAUSE);

        // When
        List<Double> changes = CaptionTrack.of(ad, FRAMES_PER_SECOND).changes();

        // Then
        assertThat(onsets).hasSizeGreaterThanOrEqualTo(3);
        assertThat(onsets).allSatisfy(onset -> assertThat(CaptionTrack.distance(changes, onset))
                .as("word at %.3f s", onset)
                .isLessThanOrEqualTo(CAPTION_TOLERANCE));
        assertThat(changes.size()).isGreaterThanOrEqualTo(25); // word by word, not line by line
    }

    @Test
    void keepsCaptionsAwayFromTheEdges() throws Exception {
        for (String edge : List.of("crop=40:640:0:640", "crop=40:640:1040:640")) {
            // When
            byte[] frames = Tool.output(
                    "ffmpeg",
                    "-nostdin",
                    "-v",
                    "error",
                    "-i",
                    ad.toString(),
                    "-an",
                    "-vf",
                    edge + ",fps=10",
                    "-pix_fmt",
                    "rgb24",
                    "-f",
                    "rawvideo",
                    "-");

            // Then
            assertThat(CaptionTrack.highlighted(frames)).as(edge).isZero();
        }
    }

    @Test
    void movesTheMouthWithTheSpeechAndShutsItInPauses() throws Exception {
        // Given
        MouthTrack mouth =
                MouthTrack.of(ad, new MouthTrack.Box(420, 560, 240, 120), new MouthTrack.Box(400, 250, 280, 120));
        double[] motion = Correlation.smoothed(mouth.motion(), 3);
        double[] level = Correlation.smoothed(sound.perFrame(motion.length, FRAMES_PER_SECOND), 3);

        // When
        double correlation = Correlation.of(motion, level);

        // Then
        assertThat(correlation).isGreaterThan(0.3);
        assertThat(mouth.meanWhere(frame -> sound.isSilentAround(frame / FRAMES_PER_SECOND, 0.1)))
                .isLessThan(mouth.meanWhere(frame -> !sound.isSilentAround(frame / FRAMES_PER_SECOND, 0.1)) / 3);
    }
}
