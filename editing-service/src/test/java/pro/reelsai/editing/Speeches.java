package pro.reelsai.editing;

import java.util.ArrayList;
import java.util.List;
import pro.reelsai.model.SpeechMarks;

/** Speeches with words and pauses, for planning by. */
public final class Speeches {
    private Speeches() {}

    /** A speech of words of 0.4 s; every {@code perSentence}-th ends a sentence. */
    public static SpeechMarks of(double seconds, int perSentence) {
        List<SpeechMarks.Word> words = new ArrayList<>();
        for (int i = 0; (i + 1) * 0.4 <= seconds; i++) {
            boolean last = i % perSentence == perSentence - 1;
            words.add(new SpeechMarks.Word(last ? "word." : "word", i * 0.4, i * 0.4 + (last ? 0.25 : 0.38)));
        }
        return new SpeechMarks(seconds, "test", words, List.of());
    }
}
