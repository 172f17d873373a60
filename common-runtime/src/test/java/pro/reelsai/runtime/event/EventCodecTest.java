package pro.reelsai.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pro.reelsai.model.Actor;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.Asset;
import pro.reelsai.model.AssetType;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.LayoutType;
import pro.reelsai.model.LipsyncProvider;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.Product;
import pro.reelsai.model.Script;
import pro.reelsai.model.ScriptBeat;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.StageState;
import pro.reelsai.model.StoredObject;
import pro.reelsai.model.Topics;
import pro.reelsai.model.TtsProvider;
import pro.reelsai.model.VideoConfiguration;
import pro.reelsai.model.Voice;
import pro.reelsai.model.event.LipsyncCallback;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.model.event.RunCancelled;
import pro.reelsai.model.event.RunCompleted;
import pro.reelsai.model.event.RunFailed;
import pro.reelsai.model.event.RunProgress;
import pro.reelsai.model.event.ScriptGenerated;
import pro.reelsai.model.event.Shadow;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.json.ReelsJson;

class EventCodecTest {
    private static final UUID ID = UUID.fromString("6b1f6a2e-1111-4111-8111-0f0f0f0f0f0f");
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    private final EventCodec codec = new EventCodec(ReelsJson.mapper());

    @Test
    void bringsEveryEventBackUnchanged() throws Exception {
        for (ReelsEvent event : everyKind()) {
            // When
            EncodedEvent encoded = codec.encode(event);

            // Then
            assertThat(codec.decode(encoded.topic(), encoded.value())).isEqualTo(event);
            assertThat(encoded.key()).isEqualTo(ID.toString());
            assertThat(encoded.headers())
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_id", event.id())
                    .containsEntry("content-type", "application/json")
                    .containsEntry("traceparent", "00-6b1f6a2e1111411181110f0f0f0f0f0f-81110f0f0f0f0f0f-01");
        }
    }

    @Test
    void speaksSnakeCase() {
        // When
        String value = codec.encode(everyKind().getFirst()).value();

        // Then
        assertThat(value)
                .contains("\"run_id\":\"" + ID + "\"", "\"duration_seconds\":", "\"aspect_ratio\":\"PORTRAIT\"");
    }

    @Test
    void ignoresFieldsThatALaterVersionAdds() throws Exception {
        // Given
        String value = codec.encode(cancelled()).value().replace("{\"", "{\"added_later\":[1],\"");

        // When / Then
        assertThat(codec.decode(Topics.RUN_CANCELLED, value)).isEqualTo(cancelled());
    }

    @Test
    void readsARequestAsItWasWrittenBeforeThereWereShadows() throws Exception {
        // Given
        String value = """
                {"run_id":"6b1f6a2e-1111-4111-8111-0f0f0f0f0f0f","project_id":"6b1f6a2e-1111-4111-8111-0f0f0f0f0f0f",
                "user_id":"6b1f6a2e-1111-4111-8111-0f0f0f0f0f0f","stage":"VOICE","attempt":1,
                "requested_at":"2026-11-22T10:15:30Z","deadline":"2026-11-22T11:15:30Z","context":{
                "product":{"id":"6b1f6a2e-1111-4111-8111-0f0f0f0f0f0f","name":"Lamp","description":"A lamp","link":null},
                "configuration":{"duration":15,"target_audience":"all","cta":"Buy","direction":"","aspect_ratio":"PORTRAIT",
                "caption_style":null,"language":"en"},"script":null,"voice":null,"actor":null,"layout":"TOP_BOTTOM",
                "assets":[],"outputs":{}}}""";

        // When
        StageRequested request = (StageRequested) codec.decode(Topics.VOICE_REQUESTED, value);

        // Then
        assertThat(request.shadow()).isNull();
        assertThat(request.next(Stage.LIPSYNC, output(), NOW).shadow()).isNull();
        assertThat(request.own(output().fingerprint())).isEqualTo(output().fingerprint());
    }

    private static StageOutput output() {
        return context().output(Stage.VOICE).orElseThrow();
    }

    @Test
    void refusesWhatIsNoEvent() {
        for (String value : List.of("", "null", "[]", "{", "{}", "{\"run_id\":\"x\"}", "\u0000")) {
            assertThatThrownBy(() -> codec.decode(Topics.RUN_CANCELLED, value))
                    .as(value)
                    .isInstanceOf(EventUnreadableException.class);
        }
        String callback =
                codec.encode(new LipsyncCallback(ID, ID, ID, 1, "p", NOW)).value();
        assertThatThrownBy(() -> codec.decode(Topics.LIPSYNC_CALLBACK, callback.replace("\"p\"", "null")))
                .isInstanceOf(EventUnreadableException.class);
        assertThatThrownBy(() -> codec.decode(
                        "reels.voice.requested.v9", codec.encode(cancelled()).value()))
                .isInstanceOf(EventUnreadableException.class);
    }

