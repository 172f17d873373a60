package pro.reelsai.runtime.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.bramp.ffmpeg.FFmpeg;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import net.bramp.ffmpeg.progress.Progress;
import net.bramp.ffmpeg.progress.StreamProgressParser;
import org.jboss.logging.Logger;
import pro.reelsai.runtime.media.MediaException.Reason;

/**
 * Runs FFmpeg. The command is described with ffmpeg-cli-wrapper's builder; this adds what every run needs: fenced inputs
 * (see {@link HardenedArguments}), progress, a time limit, and a process that is gone when the caller is interrupted.
 */
@ApplicationScoped
public class Ffmpeg {
    private static final Logger LOG = Logger.getLogger(Ffmpeg.class);
    private static final int KILLED_BY_KERNEL = 137;
    private static final Duration GRACE = Duration.ofSeconds(5);

    /**
     * Encoders share a picture among their threads, and what they write depends on among how many. Left to FFmpeg that is the
     * number of cores, and the same inputs would give other bytes on another machine.
     */
    private static final int THREADS = 4;

    private final String executable;
    private final List<String> outputOptions;

    @Inject
    public Ffmpeg(MediaConfig config) {
        this(config.ffmpeg());
    }

    /**
     * @param executable the FFmpeg executable, a path or a name on the PATH
     */
    public Ffmpeg(String executable) {
        this(executable, THREADS);
    }

    /**
     * @param executable the FFmpeg executable, a path or a name on the PATH
     * @param threads how many threads encoders have; 0 leaves it to FFmpeg, and bytes then depend on the machine
     */
    public Ffmpeg(String executable, int threads) {
        this.executable = executable;
        this.outputOptions = List.of("-threads", String.valueOf(threads), "-fflags", "+bitexact");
    }

    /**
     * The executable's version as it tells it, such as {@code 5.1.6-0+deb12u1}.
     *
     * @throws IOException if it cannot be run
     */
    public String version() throws IOException {
        return new FFmpeg(executable)
                .version()
                .replaceFirst("^ffmpeg version ", "")
                .replaceFirst(" Copyright .*$", "");
    }

    /**
     * Runs a command to its end.
     *
     * @throws MediaException if FFmpeg fails or does not end in time
     * @throws InterruptedException if the caller is interrupted; FFmpeg is dead by then
     */
    public void run(FFmpegBuilder command, FfmpegRun run) throws MediaException, InterruptedException {
        execute(command, run, Optional.empty());
    }

    /**
     * Runs a command that reads {@code pipe:0}.
     *
     * @param stdin writes what FFmpeg reads
     * @throws MediaException if FFmpeg fails or does not end in time
     * @throws InterruptedException if the caller is interrupted; FFmpeg is dead by then
     */
    public void run(FFmpegBuilder command, FfmpegRun run, FrameWriter stdin)
            throws MediaException, InterruptedException {
        execute(command, run, Optional.of(stdin));
    }

    /**
     * Runs a command for what its filters report, such as {@code ebur128} or {@code loudnorm}; the builder must ask for
     * verbosity {@code INFO}.
     *
     * @return the end of FFmpeg's log, at most 64 kB
     * @throws MediaException if FFmpeg fails or does not end in time
     * @throws InterruptedException if the caller is interrupted; FFmpeg is dead by then
     */
    public String measure(FFmpegBuilder command, FfmpegRun run) throws MediaException, InterruptedException {
        return execute(command, run, Optional.empty());
    }

    /**
     * Starts a command that writes raw frames to {@code pipe:1}, for the caller to read and to close.
     *
     * @param timeout after how long the run is killed
     * @throws MediaException if FFmpeg cannot be started
     */
    public DecodedFrames decode(FFmpegBuilder command, Duration timeout) throws MediaException {
        List<String> arguments = new ArrayList<>(List.of(executable, "-hide_banner", "-nostats", "-nostdin"));
        arguments.addAll(HardenedArguments.fenced(command.build()));
        LOG.debugf("Running %s", arguments);
        Process process = start(arguments);
        CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .execute(process::destroyForcibly);
        return new DecodedFrames(process);
    }

