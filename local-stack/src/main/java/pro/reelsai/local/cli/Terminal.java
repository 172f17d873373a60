package pro.reelsai.local.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pro.reelsai.local.demo.AdProgress;
import pro.reelsai.local.demo.StatusReport;
import pro.reelsai.local.demo.StatusReport.StageReport;

/** Shows how an ad gets on: bars that are redrawn in place on a terminal, a line per change elsewhere. */
final class Terminal implements AdProgress {
    private static final int BAR = 30;
    private static final int DETAIL = 40;
    private static final int PLAIN_STEP = 25;

    private final PrintWriter out;
    private final boolean redraw;
    private final Map<String, String> printed = new HashMap<>();
    private int drawn;

    /**
     * @param out where to print
     * @param redraw whether it is a terminal that moves its cursor
     */
    Terminal(PrintWriter out, boolean redraw) {
        this.out = out;
        this.redraw = redraw;
    }

    @Override
    public void step(String what) {
        out.println("  " + what);
        out.flush();
        drawn = 0;
    }

    @Override
    public void making(StatusReport report) {
        if (redraw) {
            redraw(report.stages());
        } else {
            printChanges(report.stages());
        }
        out.flush();
    }

    private void redraw(List<StageReport> stages) {
        if (drawn > 0) {
            out.print("\u001b[" + drawn + "A");
        }
        for (StageReport stage : stages) {
            int full = stage.percent() * BAR / 100;
            out.printf(
                    "\u001b[2K  %-8s %s%s %3d %%  %5.1f s  %s%n",
                    stage.stage(),
                    "█".repeat(full),
                    "░".repeat(BAR - full),
                    stage.percent(),
                    seconds(stage),
                    detail(stage));
        }
        drawn = stages.size();
    }

    private void printChanges(List<StageReport> stages) {
        for (StageReport stage : stages) {
            String line = stage.state() + " " + stage.percent() / PLAIN_STEP * PLAIN_STEP;
            if (!stage.state().equals("pending") && !line.equals(printed.put(stage.stage(), line))) {
                out.printf(
                        "  %-8s %-9s %3d %%  %5.1f s%n", stage.stage(), stage.state(), stage.percent(), seconds(stage));
            }
        }
    }

    private static double seconds(StageReport stage) {
        return stage.elapsed(Instant.now()).toMillis() / 1000.0;
    }

    private static String detail(StageReport stage) {
        String detail = stage.detail() == null || stage.detail().isBlank() ? stage.state() : stage.detail();
        String line = detail.replaceAll("\\s+", " ");
        return line.length() > DETAIL ? line.substring(0, DETAIL - 1) + "…" : line;
    }
}
