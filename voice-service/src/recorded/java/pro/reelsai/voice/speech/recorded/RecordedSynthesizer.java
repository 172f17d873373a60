package pro.reelsai.voice.speech.recorded;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.TtsProvider;
import pro.reelsai.stage.recorded.Recording;
import pro.reelsai.voice.speech.Speech;
import pro.reelsai.voice.speech.SpeechOrder;
import pro.reelsai.voice.speech.SpeechSynthesizer;

/** Delivers the recording for any script, its words at an even pace; the local voices' place is its own. */
@ApplicationScoped
public class RecordedSynthesizer implements SpeechSynthesizer {
    private static final String NAME = "recorded";

    @Override
    public TtsProvider provider() {
        return TtsProvider.LOCAL;
    }

    @Override
    public String settings() {
        return NAME;
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public Speech speak(SpeechOrder order) throws IOException {
        return new Speech(
                Recording.deliver(order.directory().resolve("speech.wav")),
                marks(order.script()),
                NAME,
                NAME,
                BigDecimal.ZERO);
    }

    private static SpeechMarks marks(String script) {
        String[] texts = script.strip().split("\\s+");
        double each = Recording.SECONDS / (texts.length + 1);
        List<SpeechMarks.Word> words = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            words.add(new SpeechMarks.Word(texts[i], i * each, (i + 1) * each));
        }
        return new SpeechMarks(Recording.SECONDS, NAME, words, List.of());
    }
}
