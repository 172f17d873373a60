package pro.reelsai.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Topics;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.event.EncodedEvent;
import pro.reelsai.runtime.event.EventCodec;
import pro.reelsai.stage.provider.ProviderException;
import pro.reelsai.stage.provider.ProviderException.Reason;
import pro.reelsai.stage.provider.ProviderFailure;
import pro.reelsai.stage.provider.ProviderGuards;

/** One trace for a run, through whatever a stage does with it. */
@QuarkusTest
@QuarkusTestResource(StageTestResource.class)
class TracingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String GATEWAY = "00f067aa0ba902b7";
    private static final ProviderFailure FAILURE =
            new ProviderFailure("Traced", "TRACED_KEY", FailureCode.VOICE_UNAVAILABLE, FailureCode.SCRIPT_REFUSED);

    @Inject
    ScriptedStage stage;

    @Inject
    EventCodec codec;

    @Inject
    ProviderGuards guards;

    @Inject
    CollectedSpans spans;

    private final Pipeline pipeline = new Pipeline();

    @Test
    void holdsEveryTryOfARequestWithItsProviderAndWhatComesOfIt() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("Trace me.");
        stage.forRun(request.runId(), (job, number) -> {
            if (number == 1) {
                throw FAILURE.of(new ProviderException(Reason.BUSY, "busy: Trace me.", null, null));
            }
            guards.of("traced").ask(() -> Uni.createFrom().item("answer"));
        });

        // When
        send(request, GATEWAY);

        // Then
        List<SpanData> trace = trace(request, 3);
        assertThat(trace).extracting(SpanData::getName).containsExactly("voice", "voice", "traced");
        SpanData first = trace.get(0);
        SpanData second = trace.get(1);
        assertThat(first.getParentSpanId()).isEqualTo(GATEWAY);
        assertThat(said(first, "reels.outcome")).isEqualTo("retried");
        assertThat(said(first, "error.type")).isEqualTo("VOICE_UNAVAILABLE");
        assertThat(second.getParentSpanId()).isEqualTo(GATEWAY);
        assertThat(said(second, "reels.outcome")).isEqualTo("done");
        assertThat(second.getAttributes().get(AttributeKey.longKey("reels.retry")))
                .isEqualTo(1);
        assertThat(second.getAttributes().get(AttributeKey.booleanKey("reels.reused")))
                .isFalse();
        assertThat(trace.get(2).getParentSpanId()).isEqualTo(second.getSpanId());
        assertThat(pipeline.records(Topics.LIPSYNC_REQUESTED, request.runId()))
                .singleElement()
                .satisfies(next -> assertThat(Pipeline.header(next, "traceparent"))
                        .isEqualTo("00-" + second.getTraceId() + "-" + second.getSpanId() + "-01"));
    }

    @Test
    void tellsNobodyOfTheUsersText() throws Exception {
        // Given
        StageRequested request = pipeline.aRun("Nobody else's business.");
        stage.forRun(request.runId(), (job, number) -> {
            throw new PermanentStageException(FailureCode.SCRIPT_REFUSED, "Refused: Nobody else's business.", null);
        });

        // When
        send(request, GATEWAY);

        // Then
        assertThat(trace(request, 1)).singleElement().satisfies(span -> assertThat(span.toString())
                .contains("SCRIPT_REFUSED")
                .doesNotContain("business"));
    }

    private void send(StageRequested request, String span) {
        EncodedEvent event = codec.encode(request);
        Map<String, String> headers = new HashMap<>(event.headers());
        headers.put("traceparent", "00-" + request.runId().toString().replace("-", "") + "-" + span + "-01");
        pipeline.sendBytes(event.topic(), event.key(), event.value().getBytes(StandardCharsets.UTF_8), headers);
    }

    private List<SpanData> trace(StageRequested request, int size) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> spans.of(request.runId()), found -> found.size() == size);
    }

    private static String said(SpanData span, String attribute) {
        return span.getAttributes().get(AttributeKey.stringKey(attribute));
    }
}
