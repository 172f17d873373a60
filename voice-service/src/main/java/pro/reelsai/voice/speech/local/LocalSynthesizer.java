package pro.reelsai.voice.speech.local;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.TtsProvider;
import pro.reelsai.model.Voice;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.StageException;
import pro.reelsai.voice.VoiceConfig;
import pro.reelsai.voice.speech.Speech;
import pro.reelsai.voice.speech.SpeechOrder;
import pro.reelsai.voice.speech.SpeechSynthesizer;
import pro.reelsai.voice.text.ScriptReader;
import pro.reelsai.voice.text.Sentence;

/** Speaks with the engines of this machine: the woman {@code slt} and the man {@code rms}. */
@ApplicationScoped
public class LocalSynthesizer implements SpeechSynthesizer {
    private final VoiceConfig config;

    public LocalSynthesizer(VoiceConfig config) {
        this.config = config;
    }

    @Override
    public TtsProvider provider() {
        return TtsProvider.LOCAL;
    }

    @Override
    public String settings() {
        return "%s|%s".formatted(config.commaPause(), config.sentencePause());
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public Speech speak(SpeechOrder order) throws StageException, IOException, InterruptedException {
        SpeechEngine engine = engine(order.voice());
        Path directory = order.directory();
        List<Sentence> sentences = ScriptReader.read(order.script());
        if (sentences.isEmpty()) {
            throw new PermanentStageException(
                    FailureCode.SCRIPT_UNSPEAKABLE, "The script holds no word that an English voice can speak.");
        }
        List<Utterance> utterances = engine.speak(sentences, config.speed(), directory);
        Pauses pauses = Pauses.of(config.commaPause(), config.sentencePause());
        SpeechAssembly assembly =
                new SpeechAssembly(pauses, utterances.getFirst().audio().rate());
        for (int i = 0; i < sentences.size(); i++) {
            assembly.add(sentences.get(i), utterances.get(i));
        }
        SpeechMarks marks = assembly.finish(engine.source());
        Path wave = directory.resolve("speech.wav");
        assembly.audio().write(wave);
        return new Speech(wave, marks, "local", engine.model(), BigDecimal.ZERO);
    }

    private SpeechEngine engine(Voice voice) throws PermanentStageException {
        return switch (voice.identifier()) {
            case "slt" -> new Festival(config.festival(), config.timeout());
            case "rms" -> new Flite(config.flite(), config.timeout());
            default ->
                throw new PermanentStageException(
                        FailureCode.VOICE_UNAVAILABLE,
                        "There is no local voice '%s'; choose slt or rms.".formatted(voice.identifier()));
        };
    }
}
