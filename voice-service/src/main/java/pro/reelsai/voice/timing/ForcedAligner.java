package pro.reelsai.voice.timing;

import edu.cmu.sphinx.api.Configuration;
import edu.cmu.sphinx.api.Context;
import edu.cmu.sphinx.frontend.util.StreamDataSource;
import edu.cmu.sphinx.linguist.language.grammar.AlignerGrammar;
import edu.cmu.sphinx.recognizer.Recognizer;
import edu.cmu.sphinx.result.Result;
import edu.cmu.sphinx.result.WordResult;
import edu.cmu.sphinx.util.TimeFrame;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pro.reelsai.stage.StageException;
import pro.reelsai.voice.timing.TextAlignment.Heard;

/**
 * Fits known English words to their sound on this machine: CMU Sphinx with a grammar that knows exactly this text. Takes
 * about 110 MB of memory and a fifth of the sound's length; one sound at a time.
 */
@ApplicationScoped
public class ForcedAligner {
    private static final String MODEL = "resource:/edu/cmu/sphinx/models/en-us/en-us";
    private static final String CONFIGURATION = "resource:/pro/reelsai/voice/timing/aligner.config.xml";
    private static final double ENOUGH = 0.9;
    private static final double LAST_WORD = 0.4;

    private final Lexicon lexicon;

    public ForcedAligner(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * Times words.
     *
     * @param words the spoken words, {@code a-z} and apostrophes
     * @param sound 16 kHz, 16 bit, mono as RIFF WAVE
     * @param directory for working files
     * @return a span for every word; empty if the sound cannot be fitted
     * @throws StageException if the lexicon is not installed
     */
    public synchronized Optional<List<Span>> align(List<String> words, Path sound, Path directory)
            throws StageException, IOException, InterruptedException {
        Map<String, List<String>> phones = lexicon.pronounce(words, directory);
        if (!phones.keySet().containsAll(words)) {
            return Optional.empty();
        }
        List<Heard> found = decode(words, dictionary(phones, directory), sound);
        // The last word is lost where the sound ends with it; a sound with another text loses far more.
        if (found.size() < words.size() * ENOUGH) {
            return Optional.empty();
        }
        return Optional.of(
                TextAlignment.align(words, found, found.getLast().span().end() + LAST_WORD));
    }

    private static List<Heard> decode(List<String> words, Path dictionary, Path sound) throws IOException {
        Configuration configuration = new Configuration();
        configuration.setAcousticModelPath(MODEL);
        configuration.setDictionaryPath(dictionary.toUri().toString());
        Context context = new Context(CONFIGURATION, configuration);
        Recognizer recognizer = context.getInstance(Recognizer.class);
        recognizer.allocate();
        List<Heard> found = new ArrayList<>();
        try (InputStream in = Files.newInputStream(sound)) {
            context.getInstance(AlignerGrammar.class).setWords(words);
            context.getInstance(StreamDataSource.class).setInputStream(in);
            Result result = recognizer.recognize();
            for (WordResult word : result == null ? List.<WordResult>of() : result.getTimedBestResult(false)) {
                TimeFrame time = word.getTimeFrame();
                found.add(new Heard(
                        word.getWord().getSpelling(), new Span(time.getStart() / 1000.0, time.getEnd() / 1000.0)));
            }
        } finally {
            recognizer.deallocate();
        }
        return found;
    }

    private static Path dictionary(Map<String, List<String>> phones, Path directory) throws IOException {
        StringBuilder lines = new StringBuilder();
        phones.forEach((word, sounds) -> {
            lines.append(word);
            for (String sound : sounds) {
                // CMU's phone set has no schwa of its own.
                lines.append(' ').append(sound.equals("ax") ? "AH" : sound.toUpperCase(Locale.ROOT));
            }
            lines.append('\n');
        });
        return Files.writeString(Files.createTempFile(directory, "lexicon", ".dict"), lines);
    }
}
