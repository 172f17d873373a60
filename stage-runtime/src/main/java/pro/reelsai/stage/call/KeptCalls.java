package pro.reelsai.stage.call;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.ObjectKeys;
import pro.reelsai.runtime.storage.ObjectStorage;
import pro.reelsai.runtime.storage.StorageException;
import pro.reelsai.stage.DatabaseAwayException;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.StageJob;
import pro.reelsai.stage.TransientStageException;
import pro.reelsai.stage.provider.ProviderException;
import pro.reelsai.stage.provider.ProviderFailure;

/**
 * Writes every call down before it is made, and puts every answer into the bucket before anything else is done with it:
 * whatever dies afterwards, the next try finds the answer. Only a process that dies between the provider's last byte and
 * the end of that upload pays again, and the row's count of tries says so.
 */
@ApplicationScoped
class KeptCalls implements PaidCalls {
    private static final Logger LOG = Logger.getLogger(KeptCalls.class);
    private static final Duration TRANSFER = Duration.ofMinutes(5);

    /** How long a paid answer waits for a bucket or a database that is away; a stage's time-out may come before. */
    private static final Duration KEEPING = Duration.ofMinutes(5);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final ProviderCalls book;
    private final ObjectStorage storage;

    KeptCalls(ProviderCalls book, ObjectStorage storage) {
        this.book = book;
        this.storage = storage;
    }

    @Override
    public PaidAnswer once(StageJob job, PaidCall call, ProviderFailure failure, Ask ask)
            throws StageException, IOException, InterruptedException {
        ObjectKey key =
                ObjectKeys.work(job.request().projectId(), job.request().stage(), call.fingerprint(), call.fileName());
        Optional<PaidAnswer> kept = kept(job, key);
        if (kept.isPresent()) {
            book.delivered(job.request(), call.fingerprint(), call.provider());
            return kept.get();
        }
        job.checkStillWanted();
        ProviderCall row = book.take(job.request(), call.fingerprint(), call.provider(), call.model());
        if (row.outcome() == CallOutcome.SUCCEEDED) {
            LOG.warnf("REELS-0132 the paid answer %s is gone from the bucket and is paid for again", key);
            row = book.anew(row, call.model());
        }
        if (row.outcome().isTerminal()) {
            FailureCode code = row.failureCode();
            String said = row.error();
            throw new PermanentStageException(
                    code == null ? failure.unavailable() : code,
                    said == null ? failure.provider() + " has failed this before." : said);
        }
        if (!book.start(row, call.estimateUsd())) {
            throw new TransientStageException(failure.unavailable(), "The same call is being made already.", null);
        }
        PaidAnswer answer = ask(row, failure, ask);
        keep(key, call, answer);
        note(row, answer.charge());
        return answer;
    }

    /** Waits for a database that is away, since nobody else will know the price. */
    private void note(ProviderCall row, Charge charge) throws InterruptedException {
        long begin = System.nanoTime();
        while (true) {
            try {
                book.succeeded(row, charge);
                return;
            } catch (DatabaseAwayException e) {
                if (System.nanoTime() - begin > KEEPING.toNanos()) {
                    throw e;
                }
                LOG.warnf("REELS-0133 call %s is paid, which will be noted later: %s", row.id(), e.getMessage());
                Thread.sleep(FIRST_WAIT);
            }
        }
    }

    private PaidAnswer ask(ProviderCall row, ProviderFailure failure, Ask ask)
            throws StageException, InterruptedException {
        try {
            return ask.ask();
        } catch (ProviderException e) {
            StageException told = failure.of(e);
            if (!e.isTransient()) {
                book.failed(row, CallOutcome.FAILED, null, told.code(), told.getMessage());
            } else if (e.isUnpaid()) {
                book.notStarted(row);
            }
            throw told;
        }
    }

    private Optional<PaidAnswer> kept(StageJob job, ObjectKey key) throws IOException {
        Path file = Files.createTempFile(job.directory(), "kept", "");
        try {
            storage.download(key, file).await().atMost(TRANSFER);
        } catch (StorageException e) {
            if (e.isNotFound()) {
                return Optional.empty();
            }
            throw e;
        }
        return Optional.of(
                new PaidAnswer(Files.readAllBytes(file), new Charge(BigDecimal.ZERO, "reuse", BigDecimal.ZERO)));
    }

    /** From memory and for minutes, since neither a full disk nor a bucket that is away should cost what was paid. */
    private void keep(ObjectKey key, PaidCall call, PaidAnswer answer) {
        storage.upload(key, answer.content(), call.contentType())
                .onFailure(KeptCalls::mayPass)
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .expireIn(KEEPING.toMillis())
                .await()
                .atMost(KEEPING.plus(TRANSFER));
    }

    private static boolean mayPass(Throwable failure) {
        return failure instanceof StorageException e && e.isTransient();
    }
}
