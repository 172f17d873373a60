package pro.reelsai.gateway.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pro.reelsai.gateway.GatewayTest;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.ObjectKeys;
import pro.reelsai.model.Stage;
import pro.reelsai.runtime.storage.ObjectStorage;

/** What is over goes, and nothing else. */
@GatewayTest
class SweepTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration RETENTION = Duration.ofDays(30);

    @Inject
    WorkSweep sweep;

    @Inject
    ObjectStorage storage;

    @Inject
    Pool database;

    private final UUID project = UUID.randomUUID();
    /** When the files that the test uploads now are past their retention. */
    private final Instant later = Instant.now().plus(RETENTION).plus(Duration.ofHours(1));

    @BeforeEach
    void aProject() {
        UUID product = UUID.randomUUID();
        execute("""
                insert into products (id, user_id, name, description, created_at, updated_at)
                values ($1, $1, 'Name', 'Description', now(), now())
                """, Tuple.of(product));
        execute("""
                insert into projects (id, user_id, product_id, status, created_at, updated_at)
                values ($1, $1, $2, 'completed', now(), now())
                """, Tuple.of(project, product));
    }

    @Test
    void takesTheManifestFirstAndTheFilesAtTheNextLook() {
        // Given
        Fingerprint old = output("old");
        run("COMPLETED", Instant.now(), old);

        // When / Then
        assertThat(due()).contains(project);
        sweep();
        assertThat(isThere(old, ObjectKeys.MANIFEST)).isFalse();
        assertThat(isThere(old, "words.json")).isTrue();
        sweep();
        assertThat(isThere(old, "words.json")).isFalse();
        sweep();
        assertThat(due()).doesNotContain(project);
    }

    @Test
    void keepsWhatARunWithinItsRetentionRefersTo() {
        // Given
        Fingerprint old = output("old");
        Fingerprint reused = output("reused");
        run("COMPLETED", Instant.now(), old);
        run("COMPLETED", later.minus(Duration.ofDays(2)), reused);

        // When
        sweep();
        sweep();

        // Then
        assertThat(isThere(old, "words.json")).isFalse();
        assertThat(isThere(reused, ObjectKeys.MANIFEST)).isTrue();
        assertThat(isThere(reused, "words.json")).isTrue();
    }

    @Test
    void keepsTheFurtherShapesOfARunWithinItsRetention() {
        // Given
        Fingerprint first = output("first");
        Fingerprint further = output("further");
        Fingerprint unused = output("unused");
        execute(
                """
                insert into runs (id, project_id, user_id, kind, state, attempt, context, deadline, created_at, finished_at)
                values (gen_random_uuid(), $1, $1, 'SCRIPT', 'COMPLETED', 1,
                    jsonb_build_object('outputs', jsonb_build_object('VOICE', jsonb_build_object(
                        'fingerprint', $2::text,
                        'renditions', jsonb_build_array(jsonb_build_object('fingerprint', $3::text))))),
                    now() + interval '1 hour', now(), $4)
                """,
                Tuple.of(
                        project,
                        first.value(),
                        further.value(),
                        later.minus(Duration.ofDays(2)).atOffset(ZoneOffset.UTC)));

        // When
        sweep();
        sweep();

        // Then
        assertThat(isThere(first, "words.json")).isTrue();
        assertThat(isThere(further, "words.json")).isTrue();
        assertThat(isThere(unused, "words.json")).isFalse();
    }

    @Test
    void keepsAFinishedAdThatHasNoOtherName() {
        // Given
        Fingerprint ad = output("ad");
        run("COMPLETED", Instant.now(), ad);
        execute(
                "update projects set final_video_key = $2 where id = $1",
                Tuple.of(
                        project,
                        ObjectKeys.work(project, Stage.VOICE, ad, "words.json").value()));

        // When
        sweep();
        sweep();

        // Then
        assertThat(isThere(ad, "words.json")).isTrue();
    }

    @Test
    void touchesNothingWhileARunOfTheProjectIsOpen() {
        // Given
        Fingerprint old = output("old");
        run("COMPLETED", Instant.now(), old);
        run("RUNNING", null, output("being made"));

        // When
        List<UUID> due = due();
        sweep();

        // Then
        assertThat(due).doesNotContain(project);
        assertThat(isThere(old, ObjectKeys.MANIFEST)).isTrue();
    }

    @Test
    void keepsFilesThatAreNewThoughNoRunRefersToThemYet() {
        // Given
        Fingerprint fresh = output("fresh");
        run("FAILED", Instant.now().minus(RETENTION).minus(Duration.ofDays(1)), Fingerprint.of(Stage.VOICE, "gone"));

        // When
        sweep.sweep(project, Instant.now()).await().atMost(PATIENCE);
        sweep.sweep(project, Instant.now()).await().atMost(PATIENCE);

        // Then
        assertThat(isThere(fresh, ObjectKeys.MANIFEST)).isTrue();
    }

    @Test
    void removesShadowsLeasesAndDeadLettersThatAreOver() {
        // Given
        UUID shadow = UUID.randomUUID();
        ObjectKey made = ObjectKeys.replay(shadow, Stage.VOICE, Fingerprint.of(Stage.VOICE, "x"), "words.json");
        upload(made);
        execute("""
                insert into runs (id, project_id, user_id, kind, state, attempt, context, deadline, created_at, finished_at,
                    replay_of, from_stage)
                values ($1, $2, $2, 'SHADOW', 'COMPLETED', 1, '{}', now(), now(), now() - interval '8 days', $1, 'VOICE')
                """, Tuple.of(shadow, project));
        execute("""
                insert into stage_lease (project_id, stage, fingerprint, epoch, owner, lease_until)
                values ($1, 'voice', 'old', 1, 'dead', now() - interval '2 days'),
                       ($1, 'voice', 'held', 1, 'alive', now() + interval '1 minute')
                """, Tuple.of(project));
        execute("""
                insert into dead_letters (topic, kafka_partition, kafka_offset, source_topic, headers, reason, code, run_id,
                    died_at)
                values ($1, 0, -7, 'reels.voice.requested.v1', '{}', 'old', 'INTERNAL', $2, now() - interval '31 days')
                """, Tuple.of(project.toString(), project));

        // Then
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(count("select 1 from runs where id = $1", shadow)).isZero();
            assertThat(count("select 1 from stage_lease where project_id = $1", project))
                    .isEqualTo(1);
            assertThat(count("select 1 from dead_letters where run_id = $1", project))
                    .isZero();
        });
        assertThat(storage.info(made).await().atMost(PATIENCE)).isEmpty();
    }

    private List<UUID> due() {
        return sweep.due(later).await().atMost(PATIENCE);
    }

    private void sweep() {
        sweep.sweep(project, later).await().atMost(PATIENCE);
    }

    /** Files of a voice stage; returns the name of their folder. */
    private Fingerprint output(String inputs) {
        Fingerprint fingerprint = Fingerprint.of(Stage.VOICE, inputs, project);
        upload(ObjectKeys.work(project, Stage.VOICE, fingerprint, "words.json"));
        upload(ObjectKeys.work(project, Stage.VOICE, fingerprint, ObjectKeys.MANIFEST));
        return fingerprint;
    }

    private void upload(ObjectKey key) {
        try {
            Path file = Files.writeString(Files.createTempFile("sweep", ".json"), "{}");
            storage.upload(key, file, "application/json").await().atMost(PATIENCE);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isThere(Fingerprint fingerprint, String file) {
        return storage.info(ObjectKeys.work(project, Stage.VOICE, fingerprint, file))
                .await()
                .atMost(PATIENCE)
                .isPresent();
    }

    private void run(String state, Instant finishedAt, Fingerprint voice) {
        execute(
                """
                insert into runs (id, project_id, user_id, kind, state, attempt, context, deadline, created_at, finished_at)
                values (gen_random_uuid(), $1, $1, 'SCRIPT', $2, 1,
                    jsonb_build_object('outputs', jsonb_build_object('VOICE', jsonb_build_object('fingerprint', $3::text))),
                    now() + interval '1 hour', now(), $4)
                """,
                Tuple.of(
                        project,
                        state,
                        voice.value(),
                        finishedAt == null ? null : finishedAt.atOffset(ZoneOffset.UTC)));
    }

    private void execute(String statement, Tuple parameters) {
        database.preparedQuery(statement).execute(parameters).await().atMost(PATIENCE);
    }

    private int count(String query, UUID id) {
        return database.preparedQuery(query)
                .execute(Tuple.of(id))
                .await()
                .atMost(PATIENCE)
                .size();
    }
}
