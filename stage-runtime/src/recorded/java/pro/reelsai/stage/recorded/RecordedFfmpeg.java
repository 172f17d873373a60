package pro.reelsai.stage.recorded;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.FrameWriter;
import pro.reelsai.runtime.media.MediaConfig;

/** FFmpeg that has encoded already: the output of any command is the recording, and all that it measures is in order. */
@Alternative
@Priority(1)
@Singleton
public class RecordedFfmpeg extends Ffmpeg {
    private static final String INPUT = "-i";

    /** As {@code ebur128} and {@code showinfo} report on an ad: as loud as it should be, and in the colours of television. */
    private static final String LOG = """
            I:         -14.0 LUFS
            Peak:       -3.0 dBFS
            color_space:bt709 color_primaries:bt709 color_trc:bt709
            """;

    @Inject
    public RecordedFfmpeg(MediaConfig config) {
        super(config);
    }

    @Override
    public void run(FFmpegBuilder command, FfmpegRun run) {
        List<String> arguments = command.build();
        for (int i = 1; i < arguments.size(); i++) {
            if (isFile(arguments.get(i)) && !arguments.get(i - 1).equals(INPUT)) {
                deliver(Path.of(arguments.get(i).replaceFirst("^file:", "")));
            }
        }
        run.percent().accept(100);
    }

    @Override
    public void run(FFmpegBuilder command, FfmpegRun run, FrameWriter stdin) {
        run(command, run);
    }

    @Override
    public String measure(FFmpegBuilder command, FfmpegRun run) {
        run(command, run);
        return LOG;
    }

    private static boolean isFile(String argument) {
        return argument.startsWith("file:/") || argument.startsWith("/");
    }

    private static void deliver(Path output) {
        try {
            Recording.deliver(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
