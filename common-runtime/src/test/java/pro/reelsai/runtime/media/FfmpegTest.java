package pro.reelsai.runtime.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.reelsai.runtime.media.MediaException.Reason;

class FfmpegTest {
    private final Ffmpeg ffmpeg = new Ffmpeg("ffmpeg");
    private final MediaProbe probe = new MediaProbe("ffprobe", Duration.ofSeconds(15));

    @TempDir
    Path directory;

    @Test
    void rendersAndTellsHowFarItIs() throws Exception {
        // Given
        List<Integer> percents = new CopyOnWriteArrayList<>();

        // When
        Path clip = clip("clip.mp4", FfmpegRun.of(Duration.ofSeconds(2)).onProgress(percents::add));

        // Then
        assertThat(probe.probe(clip).video().orElseThrow())
                .extracting(MediaInfo.Video::width, MediaInfo.Video::height, MediaInfo.Video::codec)
                .containsExactly(160, 90, "h264");
        Awaitility.await().untilAsserted(() -> assertThat(percents).isSorted().endsWith(100));
    }

    @Test
    void readsRawFramesFromStandardInput() throws Exception {
        // Given
        Path output = directory.resolve("raw.mp4");
        FFmpegBuilder command = new FFmpegBuilder()
                .addInput("pipe:0")
                .setFormat("rawvideo")
                .addExtraArgs("-pixel_format", "gray", "-video_size", "16x16", "-framerate", "10")
                .done()
                .addOutput(output)
                .setVideoCodec("libx264")
                .done();

        // When
        ffmpeg.run(command, FfmpegRun.of(Duration.ofSeconds(1)), stdin -> stdin.write(new byte[16 * 16 * 10]));

        // Then
        assertThat(probe.probe(output).durationSeconds()).isEqualTo(1.0);
    }

    @Test
    void decodesToRawFramesUntilThereAreNoMore() throws Exception {
        // Given
        FFmpegBuilder command = new FFmpegBuilder()
                .addInput("color=red:size=16x8:rate=10:duration=0.3")
                .setFormat("lavfi")
                .done();
        command.addStdoutOutput()
                .setFormat("rawvideo")
                .addExtraArgs("-pix_fmt", "bgra")
                .done();
        byte[] frame = new byte[16 * 8 * 4];
        int frames = 0;

        // When
        try (DecodedFrames decoded = ffmpeg.decode(command, Duration.ofSeconds(20))) {
            while (decoded.next(frame)) {
                frames++;
            }
        }

        // Then
        assertThat(frames).isEqualTo(3);
        assertThat(frame[2] & 0xFF).as("red").isGreaterThan(240);
        assertThat(frame[0] & 0xFF).as("blue").isLessThan(10);
    }

    @Test
    void saysWhyDecodingStopped() throws Exception {
        // Given
        Path text = Files.writeString(directory.resolve("text.mp4"), "I am no clip");
        FFmpegBuilder command = new FFmpegBuilder().addInput(text).done();
        command.addStdoutOutput().setFormat("rawvideo").done();

        // When
        try (DecodedFrames decoded = ffmpeg.decode(command, Duration.ofSeconds(20))) {
            // Then
            assertThatThrownBy(() -> decoded.next(new byte[4])).hasMessageContaining("Invalid data");
        }
    }

