package pro.reelsai.voice.timing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.stage.StageException;
import pro.reelsai.voice.VoiceConfig;
import pro.reelsai.voice.speech.local.EngineProcess;

/** How English words sound: flite's lexicon, and its letter-to-sound rules for words that are not in it. */
@ApplicationScoped
public class Lexicon {
    private final VoiceConfig config;

    public Lexicon(VoiceConfig config) {
        this.config = config;
    }

    /**
     * Pronounces words.
     *
     * @param words any words; those with other letters than {@code a-z} are left out
     * @param directory for working files
     * @return the phones of every word that can be pronounced, in the names of {@link SpeechMarks.Phone}
     * @throws StageException if flite is not installed or does not end
     */
    public Map<String, List<String>> pronounce(List<String> words, Path directory)
            throws StageException, IOException, InterruptedException {
        Set<String> known = new LinkedHashSet<>();
        words.stream().filter(word -> word.matches("[a-z]+(?:'[a-z]+)*")).forEach(known::add);
        Map<String, List<String>> phones = new TreeMap<>();
        if (known.isEmpty()) {
            return phones;
        }
        Path file = Files.createTempFile(directory, "words", ".txt");
        // Words set apart by blank lines are utterances, printed one a line.
        Files.writeString(file, String.join("\n\n", known) + "\n");
        List<String> lines = new EngineProcess("flite", "flite", config.timeout())
                .run(
                        List.of(
                                config.flite(),
                                "-voice",
                                "kal",
                                "-ps",
                                "-f",
                                file.getFileName().toString(),
                                "none"),
                        directory)
                .stdout()
                .lines()
                .toList();
        if (lines.size() != known.size()) {
            throw new IOException("flite pronounced %d of %d words".formatted(lines.size(), known.size()));
        }
        int line = 0;
        for (String word : known) {
            List<String> sounds = Arrays.stream(lines.get(line++).strip().split("\\s+"))
                    .filter(phone -> !phone.isEmpty() && !phone.equals(SpeechMarks.PAUSE))
                    .toList();
            if (!sounds.isEmpty()) {
                phones.put(word, sounds);
            }
        }
        return phones;
    }
}
