package pro.reelsai.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.reelsai.local.demo.Samples;

/** The examples of {@code docs/api.md}, typed as they stand there. */
@ExtendWith(Suite.class)
class ApiGuideTest {
    private static final Path GUIDE = Path.of("../../docs/api.md");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
    private static final int MINUTES = 5;

    @Test
    void runsFromTopToBottom() throws Exception {
        // Given
        assumeTrue(
                isSuccess("jq --version") && isSuccess("curl --help all | grep -q -e --json"),
                "the guide's examples need jq, and curl 7.82 or newer");
        Path folder = Suite.folder("guide");
        Path picture = Samples.assets(Suite.folder("guide-samples")).stream()
                .filter(file -> file.toString().endsWith(".jpg"))
                .findFirst()
                .orElseThrow();
        Files.write(folder.resolve("bottle.jpg"), Files.readAllBytes(picture));
        Path script = folder.resolve("guide.sh");
        Files.writeString(script, String.join("\n", examples()));

        // When
        Result result = run(folder, "sh", "-eux", script.toAbsolutePath().toString());

        // Then
        assertThat(result.status()).as(result.output()).isZero();
        assertThat(Tool.output(
                        "ffprobe",
                        "-v",
                        "error",
                        "-show_streams",
                        folder.resolve("ad.mp4").toString()))
                .asString()
                .contains("codec_type=video", "codec_type=audio");
    }

    private static List<String> examples() throws IOException {
        Matcher found = EXAMPLE.matcher(Files.readString(GUIDE));
        List<String> examples = new ArrayList<>();
        while (found.find()) {
            examples.add(found.group(1));
        }
        assertThat(examples).hasSizeGreaterThan(15);
        return examples;
    }

    private static boolean isSuccess(String command) throws Exception {
        return run(Path.of("."), "sh", "-c", command).status() == 0;
    }

    private static Result run(Path folder, String... command) throws Exception {
        Path output = Files.createTempFile("guide", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("GATEWAY", Suite.gateway());
        builder.environment().put("TOKEN", Suite.token("authenticated"));
        builder.environment().put("OPERATOR_TOKEN", Suite.token("service_role"));
        Process process = builder.start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        return new Result(ended ? process.exitValue() : -1, Files.readString(output));
    }

    private record Result(int status, String output) {}
}
