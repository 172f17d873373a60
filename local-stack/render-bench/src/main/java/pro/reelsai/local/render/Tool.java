package pro.reelsai.local.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs tools apart from the code that is measured. */
final class Tool {
    private Tool() {}

    /**
     * Runs FFmpeg.
     *
     * @param arguments words separated by spaces; none of them has one in it
     * @param files go in for each {@code @}
     */
    static void ffmpeg(String arguments, Path... files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-y", "-v", "error", "-nostdin"));
        int file = 0;
        for (String word : arguments.split(" ")) {
            command.add(word.equals("@") ? files[file++].toString() : word);
        }
        run(command);
    }

    /** Runs any tool, and fails where it fails; its standard output goes nowhere. */
    static void run(List<String> command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("This has failed with " + code + ": " + String.join(" ", command));
        }
    }
}
