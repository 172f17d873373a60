package pro.reelsai.lipsync.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import pro.reelsai.lipsync.provider.Scene;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.storage.ObjectStorage;

/**
 * The speech as a URL that Replicate may read for a while. It is offered under a key that carries the
 * job's fingerprint: by it a job is recognised whose creation was never answered, since Replicate lists a prediction's
 * inputs but no id of ours.
 */
@ApplicationScoped
public class InputFiles {
    private static final String SPEECH = "input_speech.mp3";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ObjectStorage storage;

    public InputFiles(ObjectStorage storage) {
        this.storage = storage;
    }

    /** A URL of the speech. */
    URI speech(Scene scene, Duration validity) {
        ObjectKey key = key(scene.job().request(), scene.fingerprint());
        return storage.copy(scene.speech().key(), key)
                .chain(() -> storage.sign(key, validity))
                .await()
                .atMost(PATIENCE);
    }

    /** Whether a job was given the speech of an output. */
    static boolean isFor(Prediction prediction, StageRequested request, Fingerprint fingerprint) {
        String key = "/" + key(request, fingerprint).value();
        for (JsonNode input : prediction.input()) {
            if (input.isTextual() && path(input.asText()).endsWith(key)) {
                return true;
            }
        }
        return false;
    }

    private static String path(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    private static ObjectKey key(StageRequested request, Fingerprint fingerprint) {
        return request.workKey(fingerprint, SPEECH);
    }
}
