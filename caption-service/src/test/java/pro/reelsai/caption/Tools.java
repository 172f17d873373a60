package pro.reelsai.caption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs the FFmpeg tools apart from the code under test. */
final class Tools {
    private Tools() {}

    /**
     * Runs a command.
     *
     * @param command words separated by spaces, with {@code @} wherever the file's name goes
     * @param file may have spaces in its name
     * @return what it wrote to its standard output
     */
    static byte[] run(String command, Path file) {
        List<String> words = Stream.of(command.split(" "))
                .map(word -> word.equals("@") ? file.toString() : word)
                .toList();
        try {
            Process process = new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            byte[] output = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(words.toString());
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@link #run(String, Path)}, as text. */
    static String text(String command, Path file) {
        return new String(run(command, file), StandardCharsets.UTF_8);
    }
}
