package pro.reelsai.lipsync.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.MediaException;

/** Decodes a speech to the samples whose loudness the mouth follows. */
final class SpeechDecoder {
    /** Enough to measure loudness with, in samples a second. */
    static final int SAMPLE_RATE = 16_000;

    private final Ffmpeg ffmpeg;

    SpeechDecoder(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Decodes a performance's speech.
     *
     * @return signed 16-bit little-endian samples, one channel, {@link #SAMPLE_RATE} a second
     * @throws MediaException if the speech cannot be decoded
     * @throws IOException if the disk fails
     * @throws InterruptedException if the stage should stop
     */
    byte[] decode(Performance performance) throws MediaException, IOException, InterruptedException {
        Path samples = performance.directory().resolve("speech.pcm");
        FFmpegBuilder command = new FFmpegBuilder()
                .addInput(performance.speech())
                .done()
                .addOutput(samples)
                .disableVideo()
                .setFormat("s16le")
                .setAudioCodec("pcm_s16le")
                .setAudioChannels(1)
                .setAudioSampleRate(SAMPLE_RATE)
                .done();
        ffmpeg.run(command, FfmpegRun.of(Duration.ofMillis((long)
                (performance.marks().durationSeconds() * 1000))));
        byte[] pcm = Files.readAllBytes(samples);
        Files.delete(samples);
        return pcm;
    }
}
