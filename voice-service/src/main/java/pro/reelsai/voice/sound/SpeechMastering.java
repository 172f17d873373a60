package pro.reelsai.voice.sound;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.MediaException;

/**
 * Turns raw speech into the mp3 that the stages share: clearer, even, at a known loudness, and not shifted by a sample.
 * The final mix sets its own loudness; this leaves it headroom.
 */
@ApplicationScoped
public class SpeechMastering {
    private static final int SAMPLE_RATE = 48_000;
    private static final long BIT_RATE = 192_000;

    /** The highest sample, as a fraction of full scale: -2 dBFS, which keeps the decoded mp3 below -1.5 dBTP. */
    private static final double CEILING = 0.794;

    /**
     * Rumble out, a little less chest and more presence, and the loudest syllables held back; none of these delays the
     * sound. A local voice is muffled, so its upper range is raised.
     */
    private static final String TONE = "aresample=%d:resampler=swr:filter_size=64".formatted(SAMPLE_RATE)
            + ",highpass=f=75"
            + ",equalizer=f=260:t=q:w=1:g=-2"
            + ",equalizer=f=3800:t=q:w=0.9:g=3"
            + ",treble=f=8000:g=2"
            + ",acompressor=threshold=-20dB:ratio=2.5:attack=8:release=120:knee=4";

    private static final Pattern INTEGRATED = Pattern.compile("I:\\s+(-?[0-9.]+) LUFS");

    private final Ffmpeg ffmpeg;

    public SpeechMastering(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Masters a speech.
     *
     * @param raw the speech
     * @param seconds its length
     * @param loudness the wanted loudness in LUFS
     * @param mp3 the file to write
     * @param percent told how much is done, 0 to 100
     * @throws MediaException if FFmpeg fails
     * @throws InterruptedException if the caller is interrupted
     */
    public void master(Path raw, double seconds, double loudness, Path mp3, IntConsumer percent)
            throws MediaException, InterruptedException {
        FfmpegRun run = FfmpegRun.of(Duration.ofMillis(Math.round(seconds * 1000)));
        double gain = loudness - measure(raw, run);
        String filter = String.format(
                Locale.ROOT,
                "%s,volume=%.2fdB,alimiter=limit=%.3f:attack=2:release=60:level=0:latency=1",
                TONE,
                gain,
                CEILING);
        FFmpegBuilder encode = new FFmpegBuilder()
                .addInput(raw.toString())
                .done()
                .overrideOutputFiles(true)
                .addOutput(mp3.toString())
                .setFormat("mp3")
                .setAudioCodec("libmp3lame")
                .setAudioBitRate(BIT_RATE)
                .setAudioChannels(1)
                .setAudioSampleRate(SAMPLE_RATE)
                .setAudioFilter(filter)
                .done();
        ffmpeg.run(encode, run.onProgress(percent));
    }

    /** The loudness after the tone filters, in LUFS. */
    private double measure(Path raw, FfmpegRun run) throws MediaException, InterruptedException {
        FFmpegBuilder listen = new FFmpegBuilder()
                .setVerbosity(FFmpegBuilder.Verbosity.INFO)
                .addInput(raw.toString())
                .done()
                .addOutput("-")
                .setFormat("null")
                .setAudioFilter(TONE + ",ebur128=framelog=verbose")
                .done();
        Matcher summary = INTEGRATED.matcher(ffmpeg.measure(listen, run));
        double measured = Double.NEGATIVE_INFINITY;
        while (summary.find()) {
            measured = Double.parseDouble(summary.group(1));
        }
        // A speech of one short word is too short to be measured; it reads as silence and keeps its level.
        return Math.clamp(measured, -40, 0);
    }
}
