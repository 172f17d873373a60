package pro.reelsai.local.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import pro.reelsai.local.operate.OffsetReset;
import pro.reelsai.local.operate.OffsetReset.Move;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.StackException;
import pro.reelsai.model.Stage;

/** Has a stage of the local suite hear its requests again, and says what that means. */
final class StageReplay {
    private static final int REFUSED = 1;

    private final LocalStack stack;
    private final PrintWriter out;

    StageReplay(LocalStack stack, PrintWriter out) {
        this.stack = stack;
        this.out = out;
    }

    int run(Stage stage, Duration back, boolean dryRun) throws StackException, InterruptedException {
        try (OffsetReset reset = new OffsetReset(stack.config().kafka(), stage)) {
            List<Move> moves = reset.plan(Instant.now().minus(back));
            print(reset, moves);
            if (dryRun) {
                out.println("Nothing was changed.");
                out.flush();
                return 0;
            }
            int members = reset.members();
            if (members > 0) {
                out.printf(
                        "Not done: %s is reading. Kafka moves a group only while nobody reads for it:%n"
                                + "  ./reels down %s, then this again, then ./reels up%n",
                        stage.wireName(), stage.wireName());
                out.flush();
                return REFUSED;
            }
            reset.apply(moves);
            out.printf("Done. Once %s runs again (./reels up), it hears them.%n", stage.wireName());
            out.flush();
            return 0;
        }
    }

    private void print(OffsetReset reset, List<Move> moves) {
        out.printf("group %s, topic %s%n%n", reset.group(), reset.topic());
        out.printf("%9s %10s %10s %10s%n", "PARTITION", "CURRENT", "TARGET", "RECORDS");
        moves.forEach(move ->
                out.printf("%9d %10d %10d %10d%n", move.partition(), move.current(), move.target(), move.records()));
        out.printf(
                "%n%d requests would be heard again. Those of runs that have ended are passed over; for the others the stage%n"
                        + "finds its output by its fingerprint and says again what it said. Nothing is made or paid twice.%n",
                moves.stream().mapToLong(Move::records).sum());
    }
}
