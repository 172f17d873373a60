package pro.reelsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A guide of this project, whose examples are typed as they stand there. */
final class Guide {
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
    private static final int MINUTES = 5;

    private final Path file;

    Guide(String name) {
        this.file = Path.of("../../docs").resolve(name);
    }

    /** The examples in their order. */
    List<String> examples() throws IOException {
        Matcher found = EXAMPLE.matcher(Files.readString(file));
        List<String> examples = new ArrayList<>();
        while (found.find()) {
            examples.add(found.group(1));
        }
        return examples;
    }

    /** Runs all examples as one script, and shows what they have printed if one fails. */
    void run(Path folder, Map<String, String> variables) throws Exception {
        assumeTrue(
                execute(Path.of("."), Map.of(), "sh", "-c", "jq --version").status() == 0
                        && execute(Path.of("."), Map.of(), "sh", "-c", "curl --help all | grep -q -e --json")
                                        .status()
                                == 0,
                "the examples need jq, and curl 7.82 or newer");
        Path script = folder.resolve("guide.sh");
        Files.writeString(script, String.join("\n", examples()));
        Result result =
                execute(folder, variables, "sh", "-eux", script.toAbsolutePath().toString());
        assertThat(result.status()).as(result.output()).isZero();
    }

    private static Result execute(Path folder, Map<String, String> variables, String... command) throws Exception {
        Path output = Files.createTempFile("guide", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(variables);
        Process process = builder.start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        return new Result(ended ? process.exitValue() : -1, Files.readString(output));
    }

    private record Result(int status, String output) {}
}
