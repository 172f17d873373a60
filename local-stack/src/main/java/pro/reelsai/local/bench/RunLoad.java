package pro.reelsai.local.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.StackException;

/** Asks the gateway for ads, each of another project, by its REST contract. */
final class RunLoad implements AutoCloseable {
    private static final int SUCCESSES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI gateway;
    private final ReadyProjects projects;
    private final Map<UUID, String> tokens;
    private final BenchDatabase database;
    private final Random random = new Random(1);
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicReference<@Nullable String> refusal = new AtomicReference<>();

    RunLoad(LocalStack stack, ReadyProjects projects, BenchDatabase database) throws StackException {
        this.gateway = URI.create(stack.config().gatewayUrl());
        this.projects = projects;
        this.tokens = projects.tokens(stack);
        this.database = database;
    }

    /**
     * Asks at a steady rate, in the irregular way in which many independent users arrive, whatever becomes of the runs.
     *
     * @param rate ads a second
     * @param count how many
     * @throws StackException if the gateway refuses one
     */
    void steady(double rate, int count) throws StackException, InterruptedException {
        long due = System.nanoTime();
        for (int i = 0; i < count; i++) {
            due += (long) (-Math.log(1 - random.nextDouble()) / rate * 1e9);
            long early = due - System.nanoTime();
            if (early > 0) {
                Thread.sleep(Duration.ofNanos(early));
            }
            ask();
        }
        awaitAnswers();
    }

    /**
     * Asks for the next ad as soon as another has ended.
     *
     * @param open how many are to be under way at a time
     * @param count how many
     * @throws StackException if the gateway refuses one
     */
    void keepOpen(int open, int count) throws StackException, SQLException, InterruptedException {
        int left = count;
        while (left > 0) {
            int missing = Math.min(left, open - unanswered.get() - database.openRuns());
            for (int i = 0; i < missing; i++) {
                ask();
            }
            left -= Math.max(0, missing);
            Thread.sleep(BETWEEN_LOOKS);
        }
        awaitAnswers();
    }

    /** How many ads the gateway has promised so far. */
    int accepted() {
        return accepted.get();
    }

    private void ask() throws StackException {
        refuseRefusals();
        String path = projects.nextPath();
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", tokens.get(projects.userOf(path)))
                .timeout(PATIENCE)
                .POST(BodyPublishers.noBody())
                .build();
        unanswered.incrementAndGet();
        client.sendAsync(request, BodyHandlers.ofString()).whenComplete(this::answered);
    }

    private void answered(@Nullable HttpResponse<String> answer, @Nullable Throwable failure) {
        if (answer != null && answer.statusCode() / 100 == SUCCESSES) {
            accepted.incrementAndGet();
        } else {
            refusal.compareAndSet(null, answer == null ? String.valueOf(failure) : answer.body());
        }
        unanswered.decrementAndGet();
    }

    private void awaitAnswers() throws StackException, InterruptedException {
        while (unanswered.get() > 0) {
            Thread.sleep(BETWEEN_LOOKS);
        }
        refuseRefusals();
    }

    private void refuseRefusals() throws StackException {
        String why = refusal.get();
        if (why != null) {
            throw new StackException("The gateway has refused an ad: " + why);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
