package pro.reelsai.voice.speech.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import org.jboss.logging.Logger;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Phone;
import pro.reelsai.model.SpeechMarks.Word;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.MediaException;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.TransientStageException;
import pro.reelsai.voice.VoiceConfig;
import pro.reelsai.voice.sound.Pcm;
import pro.reelsai.voice.speech.Speech;
import pro.reelsai.voice.speech.SpeechOrder;
import pro.reelsai.voice.text.Brands;
import pro.reelsai.voice.text.SpokenScript;
import pro.reelsai.voice.text.SpokenScript.Piece;
import pro.reelsai.voice.text.SpokenWords;
import pro.reelsai.voice.timing.Lexicon;
import pro.reelsai.voice.timing.Loud;
import pro.reelsai.voice.timing.PhoneSpread;
import pro.reelsai.voice.timing.Recording;
import pro.reelsai.voice.timing.Span;
import pro.reelsai.voice.timing.Spans;
import pro.reelsai.voice.timing.WordTimer;
import pro.reelsai.voice.timing.WordTimes;
import pro.reelsai.voice.timing.WordTimes.Source;

/** Records a script chunk by chunk with a vendor's voice: reads it, times it, joins it. */
@ApplicationScoped
public class VendorStudio {
    private static final Logger LOG = Logger.getLogger(VendorStudio.class);
    private static final int RATE = 48_000;
    private static final Duration LONGEST_DECODE = Duration.ofMinutes(2);
    /** What is left of the silence before and after speech, in seconds. */
    private static final double HEAD = 0.06;

    private static final double TAIL = 0.10;

    private final VoiceConfig config;
    private final WordTimer timer;
    private final Lexicon lexicon;
    private final Ffmpeg ffmpeg;

    public VendorStudio(VoiceConfig config, WordTimer timer, Lexicon lexicon, Ffmpeg ffmpeg) {
        this.config = config;
        this.timer = timer;
        this.lexicon = lexicon;
        this.ffmpeg = ffmpeg;
    }

    /** Asks a vendor to speak a chunk. */
    @FunctionalInterface
    public interface Speaker {
        /**
         * Asks.
         *
         * @throws StageException if the vendor does not speak
         * @throws IOException if the disk or the bucket fails
         * @throws InterruptedException if the stage should stop
         */
        Take speak(Chunk chunk) throws StageException, IOException, InterruptedException;
    }

    /**
     * Records a script.
     *
     * @param order what to speak
     * @param longest the longest chunk in characters
     * @param provider who speaks, as recorded with the speech
     * @param model the model, as recorded with the speech
     * @param speaker asks the vendor
     * @throws StageException if the script cannot be spoken
     * @throws IOException if the disk or the bucket fails
     * @throws InterruptedException if the stage should stop
     */
    public Speech record(SpeechOrder order, int longest, String provider, String model, Speaker speaker)
            throws StageException, IOException, InterruptedException {
        SpokenScript script = SpokenScript.read(order.script(), order.language(), new Brands(config.pronunciation()));
        List<Chunk> chunks = Chunk.of(script, longest);
        if (chunks.isEmpty()) {
            throw new PermanentStageException(
                    FailureCode.SCRIPT_UNSPEAKABLE, "The script holds no word that can be spoken.");
        }
        Join join = new Join(RATE);
        List<Span> spans = new ArrayList<>();
        Source source = Source.VENDOR;
        BigDecimal cost = BigDecimal.ZERO;
        for (Chunk chunk : chunks) {
            Take take = speaker.speak(chunk);
            Pcm sound = decode(take, order.directory());
            WordTimer.Measured measured = times(order, chunk, take, sound);
            source = source.or(measured.times().source());
            cost = cost.add(take.costUsd()).add(measured.costUsd());
            join.silence(spans.isEmpty() ? 0 : Math.max(0, config.sentencePause() - HEAD - TAIL));
            Span part = part(sound, measured.times().words());
            double moved = join.add(sound, part);
            measured.times().words().forEach(span -> spans.add(span.later(moved)));
        }
        Path wave = order.directory().resolve("speech.wav");
        join.sound().write(wave);
        return new Speech(wave, marks(order, script.pieces(), spans, join.seconds(), source), provider, model, cost);
    }

    private WordTimer.Measured times(SpeechOrder order, Chunk chunk, Take take, Pcm sound)
            throws StageException, IOException, InterruptedException {
        List<String> words = SpokenWords.of(chunk.text());
        List<Span> tokens = take.tokens();
        if (tokens == null) {
            return timer.time(order, new Recording(chunk.text(), words, take.sound(), take.fileName(), sound));
        }
        List<Span> spans = new ArrayList<>();
        String[] texts = chunk.text().split(" ");
        for (int i = 0; i < texts.length; i++) {
            spans.addAll(Spans.shared(tokens.get(i), SpokenWords.of(texts[i])));
        }
        return new WordTimer.Measured(new WordTimes(Source.VENDOR, spans), BigDecimal.ZERO);
    }

    /** The sound without the silence around the words. */
    private static Span part(Pcm sound, List<Span> words) {
        Span loud = Loud.of(sound).whole();
        double first = Math.min(loud.start(), words.getFirst().start());
        double last = Math.max(loud.end(), words.getLast().end());
        return new Span(Math.max(0, first - HEAD), Math.min(sound.seconds(), last + TAIL));
    }

    private SpeechMarks marks(SpeechOrder order, List<Piece> pieces, List<Span> measured, double seconds, Source source)
            throws IOException, InterruptedException {
        List<Span> spans = Spans.ordered(measured, seconds);
        List<Word> words = new ArrayList<>();
        List<String> spoken = new ArrayList<>();
        for (Piece piece : pieces) {
            int from = spoken.size();
            spoken.addAll(piece.words());
            words.add(new Word(
                    piece.written(),
                    spans.get(from).start(),
                    spans.get(spoken.size() - 1).end()));
        }
        return new SpeechMarks(
                seconds, source.name().toLowerCase(Locale.ROOT), words, phones(order, spoken, spans, seconds));
    }

    private List<Phone> phones(SpeechOrder order, List<String> words, List<Span> spans, double seconds)
            throws IOException, InterruptedException {
        if (!order.language().getLanguage().equals("en")) {
            return List.of();
        }
        try {
            return PhoneSpread.spread(words, spans, lexicon.pronounce(words, order.directory()), seconds);
        } catch (StageException e) {
            LOG.infof("REELS-0304 no lexicon, mouths go by the spelling: %s", e.getMessage());
            return List.of();
        }
    }

    private Pcm decode(Take take, Path directory) throws StageException, IOException, InterruptedException {
        Path raw = Files.createTempFile(directory, "take", take.fileName());
        Path wave = Files.createTempFile(directory, "decoded", ".wav");
        Files.write(raw, take.sound());
        try {
            ffmpeg.run(
                    new FFmpegBuilder()
                            .addInput(raw.toString())
                            .done()
                            .overrideOutputFiles(true)
                            .addOutput(wave.toString())
                            .setFormat("wav")
                            .setAudioCodec("pcm_s16le")
                            .setAudioChannels(1)
                            .setAudioSampleRate(RATE)
                            .done(),
                    FfmpegRun.of(LONGEST_DECODE));
        } catch (MediaException e) {
            throw new TransientStageException(
                    FailureCode.VOICE_UNAVAILABLE, "The voice's sound cannot be read. Please try again later.", e);
        }
        return Pcm.read(wave);
    }
}
