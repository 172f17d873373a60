package pro.reelsai.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Runs FFmpeg and ffprobe as a stranger would who wants to know what is in a file. */
final class Tool {
    private Tool() {}

    /** What a command writes to its standard output. */
    static byte[] output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] bytes = process.getInputStream().readAllBytes();
        requireSuccess(process, List.of(command), "");
        return bytes;
    }

    /** What a command writes to its standard error; FFmpeg's filters report there. */
    static String report(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        requireSuccess(process, List.of(command), text);
        return text;
    }

    /** Hands every raw frame of a command's standard output to a reader, one after the other. */
    static void frames(int bytesPerFrame, FrameReader reader, List<String> command)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(new ArrayList<>(command)).start();
        CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        try (InputStream frames = process.getInputStream()) {
            byte[] frame;
            for (int index = 0; (frame = frames.readNBytes(bytesPerFrame)).length == bytesPerFrame; index++) {
                reader.read(index, frame);
            }
        }
        requireSuccess(process, command, errors.join());
    }

    private static String text(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void requireSuccess(Process process, List<String> command, String errors)
            throws InterruptedException {
        int exit = process.waitFor();
        if (exit != 0) {
            throw new AssertionError(command + " ended with " + exit + ": " + errors);
        }
    }

    /** Sees one frame. */
    interface FrameReader {
        void read(int index, byte[] frame);
    }
}
