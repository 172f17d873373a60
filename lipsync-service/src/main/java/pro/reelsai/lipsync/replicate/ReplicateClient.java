package pro.reelsai.lipsync.replicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.FailureCode;
import pro.reelsai.stage.TransientStageException;
import pro.reelsai.stage.provider.ProviderException.Reason;
import pro.reelsai.stage.provider.ProviderWatch;

/** Talks to Replicate, and tells what is certain from what is not. */
@ApplicationScoped
public class ReplicateClient {
    private static final int MOST_PAGES = 20;
    private static final Duration SHORTEST_LIFETIME = Duration.ofSeconds(5);
    private static final Pattern CURSOR = Pattern.compile("[?&]cursor=([^&]+)");

    private final ReplicateApi api;
    private final ProviderWatch watch;

    public ReplicateClient(@RestClient ReplicateApi api, ProviderWatch watch) {
        this.api = api;
        this.watch = watch;
    }

    /**
     * Asks for a job.
     *
     * @param lifetime after which Replicate stops it
     */
    Answer create(ReplicateModel model, Map<String, Object> input, Optional<URI> webhook, Duration lifetime) {
        Map<String, Object> body = new HashMap<>();
        body.put("input", input);
        model.version().ifPresent(version -> body.put("version", version));
        webhook.ifPresent(uri -> {
            body.put("webhook", uri.toString());
            body.put("webhook_events_filter", List.of("completed"));
        });
        String cancelAfter = Math.max(lifetime.toSeconds(), SHORTEST_LIFETIME.toSeconds()) + "s";
        try {
            return new Answer.Created(watched(() -> create(model, cancelAfter, body)));
        } catch (ReplicateException e) {
            if (e.isThrottled()) {
                return new Answer.Throttled(e.reset());
            }
            return e.isTheirs() ? new Answer.None(e.getMessage()) : new Answer.Refused(e.status(), e.detail());
        } catch (ProcessingException e) {
            return new Answer.None("no answer");
        }
    }

    /**
     * Reads a job; empty if Replicate knows none of that id.
     *
     * @throws TransientStageException if Replicate cannot be read now
     */
    Optional<Prediction> get(String id) throws TransientStageException {
        return ask(() -> api.get(id));
    }

    /**
     * Stops a job, unless it has ended; empty if Replicate knows none of that id.
     *
     * @return the job as it is then
     * @throws TransientStageException if Replicate cannot be told now
     */
    Optional<Prediction> cancel(String id) throws TransientStageException {
        return ask(() -> api.cancel(id));
    }

    /**
     * Looks for a job among those of the last time.
     *
     * @param since the job is not older than this
     * @throws TransientStageException if Replicate cannot be read now
     */
    Optional<Prediction> find(Instant since, Predicate<Prediction> wanted) throws TransientStageException {
        String createdAfter = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(since.atOffset(ZoneOffset.UTC));
        @Nullable String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            String from = cursor;
            PredictionPage predictions =
                    ask(() -> api.list(createdAfter, from)).orElse(new PredictionPage(null, List.of()));
            Optional<Prediction> found =
                    predictions.results().stream().filter(wanted).findFirst();
            if (found.isPresent() || predictions.next() == null) {
                return found;
            }
            cursor = cursor(predictions.next());
        }
        throw unavailable(null);
    }

    private Prediction create(ReplicateModel model, String cancelAfter, Map<String, Object> body) {
        if (model.version().isPresent()) {
            return api.create(cancelAfter, body);
        }
        int slash = model.name().indexOf('/');
        return api.createOfficial(
                model.name().substring(0, slash), model.name().substring(slash + 1), cancelAfter, body);
    }

    private static String cursor(String next) {
        Matcher matcher = CURSOR.matcher(next);
        if (!matcher.find()) {
            throw new IllegalStateException("Replicate's next page has no cursor");
        }
        return URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8);
    }

    private <T> Optional<T> ask(Supplier<T> request) throws TransientStageException {
        try {
            return Optional.of(watched(request));
        } catch (ReplicateException e) {
            if (e.isNotFound()) {
                return Optional.empty();
            }
            throw unavailable(e);
        } catch (ProcessingException e) {
            throw unavailable(e);
        }
    }

    private <T> T watched(Supplier<T> request) {
        return watch.watch(
                ReplicateAnimator.PROVIDER,
                failure -> failure instanceof ReplicateException e ? e.reason() : Reason.SILENT,
                request);
    }

    private static TransientStageException unavailable(@Nullable Exception cause) {
        return new TransientStageException(
                FailureCode.LIPSYNC_FAILED, "The lip-sync provider cannot be reached. Please try again later.", cause);
    }
}
