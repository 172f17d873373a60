package pro.reelsai.runtime.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pro.reelsai.runtime.media.MediaException.Reason;

/**
 * How far a still picture is turned when it is shown. A camera that is held upright writes a picture on its side and
 * says so in Exif, which stands inside the picture: ffprobe knows it of the decoded frame, not of the stream.
 */
final class StillRotation {
    private static final int KILLED = 128 + 9;

    private StillRotation() {}

    /** The command that prints the rotation of the first frame in degrees, or nothing where there is none. */
    static List<String> command(String ffprobe, Path file) {
        List<String> command = new ArrayList<>();
        command.add(ffprobe);
        command.addAll(List.of("-v", "error"));
        command.addAll(HardenedArguments.fence());
        command.addAll(List.of("-select_streams", "v:0", "-read_intervals", "%+#1"));
        command.addAll(List.of("-show_entries", "frame=side_data_list:frame_side_data=rotation"));
        command.addAll(List.of("-of", "default=noprint_wrappers=1:nokey=1"));
        command.add(HardenedArguments.localFile(file.toString()));
        return command;
    }

    /**
     * Reads what the command prints.
     *
     * @return 0, 90, 180 or 270 degrees counter-clockwise
     * @throws MediaException if the command was killed because it took too long
     */
    static int read(Process ffprobe) throws MediaException, IOException, InterruptedException {
        try (BufferedReader out = ffprobe.inputReader()) {
            int rotation = out.lines()
                    .map(String::strip)
                    .filter(line -> line.matches("-?\\d{1,3}"))
                    .mapToInt(line -> Math.floorMod(Integer.parseInt(line), 360))
                    .findFirst()
                    .orElse(0);
            if (ffprobe.waitFor() == KILLED) {
                throw new MediaException(Reason.TIMED_OUT, "The picture could not be decoded in time", "");
            }
            return rotation;
        } finally {
            ffprobe.destroyForcibly();
        }
    }
}