    @Test
    void killsARunThatTakesTooLong() {
        // Given
        FfmpegRun run = FfmpegRun.of(Duration.ofHours(1)).within(Duration.ofMillis(500));

        // When / Then
        assertThatThrownBy(() -> ffmpeg.run(endless(), run))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT));
        assertThat(ownChildren()).isZero();
    }

    @Test
    void leavesNoProcessBehindWhenTheCallerIsInterrupted() throws Exception {
        // Given
        FutureTask<Void> job = new FutureTask<>(() -> {
            ffmpeg.run(endless(), FfmpegRun.of(Duration.ofHours(1)));
            return null;
        });
        Thread worker = Thread.ofVirtual().start(job);
        Awaitility.await().untilAsserted(() -> assertThat(ownChildren()).isEqualTo(1));

        // When
        worker.interrupt();

        // Then
        assertThatThrownBy(() -> job.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
        assertThat(ownChildren()).isZero();
    }

    @Test
    void refusesAPlaylistThatIsNamedLikeAClip() throws Exception {
        // Given
        Path secret = Files.writeString(directory.resolve("secret.ts"), "secret");
        Path playlist = Files.writeString(
                directory.resolve("clip.mp4"),
                "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://" + secret + "\n#EXT-X-ENDLIST\n");

        // When / Then
        assertThatThrownBy(() -> probe.probe(playlist))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREADABLE));
        FFmpegBuilder command = new FFmpegBuilder()
                .addInput(playlist)
                .done()
                .addOutput(directory.resolve("out.mp4"))
                .done();
        assertThatThrownBy(() -> ffmpeg.run(command, FfmpegRun.of(Duration.ofSeconds(1))))
                .isInstanceOf(MediaException.class);
    }

    @Test
    void refusesInputsThatAreNoLocalFiles() {
        // Given
        FFmpegBuilder command = new FFmpegBuilder()
                .addInput("http://localhost:1/clip.mp4")
                .done()
                .addOutput(directory.resolve("out.mp4"))
                .done();

        // When / Then
        assertThatThrownBy(() -> ffmpeg.run(command, FfmpegRun.of(Duration.ofSeconds(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a local file");
    }

    @Test
    void tellsTextAndEmptyFilesFromMedia() throws Exception {
        // Given
        Path text = Files.writeString(directory.resolve("text.mp4"), "I am no clip");
        Path empty = Files.createFile(directory.resolve("empty.png"));

        // When / Then
        for (Path file : List.of(text, empty)) {
            assertThatThrownBy(() -> probe.probe(file))
                    .isInstanceOfSatisfying(
                            MediaException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREADABLE));
        }
    }

    @Test
    void seesAStillPictureWhateverItsName() throws Exception {
        // Given
        Path clip = clip("clip.mp4", FfmpegRun.of(Duration.ofSeconds(2)));
        Path still = directory.resolve("still.png");
        ffmpeg.run(
                new FFmpegBuilder()
                        .addInput(clip)
                        .done()
                        .addOutput(still)
                        .setFrames(1)
                        .done(),
                FfmpegRun.of(Duration.ofSeconds(1)));

        // When
        Path misnamed = Files.move(still, directory.resolve("still.mp4"));

        // Then
        assertThat(probe.probe(misnamed).isStill()).isTrue();
        assertThat(probe.probe(clip).isStill()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 160, 90, 0", "3, 160, 90, 180", "6, 90, 160, 270", "8, 90, 160, 90", "5, 90, 160, 270"})
    void knowsHowAPhonePictureIsShown(int orientation, int width, int height, int rotation) throws Exception {
        // Given
        Path jpeg = directory.resolve("phone.jpg");
        ffmpeg.run(
                new FFmpegBuilder()
                        .addInput("testsrc2=size=160x90")
                        .setFormat("lavfi")
                        .done()
                        .addOutput(jpeg)
                        .setFrames(1)
                        .done(),
                FfmpegRun.of(Duration.ofSeconds(1)));

        // When
        Files.write(jpeg, withExif(Files.readAllBytes(jpeg), orientation));

        // Then
        assertThat(probe.probe(jpeg).video().orElseThrow())
                .extracting(MediaInfo.Video::width, MediaInfo.Video::height, MediaInfo.Video::rotation)
                .containsExactly(width, height, rotation);
    }

    /** Puts an Exif segment with nothing but an orientation behind the marker that begins a JPEG. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] exif = HexFormat.of()
                .parseHex("ffe10022" + "457869660000" + "4d4d002a00000008" + "0001"
                        + "011200030000000100%02x0000".formatted(orientation) + "00000000");
        return ByteBuffer.allocate(jpeg.length + exif.length)
                .put(jpeg, 0, 2)
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private Path clip(String name, FfmpegRun run) throws Exception {
        Path output = directory.resolve(name);
        ffmpeg.run(
                new FFmpegBuilder()
                        .addInput("testsrc2=size=160x90:rate=30:duration=2")
                        .setFormat("lavfi")
                        .done()
                        .addOutput(output)
                        .setVideoCodec("libx264")
                        .done(),
                run);
        return output;
    }

    private FFmpegBuilder endless() {
        return new FFmpegBuilder()
                .addInput("testsrc2=size=64x64:rate=30")
                .setFormat("lavfi")
                .done()
                .addOutput(directory.resolve("endless.mp4"))
                .done();
    }

    private static long ownChildren() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
    }
}
