package pro.reelsai.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pro.reelsai.e2e.trace.SpanCollector;
import pro.reelsai.e2e.trace.Trace;
import pro.reelsai.local.demo.ApiClient;
import pro.reelsai.local.stack.Service;
import pro.reelsai.model.Stage;
import pro.reelsai.model.Topics;

/** What {@code ./reels up --replicas voice=3,editing=2} starts, with a collector of traces beside it. */
@Tag("all")
class ReplicasTest {
    private static final Map<Service, Integer> REPLICAS = Map.of(Service.VOICE, 3, Service.EDITING, 2);
    private static final int ADS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration SOON = Duration.ofMinutes(1);

    private static final String GATEWAY = "reels-gateway";
    private static final Set<String> AN_AD =
            Set.of(GATEWAY, "voice-service", "lipsync-service", "editing-service", "caption-service");
    private static final Set<String> A_SCRIPT = Set.of(GATEWAY, "script-service");

    @Test
    void sharesThePartitionsAndMakesTwentyAdsOfOneTraceEach() throws Exception {
        try (SpanCollector collector = SpanCollector.start()) {
            Set<String> runs;
            try (FaultSuite suite = FaultSuite.start(REPLICAS, World.with(collector))) {
                // Given
                List<Set<Integer>> voices = shares(suite, Stage.VOICE, 3);
                List<Set<Integer>> editors = shares(suite, Stage.EDITING, 2);
                Ads ads = Ads.prepare(suite, ADS, true);

                // When
                writeScripts(suite, ads);
                ads.start(suite);
                Awaitility.await()
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> Trial.isOver(suite, ads));

                // Then
                List<JsonNode> listed = runs(suite, ads);
                assertThat(listed).extracting(run -> run.path("state").asText()).containsOnly("completed");
                assertThat(kind(listed, "video")).hasSize(ADS);
                assertThat(kind(listed, "script")).hasSize(ADS);
                Awaitility.await().atMost(SOON).untilAsserted(() -> {
                    Map<String, Trace> traces = collector.traces();
                    kind(listed, "video").forEach(run -> isAnAd(run, traces.get(trace(run)), ads));
                    kind(listed, "script").forEach(run -> isAScript(run, traces.get(trace(run))));
                });
                assertThat(busy(voices, collector, Stage.VOICE)).isGreaterThan(1);
                assertThat(busy(editors, collector, Stage.EDITING)).isEqualTo(2);
                runs = listed.stream().map(ReplicasTest::trace).collect(Collectors.toSet());
            }
            // What its processes had still kept came when they ended.
            assertThat(collector.traces()).containsOnlyKeys(runs);
            assertThat(collector.traces().values()).allMatch(Trace::isWhole, "whole");
        }
    }

    /** Which partitions of a stage's requests each of its processes has, once all of them have their share. */
    private static List<Set<Integer>> shares(FaultSuite suite, Stage stage, int processes) {
        String group = "reels-" + stage.wireName();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", suite.kafka()))) {
            return Awaitility.await()
                    .atMost(SOON)
                    .ignoreExceptions()
                    .until(
                            () -> admin
                                    .describeConsumerGroups(List.of(group))
                                    .describedGroups()
                                    .get(group)
                                    .get()
                                    .members()
                                    .stream()
                                    .map(member -> member.assignment().topicPartitions().stream()
                                            .map(TopicPartition::partition)
                                            .collect(Collectors.toSet()))
                                    .toList(),
                            shares -> shares.size() == processes
                                    && shares.stream()
                                            .allMatch(share -> share.size() == Topics.PARTITIONS / processes));
        }
    }

    /** Has a script written for every ad; what is spoken stays the user's own, shorter words. */
    private static void writeScripts(FaultSuite suite, Ads ads) throws Exception {
        try (ApiClient api = suite.user(ads.user())) {
            for (UUID project : ads.projects()) {
                api.post("/api/projects/" + project + "/generate-script");
            }
        }
        Awaitility.await().atMost(SOON).until(() -> runs(suite, ads).stream()
                .allMatch(run -> run.path("state").asText().equals("completed")));
    }

    private static List<JsonNode> runs(FaultSuite suite, Ads ads) throws Exception {
        try (ApiClient operator = suite.operator()) {
            return operator.get("/api/admin/runs?limit=100&user=" + ads.user())
                    .valueStream()
                    .toList();
        }
    }

    private static List<JsonNode> kind(List<JsonNode> runs, String kind) {
        return runs.stream()
                .filter(run -> run.path("kind").asText().equals(kind))
                .toList();
    }

    private static String trace(JsonNode run) {
        return run.path("run_id").asText().replace("-", "");
    }

    private static void isAnAd(JsonNode run, Trace trace, Ads ads) {
        isOf(run, trace);
        assertThat(trace.services()).isEqualTo(AN_AD);
        assertThat(trace.named("projection"))
                .extracting(said -> said.get("messaging.destination.name"))
                .contains(
                        Topics.LIPSYNC_REQUESTED,
                        Topics.EDITING_REQUESTED,
                        Topics.CAPTION_REQUESTED,
                        Topics.RUN_COMPLETED);
        boolean isFilmed = ads.isFilmed(UUID.fromString(run.path("project_id").asText()));
        assertThat(trace.providers()).isEqualTo(isFilmed ? Set.of("openai", "replicate") : Set.of());
    }

    private static void isAScript(JsonNode run, Trace trace) {
        isOf(run, trace);
        assertThat(trace.services()).isEqualTo(A_SCRIPT);
        assertThat(trace.providers()).containsExactly("openai");
        assertThat(trace.named("projection"))
                .extracting(said -> said.get("messaging.destination.name"))
                .containsExactly(Topics.SCRIPT_GENERATED);
    }

    private static void isOf(JsonNode run, Trace trace) {
        assertThat(trace).isNotNull().matches(Trace::isWhole, "whole");
        assertThat(trace.said("reels.run"))
                .isNotEmpty()
                .containsOnly(run.path("run_id").asText());
        assertThat(trace.named("run")).hasSize(1);
    }

    /** How many of a stage's processes had anything to do. */
    private static long busy(List<Set<Integer>> shares, SpanCollector collector, Stage stage) {
        Set<Integer> used = collector.traces().values().stream()
                .flatMap(trace -> trace.named(stage.wireName()).stream())
                .filter(said -> said.get("messaging.destination.name").equals(Topics.requested(stage)))
                .map(said -> Integer.valueOf(said.get("messaging.destination.partition.id")))
                .collect(Collectors.toSet());
        return shares.stream()
                .filter(share -> share.stream().anyMatch(used::contains))
                .count();
    }
}
