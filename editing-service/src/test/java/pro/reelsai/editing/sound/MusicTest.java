package pro.reelsai.editing.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import net.bramp.ffmpeg.builder.FFmpegBuilder.Verbosity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pro.reelsai.editing.music.BedPlayer;
import pro.reelsai.model.MusicBed;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;

/** Plays music and masters it under a tone that stands for the speech. */
class MusicTest {
    private static final double SECONDS = 7;
    private static final int RATE = 48_000;
    private static final int WAV_HEADER = 44;

    /** Keeps the music and drops the tone, which is far above. */
    private static final String LOW = "lowpass=f=500,lowpass=f=500,lowpass=f=500,";

    private final Ffmpeg ffmpeg = new Ffmpeg("ffmpeg");

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(MusicBed.class)
    void playsTheSameEveryTimeToTheLengthOfTheAdAndDoesNotClip(MusicBed bed) throws Exception {
        // Given
        Path once = directory.resolve("once.wav");
        Path again = directory.resolve("again.wav");

        // When
        BedPlayer.play(bed, SECONDS, once);
        BedPlayer.play(bed, SECONDS, again);

        // Then
        assertThat(again).hasSameBinaryContentAs(once);
        ByteBuffer samples = ByteBuffer.wrap(Files.readAllBytes(once)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(samples.capacity()).isEqualTo(WAV_HEADER + (int) (SECONDS * RATE) * 4);
        int peak = 0;
        for (int at = WAV_HEADER; at < samples.capacity(); at += 2) {
            peak = Math.max(peak, Math.abs(samples.getShort(at)));
        }
        assertThat(peak / 32768.0).isBetween(0.5, 0.75);
    }

    @Test
    void ducksUnderTheSpeechAndComesBackAfterIt() throws Exception {
        // Given
        Path speech = tone(directory.resolve("speech.wav"), SECONDS / 2);
        Path sound = directory.resolve("sound.m4a");

        // When
        new SoundMaster(ffmpeg, new SoundTarget(-14, -1.2, 192_000)).master(speech, MusicBed.DRIFT, SECONDS, sound);

        // Then
        Loudness whole = loudness(sound, "");
        assertThat(whole.integrated()).isCloseTo(-14, within(0.5));
        assertThat(whole.truePeak()).isLessThanOrEqualTo(-1);
        double under = loudness(sound, "atrim=1.2:3.3," + LOW).integrated();
        double after = loudness(sound, "atrim=4.2:5.8," + LOW).integrated();
        assertThat(after - under).isBetween(6.0, 16.0);
        assertThat(loudness(sound, "atrim=6.95:7," + LOW).truePeak())
                .as("faded out")
                .isLessThan(-30);
    }

    /** A tone for a while, then silence up to the end. */
    private static Path tone(Path wav, double seconds) throws IOException {
        int samples = (int) (SECONDS * RATE);
        ByteBuffer bytes = ByteBuffer.allocate(WAV_HEADER + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(WAV_HEADER - 8 + 2 * samples);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1);
        bytes.putInt(RATE).putInt(2 * RATE).putShort((short) 2).putShort((short) 16);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
        for (int i = 0; i < samples; i++) {
            bytes.putShort((short) (i < seconds * RATE ? 8000 * Math.sin(2 * Math.PI * 3000 * i / RATE) : 0));
        }
        return Files.write(wav, bytes.array());
    }

    private Loudness loudness(Path sound, String filters) throws Exception {
        return Loudness.parse(ffmpeg.measure(
                new FFmpegBuilder()
                        .setVerbosity(Verbosity.INFO)
                        .addInput(sound)
                        .done()
                        .addOutput("-")
                        .setFormat("null")
                        .addExtraArgs("-map", "0:a:0", "-af", filters + Loudness.FILTER)
                        .done(),
                FfmpegRun.of(Duration.ofSeconds(7))));
    }
}
