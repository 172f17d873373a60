package pro.reelsai.voice.timing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import org.jboss.logging.Logger;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.MediaException;
import pro.reelsai.stage.NotWantedException;
import pro.reelsai.stage.StageException;
import pro.reelsai.voice.VoiceConfig;
import pro.reelsai.voice.speech.SpeechOrder;
import pro.reelsai.voice.timing.WordTimes.Source;

/**
 * Times the words of any sound whose text is known, by the best means there is: what a recogniser hears, laid over the
 * text; else the text fitted to the sound on this machine; else the sound's loudness. Times are worth no failed run.
 */
@ApplicationScoped
public class WordTimer {
    private static final Logger LOG = Logger.getLogger(WordTimer.class);
    private static final int ALIGNER_RATE = 16_000;

    private final VoiceConfig config;
    private final Transcriber transcriber;
    private final ForcedAligner aligner;
    private final Ffmpeg ffmpeg;

    public WordTimer(VoiceConfig config, Transcriber transcriber, ForcedAligner aligner, Ffmpeg ffmpeg) {
        this.config = config;
        this.transcriber = transcriber;
        this.aligner = aligner;
        this.ffmpeg = ffmpeg;
    }

    /**
     * What was measured, and what that cost.
     *
     * @param times a span for every word of the recording
     * @param costUsd in US dollars
     */
    public record Measured(WordTimes times, BigDecimal costUsd) {}

    /**
     * Times the words of a recording.
     *
     * @throws StageException if the work is not wanted any more
     * @throws IOException if the disk fails
     * @throws InterruptedException if the stage should stop
     */
    public Measured time(SpeechOrder order, Recording recording)
            throws StageException, IOException, InterruptedException {
        Loud loud = Loud.of(recording.sound());
        if (config.transcription() && transcriber.isAvailable()) {
            Optional<Measured> heard = heard(order, recording, loud);
            if (heard.isPresent()) {
                return heard.get();
            }
        }
        if (config.alignment() && order.language().getLanguage().equals("en")) {
            Optional<List<Span>> fitted = fitted(order, recording);
            if (fitted.isPresent()) {
                return new Measured(new WordTimes(Source.ALIGNED, fitted.get()), BigDecimal.ZERO);
            }
        }
        List<Span> guessed = EnergyTimer.time(recording.words(), loud);
        return new Measured(new WordTimes(Source.ENERGY, guessed), BigDecimal.ZERO);
    }

    private Optional<Measured> heard(SpeechOrder order, Recording recording, Loud loud)
            throws StageException, IOException, InterruptedException {
        try {
            Transcriber.Transcript transcript = transcriber.listen(order, recording);
            if (transcript.words().size() * 2 < recording.words().size()) {
                LOG.warnf(
                        "REELS-0301 only %d of %d words were heard",
                        transcript.words().size(), recording.words().size());
                return Optional.empty();
            }
            List<Span> spans =
                    TextAlignment.align(
                                    recording.words(),
                                    transcript.words(),
                                    recording.sound().seconds())
                            .stream()
                            .map(loud::trimmed)
                            .toList();
            return Optional.of(new Measured(new WordTimes(Source.WHISPER, spans), transcript.costUsd()));
        } catch (NotWantedException e) {
            throw e;
        } catch (StageException e) {
            LOG.warnf("REELS-0302 nobody listens to the speech, it is timed here: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<List<Span>> fitted(SpeechOrder order, Recording recording)
            throws StageException, IOException, InterruptedException {
        Path wave = Files.createTempFile(order.directory(), "sound", ".wav");
        Path narrow = Files.createTempFile(order.directory(), "narrow", ".wav");
        recording.sound().write(wave);
        try {
            ffmpeg.run(
                    new FFmpegBuilder()
                            .addInput(wave.toString())
                            .done()
                            .overrideOutputFiles(true)
                            .addOutput(narrow.toString())
                            .setFormat("wav")
                            .setAudioCodec("pcm_s16le")
                            .setAudioChannels(1)
                            .setAudioSampleRate(ALIGNER_RATE)
                            .done(),
                    FfmpegRun.of(Duration.ofMillis(Math.round(recording.sound().seconds() * 1000))));
            return aligner.align(recording.words(), narrow, order.directory());
        } catch (NotWantedException e) {
            throw e;
        } catch (MediaException | StageException | RuntimeException e) {
            // Sphinx throws whatever it likes where a sound is unlike its text.
            LOG.warnf("REELS-0303 the speech cannot be fitted to its text: %s", e.getMessage());
            return Optional.empty();
        }
    }
}
