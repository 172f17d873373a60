package pro.reelsai.voice.speech.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import pro.reelsai.model.FailureCode;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.TransientStageException;
import pro.reelsai.voice.sound.Pcm;
import pro.reelsai.voice.text.Sentence;

/**
 * The Festival system with the HTS voice {@code cmu_us_slt_arctic_hts}: one process for a whole script.
 *
 * <p>Festival's input language is Scheme, so what reaches it is checked to be the plain alphabet of
 * {@link Sentence#plainText()}, stands in string literals, and is parsed but never evaluated as code.
 */
final class Festival implements SpeechEngine {
    /** With our shorter pauses the voice's own pace is an ad's: 2.5 to 2.8 words per second. Above 1 is faster. */
    private static final double AD_PACE = 1.0;

    private static final Pattern PLAIN = Pattern.compile("[a-z' ,]+[.?!]");
    private static final String SCRIPT = "speak.scm";

    private final String executable;
    private final EngineProcess process;

    /**
     * @param executable a path or a name on the PATH
     * @param timeout after how long Festival is killed
     */
    Festival(String executable, Duration timeout) {
        this.executable = executable;
        this.process = new EngineProcess("Festival with the voice slt", "festival festvox-us-slt-hts", timeout);
    }

    @Override
    public String model() {
        return "festival-2.5 cmu_us_slt_arctic_hts";
    }

    @Override
    public String source() {
        return "festival";
    }

    @Override
    public List<Utterance> speak(List<Sentence> sentences, double speed, Path directory)
            throws StageException, IOException, InterruptedException {
        try (InputStream script = Objects.requireNonNull(Festival.class.getResourceAsStream(SCRIPT))) {
            Files.copy(script, directory.resolve(SCRIPT));
        }
        Files.writeString(directory.resolve("sentences.lisp"), data(sentences, speed));
        EngineProcess.Ended ended = process.run(List.of(executable, "--batch", SCRIPT), directory);
        if (ended.stderr().contains("unbound variable: voice_cmu_us_slt_arctic_hts")) {
            throw process.missing(new IOException(ended.complaint()));
        }
        if (!ended.stdout().endsWith("done\n")) {
            throw new TransientStageException(
                    FailureCode.VOICE_UNAVAILABLE,
                    "The local voice did not speak the whole script",
                    new IOException("Festival ended with exit code " + ended.exitCode() + ": " + ended.complaint()));
        }
        return utterances(ended.stdout(), sentences, directory);
    }

    private static String data(List<Sentence> sentences, double speed) {
        StringBuilder data = new StringBuilder(String.format(Locale.ROOT, "%.3f%n", AD_PACE * speed));
        for (Sentence sentence : sentences) {
            String text = sentence.plainText();
            if (!PLAIN.matcher(text).matches()) {
                throw new IllegalArgumentException("A sentence holds more than words");
            }
            data.append('"').append(text).append("\"\n");
        }
        return data.toString();
    }

    private static List<Utterance> utterances(String printed, List<Sentence> sentences, Path directory)
            throws IOException {
        String[] blocks = printed.split("utterance\n");
        List<Utterance> utterances = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            Pcm audio = Pcm.read(directory.resolve("utterance-" + i + ".wav"));
            FestivalMarks marks = FestivalMarks.parse(blocks[i + 1]);
            if (marks.words().size() != sentences.get(i).words().size()) {
                throw new IOException("Festival spoke %d words instead of %d"
                        .formatted(
                                marks.words().size(), sentences.get(i).words().size()));
            }
            utterances.add(new Utterance(audio, marks.phones(), marks.words()));
        }
        return utterances;
    }
}
