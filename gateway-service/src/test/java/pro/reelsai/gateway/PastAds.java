package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static pro.reelsai.gateway.Caller.operator;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.ObjectKeys;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StoredObject;
import pro.reelsai.model.event.RunCompleted;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.storage.ObjectStorage;

/** A project with everything chosen whose ads are finished, and how operators look at its runs and repeat them. */
final class PastAds {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Caller caller;
    private final ObjectStorage storage;
    private final String project;

    PastAds(Caller caller, ObjectStorage storage) {
        this.caller = caller;
        this.storage = storage;
        this.project = caller.readyProject();
        Books.rows("select object_key from assets where project_id = $1", UUID.fromString(project))
                .forEach(key -> upload(new StoredObject(new ObjectKey(key), "0".repeat(64), 1, "image/jpeg")));
    }

    String project() {
        return project;
    }

    RunCompleted finishedAd() {
        return finishedAd(Artifact.COMPOSITE_VIDEO, "composite_video.mp4");
    }

    RunCompleted finishedAd(Artifact edited, String file) {
        StageRequested voice = Pipeline.requestOf(Stage.VOICE, caller.startAd(project));
        StageRequested lipsync = Pipeline.next(voice, Artifact.SPEECH, "t2s_audio_slt.mp3");
        StageRequested editing = Pipeline.next(lipsync, Artifact.LIPSYNC_VIDEO, "lipsync_video_maya.mp4");
        StageRequested caption = Pipeline.next(editing, edited, file);
        RunCompleted completed = Pipeline.completed(caption);
        upload(completed);
        Stream.of(lipsync, editing, caption, completed).forEach(Pipeline::say);
        Patience.eventually(() -> status().body("status", equalTo("completed")));
        Patience.eventually(() -> assertThat(Books.rows("""
                select stage from stage_executions where run_id = $1 and context is not null
                """, voice.runId()))
                .hasSize(Stage.ofAnAd().size()));
        // Giving the ad its lasting name is the last that changes the project.
        Patience.eventually(() -> assertThat(
                        Books.rows("select final_video_key from projects where id = $1", UUID.fromString(project)))
                .containsExactly(ObjectKeys.finalVideo(UUID.fromString(project)).value()));
        return completed;
    }

    void upload(RunCompleted completed) {
        completed.context().outputs().values().stream()
                .flatMap(output -> output.artifacts().values().stream())
                .forEach(this::upload);
    }

    void upload(StoredObject stored) {
        storage.upload(stored.key(), MediaFixtures.file("ad.bin", new byte[] {1}), stored.contentType())
                .await()
                .atMost(PATIENCE);
    }

    /** All that the project's owner can see, and what would be sent to them. */
    List<String> visible() {
        UUID id = UUID.fromString(project);
        return Stream.of(
                        caller.request()
                                .get("/api/projects/{id}/status", project)
                                .jsonPath()
                                .getString("status"),
                        caller.request()
                                .get("/api/projects/{id}/runs", project)
                                .jsonPath()
                                .getString("run_id"),
                        String.valueOf(caller.credits()),
                        Books.rows("select revision::text from project_revisions where project_id = $1", id)
                                .toString(),
                        Books.rows("""
                                select n.kind from notifications n join runs r on r.id = n.run_id
                                where r.project_id = $1 order by n.kind, n.channel
                                """, id).toString())
                .toList();
    }

    ValidatableResponse status() {
        return caller.request().get("/api/projects/{id}/status", project).then();
    }

    static ValidatableResponse detail(String run) {
        return operator().get("/api/admin/runs/{id}", run).then().statusCode(200);
    }

    static Response replay(UUID run, Map<String, Object> body) {
        return operator().contentType(ContentType.JSON).body(body).post("/api/admin/runs/{id}/replay", run);
    }
}
