package pro.reelsai.local.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An FFmpeg that notes down what it was asked and what processor time it took: a script in front of the real one. */
final class FfmpegAccount {
    private static final String ARGUMENTS = ".arguments";
    private static final String TIMES = ".times";
    private static final String SCRIPT = """
            #!/bin/sh
            note=${0%/*}/$$
            printf '%s\\0' "$@" > "$note.arguments"
            ffmpeg "$@"
            code=$?
            times > "$note.times"
            exit $code
            """;

    private final Path folder;

    /**
     * @param folder an empty folder for the script and its notes
     */
    FfmpegAccount(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        Files.writeString(executable(), SCRIPT);
        Files.setPosixFilePermissions(executable(), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What to run in FFmpeg's place. */
    Path executable() {
        return folder.resolve("ffmpeg");
    }

    /** All runs that have come to an end. */
    List<Call> calls() throws IOException {
        List<Path> notes;
        try (Stream<Path> files = Files.list(folder)) {
            notes = files.filter(file -> file.toString().endsWith(TIMES)).toList();
        }
        List<Call> calls = new ArrayList<>();
        for (Path note : notes) {
            String name = note.getFileName().toString().replace(TIMES, ARGUMENTS);
            List<String> arguments = List.of(Files.readString(folder.resolve(name), StandardCharsets.UTF_8)
                    .split("\0"));
            // The second line is of those that the shell has started: user and system time, such as 1m2.345s 0m0.120s.
            calls.add(new Call(arguments, seconds(Files.readAllLines(note).getLast())));
        }
        return calls;
    }

    private static double seconds(String times) {
        return Stream.of(times.strip().split("\\s+"))
                .mapToDouble(time -> {
                    String[] parts = time.replace("s", "").split("m");
                    return Integer.parseInt(parts[0]) * 60 + Double.parseDouble(parts[1]);
                })
                .sum();
    }

    /**
     * One run of FFmpeg.
     *
     * @param arguments what it was asked
     * @param cpuSeconds user and system time
     */
    record Call(List<String> arguments, double cpuSeconds) {
        boolean writes(String fileName) {
            return arguments.getLast().endsWith("/" + fileName);
        }

        /** Whether it made or measured sound. */
        boolean isSound() {
            return arguments.getLast().endsWith(".m4a")
                    || arguments.stream().anyMatch(argument -> argument.contains("ebur128"));
        }

        /**
         * Does the same again, but for encoding.
         *
         * @param captions whether captions are drawn where they were
         * @return what was run
         */
        List<String> drawOnly(boolean captions) throws IOException, InterruptedException {
            List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error"));
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                if (isOutput(i)) {
                    command.addAll(List.of("-f", "null", "-"));
                    continue;
                }
                switch (argument) {
                    case "-v", "-bsf:v", "-movflags", "-profile:v", "-preset", "-crf" -> i++;
                    case "-vcodec" -> {
                        command.addAll(List.of("-vcodec", "wrapped_avframe"));
                        i++;
                    }
                    default -> command.add(captions ? argument : withoutCaptions(argument));
                }
            }
            Tool.run(command);
            return command;
        }

        private boolean isOutput(int index) {
            return arguments.get(index).startsWith("/")
                    && !arguments.get(index - 1).equals("-i");
        }

        private static String withoutCaptions(String argument) {
            return argument.replaceAll("ass=filename=(\\\\.|[^\\[;])*", "null");
        }
    }
}
