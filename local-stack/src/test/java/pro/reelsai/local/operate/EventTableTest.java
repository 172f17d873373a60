package pro.reelsai.local.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EventTableTest {
    private static final String RUN = "c3f0b1a2-8d4e-4c6f-9e7a-1b2c3d4e5f04";

    @Test
    void printsEveryEventWithItsLagAndHowLongEachStageTook() throws Exception {
        // Given
        String history = """
                {"run_id": "%1$s", "complete": false, "events": [
                  {"topic": "reels.voice.requested.v1", "partition": 3, "offset": 7, "at": "2026-11-22T10:00:00Z", "lag_ms": 0,
                   "id": "%1$s:voice:1:requested", "event": {"stage": "VOICE"}},
                  {"topic": "reels.run.progress.v1", "partition": 3, "offset": 9, "at": "2026-11-22T10:00:00.250Z",
                   "lag_ms": 250, "id": "%1$s:voice:1:progress-5",
                   "event": {"percent": 5, "detail": "Speaking the script"}},
                  {"topic": "reels.lipsync.requested.v1", "partition": 3, "offset": 2, "at": "2026-11-22T10:00:02.500Z",
                   "lag_ms": 2250, "id": "%1$s:lipsync:1:requested", "event": {"stage": "LIPSYNC"}},
                  {"topic": "reels.run.failed.v1", "partition": 3, "offset": 0, "at": "2026-11-22T10:00:04Z", "lag_ms": 1500,
                   "id": "%1$s:lipsync:1:failed", "event": {"code": "LIPSYNC_FAILED", "message": "No"}},
                  {"topic": "reels.lipsync.requested.v1.dlq", "partition": 3, "offset": 0, "at": "2026-11-22T10:00:04Z",
                   "lag_ms": 0, "id": null, "event": null}]}
                """.formatted(RUN);
        StringWriter out = new StringWriter();

        // When
        new EventTable(ZoneOffset.UTC).print(new ObjectMapper().readTree(history), new PrintWriter(out, true));

        // Then
        assertThat(out.toString().lines())
                .contains(
                        "10:00:00.000     0.000 s  voice      1  requested      voice.requested.v1-3@7",
                        "10:00:00.250     0.250 s  voice      1  progress       run.progress.v1-3@9                  5 %  Speaking the script",
                        "10:00:04.000     1.500 s  lipsync    1  failed         run.failed.v1-3@0                  LIPSYNC_FAILED: No",
                        "10:00:04.000     0.000 s  ?          ?  unreadable     lipsync.requested.v1.dlq-3@0       dead letter",
                        "voice    try 1     2.500 s  done",
                        "lipsync  try 1     1.500 s  failed")
                .last()
                .asString()
                .contains("there may be more");
    }
}
