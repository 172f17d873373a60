package pro.reelsai.stage.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jboss.logging.Logger;
import pro.reelsai.model.FailureCode;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.StageConfig;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.TransientStageException;

/**
 * Makes jobs go wrong on purpose, so that tests with real processes can show that nothing is lost by it. Off unless
 * {@code reels.stage.faults} names a folder.
 *
 * <p>The file with the stage's name in that folder holds one line for each fault, {@code <moment> <what> [argument]},
 * such as {@code work fail}, {@code upload dawdle 20s} or {@code emit die}. A job that reaches the moment of the first
 * line takes that line out and suffers what it says.
 */
@ApplicationScoped
public class StageFaults {
    private static final Logger LOG = Logger.getLogger(StageFaults.class);

    /** When a job can go wrong. */
    enum Moment {
        /** Before the stage works. */
        WORK,
        /** When the files are made, before the first is uploaded. */
        UPLOAD,
        /** When all is in the bucket, before the outcome is emitted. */
        EMIT,
        /** When the outcome is in Kafka, before the record is acknowledged. */
        ACKNOWLEDGE
    }

    private final Optional<Path> plan;

    public StageFaults(StageConfig config) {
        this.plan = config.faults().map(folder -> folder.resolve(config.name().wireName()));
        plan.ifPresent(file -> LOG.warnf("REELS-0138 jobs go wrong on purpose, as %s says", file));
    }

    /** Lets the current job suffer what is planned for this moment, if anything is. */
    void at(Moment moment) throws StageException, IOException, InterruptedException {
        if (plan.isEmpty() || !Files.isRegularFile(plan.get())) {
            return;
        }
        List<String> lines = Files.readAllLines(plan.get());
        if (lines.isEmpty() || !lines.getFirst().startsWith(moment.name().toLowerCase(Locale.ROOT) + " ")) {
            return;
        }
        Files.write(plan.get(), lines.subList(1, lines.size()));
        LOG.warnf("REELS-0139 on purpose: %s", lines.getFirst());
        suffer(lines.getFirst().split(" "));
    }

    private static void suffer(String[] words) throws StageException, InterruptedException {
        switch (words[1]) {
            case "fail" -> throw new TransientStageException(FailureCode.INTERNAL, "Failed on purpose", null);
            case "refuse" -> throw new PermanentStageException(FailureCode.INTERNAL, "Refused on purpose");
            case "fault" -> throw new IllegalStateException("A fault on purpose");
            case "dawdle" -> Thread.sleep(Duration.parse("PT" + words[2]));
            case "hang" -> hang();
            case "die" -> Runtime.getRuntime().halt(137);
            default -> throw new IllegalStateException("No such fault: " + words[1]);
        }
    }

    /** For ever, whoever interrupts. */
    private static void hang() {
        CountDownLatch never = new CountDownLatch(1);
        while (never.getCount() > 0) {
            try {
                never.await();
            } catch (InterruptedException e) {
                LOG.debug("Interrupted, and hanging on as planned");
            }
        }
    }
}
