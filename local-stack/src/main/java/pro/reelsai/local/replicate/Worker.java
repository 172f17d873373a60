package pro.reelsai.local.replicate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import pro.reelsai.local.replicate.Prediction.Status;

/** Runs predictions: lets them wait, makes their videos, ends them, and forgets their files when the time has come. */
final class Worker {
    private static final Duration NEVER = Duration.ofDays(1);

    private final ReplicateSettings settings;
    private final ExecutorService threads;
    private final SpeakingVideo videos;
    private final Webhooks webhooks;
    private final Faults faults;
    private final String base;
    private final Clock clock = Clock.systemUTC();

    Worker(
            ReplicateSettings settings,
            ExecutorService threads,
            SpeakingVideo videos,
            Webhooks webhooks,
            Faults faults,
            String base) {
        this.settings = settings;
        this.threads = threads;
        this.videos = videos;
        this.webhooks = webhooks;
        this.faults = faults;
        this.base = base;
    }

    void begin(Prediction prediction) {
        threads.execute(() -> {
            prediction.workedOnBy(Thread.currentThread());
            try {
                work(prediction);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // cancelled, or the server stops
            }
        });
        prediction.order().lifetime().ifPresent(lifetime -> later(lifetime, () -> expire(prediction)));
    }

    /** {@code POST …/cancel}; nothing happens to a prediction that has ended. */
    void cancel(Prediction prediction) {
        if (prediction.cancel(Status.CANCELED, clock.instant())) {
            ended(prediction);
        }
    }

    /** Where the output of a prediction lies while it is kept. */
    Path output(Prediction prediction) {
        return directory(prediction).resolve("output.mp4");
    }

    private void work(Prediction prediction) throws InterruptedException {
        String inputs = prediction.inputs();
        Thread.sleep(settings.starting());
        if (faults.strikes(Fault.ABORTED, inputs)) {
            end(prediction, Status.ABORTED, null, null);
            return;
        }
        if (!prediction.begin(clock.instant())) {
            return;
        }
        webhooks.started(prediction);
        long begin = System.nanoTime();
        if (faults.strikes(Fault.NEVER_ENDS, inputs)) {
            Thread.sleep(NEVER);
        }
        if (faults.strikes(Fault.CANCELED, inputs)) {
            end(prediction, Status.CANCELED, null, null);
        } else if (faults.strikes(Fault.MODEL_FAILS, inputs)) {
            end(
                    prediction,
                    Status.FAILED,
                    null,
                    "Face not detected! Ensure the video contains a face in all the frames.");
        } else {
            predict(prediction, inputs, begin);
        }
    }

    private void predict(Prediction prediction, String inputs, long begin) throws InterruptedException {
        try {
            Model model = prediction.order().model();
            Path directory = Files.createDirectories(directory(prediction));
            videos.make(
                    prediction.order().input().path(model.video()).asText(),
                    prediction.order().input().path(model.audio()).asText(),
                    length(prediction, inputs),
                    directory);
            if (faults.strikes(Fault.OUTPUT_BROKEN, inputs)) {
                Files.writeString(output(prediction), "no video");
            }
            Duration rest = settings.predicting().minusNanos(System.nanoTime() - begin);
            Thread.sleep(rest.isNegative() ? Duration.ZERO : rest);
            end(prediction, Status.SUCCEEDED, result(prediction, inputs), null);
            if (faults.strikes(Fault.OUTPUT_GONE, inputs)) {
                forget(prediction);
            } else {
                later(settings.retention(), () -> forget(prediction));
            }
        } catch (IOException e) {
            end(prediction, Status.FAILED, null, e.getMessage());
        }
    }

    private SpeakingVideo.Length length(Prediction prediction, String inputs) {
        if (faults.strikes(Fault.OUTPUT_SHORT, inputs)) {
            return SpeakingVideo.Length.HALF_A_SECOND;
        }
        return prediction.order().model().lengthens(prediction.order().input())
                ? SpeakingVideo.Length.OF_THE_SPEECH
                : SpeakingVideo.Length.OF_THE_SHORTER;
    }

    private @Nullable Object result(Prediction prediction, String inputs) {
        String url = base + "/delivery/" + prediction.id() + "/output.mp4";
        if (faults.strikes(Fault.NULL_OUTPUT, inputs)) {
            return null;
        }
        if (faults.strikes(Fault.ARRAY_OUTPUT, inputs)) {
            return List.of(url);
        }
        return faults.strikes(Fault.OBJECT_OUTPUT, inputs) ? Map.of("video", url) : url;
    }

    private void end(Prediction prediction, Status status, @Nullable Object output, @Nullable String error) {
        if (prediction.end(status, output, error, clock.instant())) {
            ended(prediction);
        }
    }

    private void expire(Prediction prediction) {
        Status end = prediction.status() == Status.STARTING ? Status.ABORTED : Status.CANCELED;
        if (prediction.cancel(end, clock.instant())) {
            ended(prediction);
        }
    }

    private void ended(Prediction prediction) {
        webhooks.completed(prediction);
    }

    private void forget(Prediction prediction) {
        prediction.removeData();
        try {
            for (String name : List.of("video", "audio", "output.mp4")) {
                Files.deleteIfExists(directory(prediction).resolve(name));
            }
            Files.deleteIfExists(directory(prediction));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path directory(Prediction prediction) {
        return settings.directory().resolve(prediction.id());
    }

    private void later(Duration delay, Runnable task) {
        threads.execute(() -> {
            try {
                Thread.sleep(delay);
                task.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the server stops
            }
        });
    }
}
