package pro.reelsai.local.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the route of a request, checks who asks, and answers. */
final class ReplicateRoutes {
    private static final String BEARER = "Bearer ";
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int ID_LENGTH = 26;
    private static final Duration LONGER_THAN_ANYONE_WAITS = Duration.ofMinutes(2);
    private static final Pattern OF_MODEL = Pattern.compile("/v1/models/([\\w.-]+/[\\w.-]+)/predictions");
    private static final Pattern OF_PREDICTION = Pattern.compile("/v1/predictions/([a-z0-9]+)(/cancel)?");
    private static final Pattern OF_OUTPUT = Pattern.compile("/delivery/([a-z0-9]+)/output\\.mp4");

    private final ReplicateSettings settings;
    private final Predictions predictions;
    private final Worker worker;
    private final Faults faults;
    private final Tally tally;
    private final String base;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();

    ReplicateRoutes(
            ReplicateSettings settings,
            Predictions predictions,
            Worker worker,
            Faults faults,
            Tally tally,
            String base) {
        this.settings = settings;
        this.predictions = predictions;
        this.worker = worker;
        this.faults = faults;
        this.tally = tally;
        this.base = base;
    }

    void handle(ReplicateRequest request) throws IOException, ReplicateError, InterruptedException {
        Matcher output = OF_OUTPUT.matcher(request.path());
        if (output.matches()) {
            deliver(request, output.group(1));
        } else if (request.path().startsWith("/_fake/")) {
            control(request);
        } else {
            authenticate(request);
            api(request);
        }
    }

    private void authenticate(ReplicateRequest request) throws ReplicateError {
        Optional<String> authorization = request.header("Authorization");
        if (!authorization.equals(Optional.of(BEARER + settings.token()))) {
            throw ReplicateError.unauthenticated(authorization.isPresent());
        }
    }

    private void api(ReplicateRequest request) throws IOException, ReplicateError, InterruptedException {
        String route = request.method() + " " + request.path();
        Matcher ofModel = OF_MODEL.matcher(request.path());
        Matcher ofPrediction = OF_PREDICTION.matcher(request.path());
        if (route.equals("POST /v1/predictions")) {
            create(request, null);
        } else if (request.method().equals("POST") && ofModel.matches()) {
            create(request, Model.official(ofModel.group(1)).orElseThrow(ReplicateError::notFound));
        } else if (route.equals("GET /v1/predictions")) {
            tally.called("list");
            request.reply(200, predictions.page(request));
        } else if (ofPrediction.matches()) {
            Prediction prediction = predictions.find(ofPrediction.group(1)).orElseThrow(ReplicateError::notFound);
            one(request, prediction, ofPrediction.group(2) != null);
        } else {
            throw ReplicateError.notFound();
        }
    }

    private void create(ReplicateRequest request, @Nullable Model model)
            throws IOException, ReplicateError, InterruptedException {
        tally.called("create");
        String inputs = request.text();
        if (faults.strikes(Fault.THROTTLED, inputs)) {
            throw ReplicateError.throttled(1);
        }
        if (faults.strikes(Fault.WRONG_TOKEN, inputs)) {
            throw ReplicateError.unauthenticated(true);
        }
        if (faults.strikes(Fault.FORBIDDEN, inputs)) {
            throw ReplicateError.forbidden();
        }
        if (faults.strikes(Fault.UNKNOWN_VERSION, inputs)) {
            throw ReplicateError.unknownVersion();
        }
        if (faults.strikes(Fault.NO_CREDIT, inputs)) {
            throw ReplicateError.insufficientCredit();
        }
        if (faults.strikes(Fault.CREATE_FAILS, inputs)) {
            throw ReplicateError.unavailable(500);
        }
        Order order = Order.read(request, model, settings.httpWebhooks());
        if (faults.strikes(Fault.CREATE_HANGS, inputs)) {
            Thread.sleep(LONGER_THAN_ANYONE_WAITS);
            return;
        }
        Prediction prediction = new Prediction(newId(), order, base, clock.instant());
        tally.ordered(order);
        predictions.add(prediction);
        Map<String, @Nullable Object> asCreated = prediction.json();
        worker.begin(prediction);
        if (faults.strikes(Fault.CREATE_HANGS_AFTER_CREATING, inputs)) {
            Thread.sleep(LONGER_THAN_ANYONE_WAITS);
            return;
        }
        if (faults.strikes(Fault.CREATE_FAILS_AFTER_CREATING, inputs)) {
            throw ReplicateError.unavailable(502);
        }
        request.reply(201, asCreated);
    }

    private void one(ReplicateRequest request, Prediction prediction, boolean cancel)
            throws IOException, ReplicateError {
        if (cancel && request.method().equals("POST")) {
            tally.called("cancel");
            worker.cancel(prediction);
            request.reply(200, prediction.json());
        } else if (!cancel && request.method().equals("GET")) {
            tally.called("get");
            if (faults.strikes(Fault.READ_FAILS, prediction.inputs())) {
                throw ReplicateError.unavailable(503);
            }
            request.reply(200, prediction.json());
        } else {
            throw ReplicateError.notFound();
        }
    }

    private void deliver(ReplicateRequest request, String id) throws IOException, ReplicateError {
        tally.called("deliver");
        Prediction prediction = predictions.find(id).orElseThrow(ReplicateError::notFound);
        if (faults.strikes(Fault.OUTPUT_STUMBLES, prediction.inputs())) {
            throw ReplicateError.unavailable(503);
        }
        Path file = worker.output(prediction);
        if (prediction.completedAt().isEmpty() || !Files.exists(file)) {
            throw ReplicateError.notFound();
        }
        request.replyFile("video/mp4", file);
    }

    /** What Replicate has not: counts, and planned faults, for whoever tests from another process. */
    private void control(ReplicateRequest request) throws IOException, ReplicateError {
        String route = request.method() + " " + request.path();
        if (route.equals("GET /_fake/tally")) {
            request.reply(200, tally.json());
        } else if (route.equals("POST /_fake/faults")) {
            JsonNode plan = request.json();
            faults.plan(
                    Fault.valueOf(plan.path("fault").asText()),
                    plan.path("marker").asText(""),
                    plan.path("times").asInt(1));
            request.reply(200, Map.of());
        } else {
            throw ReplicateError.notFound();
        }
    }

    private String newId() {
        StringBuilder id = new StringBuilder(ID_LENGTH);
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
