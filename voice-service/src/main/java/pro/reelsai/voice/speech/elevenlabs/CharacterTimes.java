package pro.reelsai.voice.speech.elevenlabs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.reelsai.voice.speech.elevenlabs.ElevenLabsApi.Alignment;
import pro.reelsai.voice.timing.Span;

/** Groups the times of characters on white space. */
final class CharacterTimes {
    private CharacterTimes() {}

    /**
     * When each run of non-spaces of a text is heard.
     *
     * @return null where there are no times, or where they are not those of the text
     */
    static @Nullable List<Span> tokens(String text, @Nullable Alignment alignment) {
        if (alignment == null
                || alignment.starts().size() != alignment.characters().size()
                || alignment.ends().size() != alignment.characters().size()
                || !String.join("", alignment.characters()).strip().equals(text)) {
            return null;
        }
        List<Span> tokens = new ArrayList<>();
        double start = -1;
        double end = 0;
        for (int i = 0; i < alignment.characters().size(); i++) {
            if (alignment.characters().get(i).isBlank()) {
                if (start >= 0) {
                    tokens.add(new Span(start, end));
                }
                start = -1;
            } else {
                start = start < 0 ? alignment.starts().get(i) : start;
                end = Math.max(start, alignment.ends().get(i));
            }
        }
        if (start >= 0) {
            tokens.add(new Span(start, end));
        }
        return tokens;
    }
}
