package pro.reelsai.voice;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.Markup;
import pro.reelsai.model.Script;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.TtsProvider;
import pro.reelsai.model.Voice;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.media.MediaException;
import pro.reelsai.stage.MediaFailures;
import pro.reelsai.stage.MediaResult;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.ProducedFile;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.StageHandler;
import pro.reelsai.stage.StageJob;
import pro.reelsai.voice.sound.SpeechMastering;
import pro.reelsai.voice.speech.Speech;
import pro.reelsai.voice.speech.SpeechOrder;
import pro.reelsai.voice.speech.SpeechSynthesizer;

/** Speaks the script: an mp3, and when every word and phone is heard in it. */
@ApplicationScoped
public class VoiceStage implements StageHandler {
    /** Raised whenever the same script would sound different, so that no older speech is taken for the new one. */
    private static final int VERSION = 1;

    private static final MediaFailures FAILURES = new MediaFailures(
            FailureCode.VOICE_UNAVAILABLE,
            "The speech cannot be played.",
            "Mastering the speech took too long.",
            "The speech could not be mastered.");

    private final VoiceConfig config;
    private final List<SpeechSynthesizer> synthesizers;
    private final SpeechMastering mastering;
    private final ObjectMapper json;

    @Inject
    public VoiceStage(
            VoiceConfig config,
            @Any Instance<SpeechSynthesizer> synthesizers,
            SpeechMastering mastering,
            ObjectMapper json) {
        this(config, synthesizers.stream().toList(), mastering, json);
    }

    VoiceStage(VoiceConfig config, List<SpeechSynthesizer> synthesizers, SpeechMastering mastering, ObjectMapper json) {
        this.config = config;
        this.synthesizers = List.copyOf(synthesizers);
        this.mastering = mastering;
        this.json = json;
    }

    @Override
    public Stage stage() {
        return Stage.VOICE;
    }

    @Override
    public Fingerprint fingerprint(StageRequested request) {
        Voice voice = request.context().voice();
        Script script = request.context().script();
        return Fingerprint.of(
                Stage.VOICE,
                VERSION,
                script == null ? "" : Markup.plain(script.content()),
                voice == null ? "" : voice.provider(),
                voice == null ? "" : voice.identifier(),
                settings(voice),
                request.context().configuration().language(),
                config.speed(),
                config.loudness());
    }

    @Override
    public MediaResult run(StageJob job) throws StageException, IOException, InterruptedException {
        String script = script(job.context());
        Voice voice = voice(job.context());
        SpeechSynthesizer synthesizer = synthesizer(voice);
        job.progress(5, "Speaking the script");
        job.checkStillWanted();
        Speech speech = synthesizer.speak(new SpeechOrder(
                script,
                language(job.context()),
                voice,
                Files.createDirectory(job.directory().resolve("speech")),
                job));
        job.progress(70, "Mastering the voice");
        job.checkStillWanted();
        double seconds = speech.marks().durationSeconds();
        Path mp3 = job.directory().resolve("t2s_audio_" + voice.identifier() + ".mp3");
        try {
            mastering.master(
                    speech.audio(),
                    seconds,
                    config.loudness(),
                    mp3,
                    percent -> job.progress(70 + percent * 29 / 100, "Mastering the voice"));
        } catch (MediaException e) {
            throw FAILURES.explain(e);
        }
        Path marks = job.directory().resolve("words.json");
        json.writeValue(marks.toFile(), speech.marks());
        return new MediaResult(
                List.of(
                        new ProducedFile(Artifact.SPEECH, mp3, "audio/mpeg"),
                        new ProducedFile(Artifact.WORDS, marks, "application/json")),
                seconds,
                speech.provider(),
                speech.model(),
                speech.costUsd());
    }

    private String script(StageContext context) throws PermanentStageException {
        Script script = context.script();
        if (script == null || script.content().isBlank()) {
            throw new PermanentStageException(FailureCode.SCRIPT_UNSPEAKABLE, "The script is empty.");
        }
        if (script.content().length() > config.longestScript()) {
            throw new PermanentStageException(
                    FailureCode.SCRIPT_UNSPEAKABLE,
                    "The script is too long for an ad: %d characters, of at most %d."
                            .formatted(script.content().length(), config.longestScript()));
        }
        return Markup.plain(script.content());
    }

    private static Voice voice(StageContext context) throws PermanentStageException {
        Voice voice = context.voice();
        if (voice == null) {
            throw new PermanentStageException(FailureCode.VOICE_UNAVAILABLE, "No voice is chosen.");
        }
        if (!voice.identifier().matches("[A-Za-z0-9_-]{1,64}")) {
            throw new PermanentStageException(
                    FailureCode.VOICE_UNAVAILABLE, "The chosen voice has no valid identifier.");
        }
        return voice;
    }

    private SpeechSynthesizer synthesizer(Voice voice) throws PermanentStageException {
        SpeechSynthesizer synthesizer = of(voice.provider())
                .orElseThrow(() -> new PermanentStageException(
                        FailureCode.VOICE_UNAVAILABLE, "Nobody here speaks with the voice " + voice.name() + "."));
        Optional<String> missing = synthesizer.missing();
        if (missing.isPresent()) {
            throw new PermanentStageException(
                    FailureCode.VOICE_UNAVAILABLE,
                    "The voice %s is not available on this server: set %s in the environment of the voice service (.env), or choose a local voice instead."
                            .formatted(voice.name(), missing.get()));
        }
        return synthesizer;
    }

    private Optional<SpeechSynthesizer> of(TtsProvider provider) {
        return synthesizers.stream()
                .filter(synthesizer -> synthesizer.provider() == provider)
                .findFirst();
    }

    private String settings(@Nullable Voice voice) {
        return voice == null
                ? ""
                : of(voice.provider()).map(SpeechSynthesizer::settings).orElse("");
    }

    private static Locale language(StageContext context) {
        String tag = context.configuration().language().strip().replace('_', '-');
        Locale language = Locale.forLanguageTag(tag);
        return language.getLanguage().isEmpty() ? Locale.ENGLISH : language;
    }
}
