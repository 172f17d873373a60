package pro.reelsai.voice.speech.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Phone;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.TransientStageException;
import pro.reelsai.voice.sound.Pcm;
import pro.reelsai.voice.text.Sentence;

/**
 * The small engine flite with its man's voice {@code rms}: one short process per sentence, and one more that asks how each
 * word is pronounced by itself, because flite prints when phones are heard but not to which word they belong.
 */
final class Flite implements SpeechEngine {
    /** The voice's own pace is slow; relative, above 1 is faster. */
    private static final double AD_PACE = 1.1;

    private final String executable;
    private final EngineProcess process;

    /**
     * @param executable a path or a name on the PATH
     * @param timeout after how long flite is killed
     */
    Flite(String executable, Duration timeout) {
        this.executable = executable;
        this.process = new EngineProcess("flite", "flite", timeout);
    }

    @Override
    public String model() {
        return "flite-2.2 cmu_us_rms";
    }

    @Override
    public String source() {
        return "flite";
    }

    @Override
    public List<Utterance> speak(List<Sentence> sentences, double speed, Path directory)
            throws StageException, IOException, InterruptedException {
        List<Utterance> utterances = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            utterances.add(speak(sentences.get(i), speed, directory, i));
        }
        return utterances;
    }

    private Utterance speak(Sentence sentence, double speed, Path directory, int number)
            throws StageException, IOException, InterruptedException {
        String text = "sentence-" + number + ".txt";
        String wave = "utterance-" + number + ".wav";
        Files.writeString(directory.resolve(text), sentence.plainText());
        String stretch = String.format(Locale.ROOT, "duration_stretch=%.3f", 1 / (AD_PACE * speed));
        String printed = run(directory, "-voice", "rms", "--setf", stretch, "-psdur", "-f", text, "-o", wave);
        Pcm audio = Pcm.read(directory.resolve(wave));
        List<Phone> phones = phones(printed);
        return new Utterance(audio, phones, PhoneAlignment.align(pronunciations(sentence, directory, number), phones));
    }

    private static List<Phone> phones(String printed) {
        List<Phone> phones = new ArrayList<>();
        for (String field : printed.strip().split("\\s+")) {
            int colon = field.indexOf(':');
            double start = phones.isEmpty() ? 0 : phones.getLast().end();
            phones.add(new Phone(field.substring(0, colon), start, Double.parseDouble(field.substring(colon + 1))));
        }
        return phones;
    }

    /** The phones of every word, said by itself: words set apart by blank lines are utterances, printed one a line. */
    private List<List<String>> pronunciations(Sentence sentence, Path directory, int number)
            throws StageException, IOException, InterruptedException {
        String text = "words-" + number + ".txt";
        Files.writeString(directory.resolve(text), String.join("\n\n", sentence.words()) + "\n");
        return run(directory, "-voice", "kal", "-ps", "-f", text, "none")
                .lines()
                .map(line -> Arrays.stream(line.strip().split("\\s+"))
                        .filter(phone -> !phone.equals(SpeechMarks.PAUSE))
                        .toList())
                .toList();
    }

    private String run(Path directory, String... arguments) throws StageException, IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(executable));
        command.addAll(List.of(arguments));
        EngineProcess.Ended ended = process.run(command, directory);
        if (ended.exitCode() != 0) {
            throw new TransientStageException(
                    FailureCode.VOICE_UNAVAILABLE,
                    "The local voice did not speak the whole script",
                    new IOException("flite ended with exit code " + ended.exitCode() + ": " + ended.complaint()));
        }
        return ended.stdout();
    }
}
