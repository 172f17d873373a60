package pro.reelsai.model;

import java.util.ArrayList;
import java.util.List;

/**
 * When a part of a script is heard.
 *
 * @param beat the part
 * @param start when its first word begins, in seconds
 * @param end when its last word ends, in seconds
 */
public record BeatTime(ScriptBeat beat, double start, double end) {
    /**
     * The times of a script's beats, in their order.
     *
     * @param marks when the words of that script are heard
     * @return empty where the script has no beats, or the speech is not of these words
     */
    public static List<BeatTime> of(Script script, SpeechMarks marks) {
        List<SpeechMarks.Word> tokens = new ArrayList<>();
        for (SpeechMarks.Word word : marks.words()) {
            // A word takes signs beside it along, such as the ampersand of "salt & pepper".
            tokens(word.text()).forEach(token -> tokens.add(new SpeechMarks.Word(token, word.start(), word.end())));
        }
        List<BeatTime> times = new ArrayList<>();
        int next = 0;
        for (ScriptBeat beat : script.beats()) {
            List<String> spoken = tokens(Markup.plain(beat.spoken()));
            int end = next + spoken.size();
            if (spoken.isEmpty()
                    || end > tokens.size()
                    || !texts(tokens.subList(next, end)).equals(spoken)) {
                return List.of();
            }
            times.add(new BeatTime(
                    beat, tokens.get(next).start(), tokens.get(end - 1).end()));
            next = end;
        }
        return next == tokens.size() ? List.copyOf(times) : List.of();
    }

    private static List<String> texts(List<SpeechMarks.Word> words) {
        return words.stream().map(SpeechMarks.Word::text).toList();
    }

    private static List<String> tokens(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