    private String execute(FFmpegBuilder command, FfmpegRun run, Optional<FrameWriter> stdin)
            throws MediaException, InterruptedException {
        List<String> arguments = commandLine(command, stdin.isPresent());
        LOG.debugf("Running %s", arguments);
        Process process = start(arguments);
        StderrTail stderr = new StderrTail(process.getErrorStream());
        try {
            watchProgress(process, run);
            CompletableFuture<Optional<IOException>> fed = feed(process, stdin);
            if (!process.waitFor(run.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                kill(process);
                throw new MediaException(
                        Reason.TIMED_OUT,
                        "FFmpeg did not end within " + run.timeout().toSeconds() + " s",
                        stderr.text());
            }
            checkDrawn(fed, stderr);
            checkExit(process, stderr);
            checkFed(fed, stderr);
            return stderr.text();
        } finally {
            kill(process);
        }
    }

    private List<String> commandLine(FFmpegBuilder command, boolean readsStdin) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of(executable, "-hide_banner", "-nostats", "-progress", "pipe:1"));
        if (!readsStdin) {
            arguments.add("-nostdin");
        }
        arguments.addAll(HardenedArguments.fenced(command.build()));
        // Options of the output, whose name comes last.
        arguments.addAll(arguments.size() - 1, outputOptions);
        return arguments;
    }

    private Process start(List<String> arguments) throws MediaException {
        try {
            return new ProcessBuilder(arguments).start();
        } catch (IOException e) {
            throw new MediaException(
                    Reason.NOT_INSTALLED,
                    "FFmpeg could not be started as '" + executable + "'; is it installed?",
                    "",
                    e);
        }
    }

    private static void watchProgress(Process process, FfmpegRun run) {
        StreamProgressParser parser =
                new StreamProgressParser(progress -> run.percent().accept(percent(progress, run)));
        Thread.ofVirtual().name("ffmpeg-progress").start(() -> {
            try {
                parser.processStream(process.getInputStream());
            } catch (IOException e) {
                LOG.debugf("FFmpeg's progress ended early: %s", e.getMessage());
            }
        });
    }

    private static int percent(Progress progress, FfmpegRun run) {
        if (progress.isEnd()) {
            return 100;
        }
        long total = Math.max(1, run.outputLength().toNanos());
        return (int) Math.clamp(progress.getOutTimeNs() * 100 / total, 0, 99);
    }

    private static CompletableFuture<Optional<IOException>> feed(Process process, Optional<FrameWriter> stdin) {
        CompletableFuture<Optional<IOException>> fed = new CompletableFuture<>();
        if (stdin.isEmpty()) {
            fed.complete(Optional.empty());
            return fed;
        }
        // A platform thread: drawing frames is work for a core and would hold a virtual thread's carrier all the while.
        Thread.ofPlatform().daemon().name("ffmpeg-stdin").start(() -> {
            try (OutputStream out = process.getOutputStream()) {
                stdin.get().writeTo(out);
                fed.complete(Optional.empty());
            } catch (IOException e) {
                fed.complete(Optional.of(e));
            } catch (RuntimeException | Error e) {
                fed.completeExceptionally(e);
                process.destroyForcibly();
            }
        });
        return fed;
    }

    /** A fault of whoever makes the frames kills FFmpeg, so it is the cause and has to be told first. */
    private static void checkDrawn(CompletableFuture<Optional<IOException>> fed, StderrTail stderr)
            throws MediaException {
        if (fed.isCompletedExceptionally()) {
            throw new MediaException(
                    Reason.FAILED, "The frames for FFmpeg could not be made", stderr.text(), fed.exceptionNow());
        }
    }

    private static void checkFed(CompletableFuture<Optional<IOException>> fed, StderrTail stderr)
            throws MediaException {
        Optional<IOException> broken = fed.join();
        if (broken.isPresent()) {
            throw new MediaException(Reason.FAILED, "FFmpeg ended before it had read all", stderr.text(), broken.get());
        }
    }

    private static void checkExit(Process process, StderrTail stderr) throws MediaException {
        int exit = process.exitValue();
        if (exit == 0) {
            return;
        }
        String log = stderr.text();
        if (log.contains("No space left on device")) {
            throw new MediaException(Reason.DISK_FULL, "The disk is full", log);
        }
        Reason reason = exit == KILLED_BY_KERNEL ? Reason.KILLED : Reason.FAILED;
        throw new MediaException(reason, "FFmpeg ended with exit code " + exit + ": " + stderr.lastLine(), log);
    }

    private static void kill(Process process) throws InterruptedException {
        if (process.isAlive()) {
            process.destroyForcibly();
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.errorf("FFmpeg process %d does not die", process.pid());
            }
        }
    }
}