    @Test
    void refusesARequestOnTheTopicOfAnotherStage() {
        assertThatThrownBy(() -> codec.decode(
                        Topics.VOICE_REQUESTED,
                        codec.encode(everyKind().getFirst()).value()))
                .isInstanceOf(EventUnreadableException.class)
                .hasMessageContaining("belongs to");
    }

    @Test
    void refusesAnEventThatIsTooLargeForATopic() {
        // Given
        RunFailed large = new RunFailed(ID, ID, ID, Stage.VOICE, 1, FailureCode.INTERNAL, "x".repeat(70_000), NOW);

        // When / Then
        assertThatThrownBy(() -> codec.encode(large)).hasMessageContaining("at most 65536");
    }

    @Test
    void readsAScriptOfAWriterThatKnewNoBeats() throws Exception {
        // Given
        String old = codec.encode(new ScriptGenerated(
                        ID, ID, ID, 1, new Script(ID, "Title", "Words"), "local", "v1", BigDecimal.ZERO, NOW))
                .value()
                .replaceAll(",\"(beats|hooks|variants)\":\\[]", "");
        assertThat(old).doesNotContain("beats", "hooks", "variants");

        // When
        ReelsEvent event = codec.decode(Topics.SCRIPT_GENERATED, old);

        // Then
        assertThat(((ScriptGenerated) event).script()).isEqualTo(new Script(ID, "Title", "Words"));
    }

    private static List<ReelsEvent> everyKind() {
        StageContext context = context();
        return List.of(
                new StageRequested(ID, ID, ID, Stage.LIPSYNC, 1, NOW, NOW, context),
                new StageRequested(ID, ID, ID, Stage.LIPSYNC, 1, NOW, NOW, context).inShadow(new Shadow(ID, true)),
                new ScriptGenerated(
                        ID, ID, ID, 1, new Script(ID, "Title", "Words"), "local", "v1", BigDecimal.ZERO, NOW),
                new ScriptGenerated(
                        ID,
                        ID,
                        ID,
                        2,
                        planned(),
                        List.of(new Script(Script.variantId(ID, 1), "Other", "Words")),
                        "local",
                        "v1",
                        BigDecimal.ZERO,
                        NOW),
                new LipsyncCallback(ID, ID, ID, 1, "gm3qorzdhgbfurvjtvhg6dckhu", NOW),
                new RunCompleted(ID, ID, ID, Stage.CAPTION, 2, NOW, context),
                new RunFailed(ID, ID, ID, Stage.VOICE, 1, FailureCode.VOICE_UNAVAILABLE, "No voice", NOW),
                new RunProgress(ID, ID, ID, Stage.EDITING, 1, StageState.RUNNING, 42, "Composing", NOW),
                cancelled());
    }

    private static Script planned() {
        List<ScriptBeat> beats = List.of(new ScriptBeat("Hello.", null), new ScriptBeat("Look.", ID));
        return new Script(ID, "Title", "Hello. Look.", beats, List.of("Hi."));
    }

    private static RunCancelled cancelled() {
        return new RunCancelled(ID, ID, ID, Stage.VOICE, 1, NOW);
    }

    private static StageContext context() {
        StageOutput edited = made(Artifact.COMPOSITE_VIDEO).with(AspectRatio.SQUARE, made(Artifact.COMPOSITE_VIDEO));
        return new StageContext(
                new Product(ID, "Name", "Description", null),
                new VideoConfiguration(
                        30,
                        "runners",
                        "Buy",
                        "fun",
                        AspectRatio.PORTRAIT,
                        null,
                        "en",
                        1,
                        1,
                        null,
                        List.of(AspectRatio.SQUARE)),
                new Script(ID, "Title", "Words \"quoted\" {braced} \\N"),
                new Voice(ID, "Grace", TtsProvider.LOCAL, "slt"),
                new Actor(ID, "Maya", LipsyncProvider.LOCAL, "maya", null),
                LayoutType.TOP_BOTTOM,
                List.of(new Asset(ID, AssetType.VIDEO, new ObjectKey("a/b.mp4"), "cd", 1, 2, 3.5, null)),
                Map.of(Stage.VOICE, made(Artifact.SPEECH), Stage.EDITING, edited));
    }

    private static StageOutput made(Artifact artifact) {
        StoredObject file = new StoredObject(new ObjectKey("projects/p/speech.mp3"), "ab", 12, "audio/mpeg");
        return new StageOutput(
                Fingerprint.of(Stage.VOICE, artifact),
                Map.of(artifact, file),
                1.5,
                "local",
                "festival",
                new BigDecimal("0.01"),
                false);
    }
}
