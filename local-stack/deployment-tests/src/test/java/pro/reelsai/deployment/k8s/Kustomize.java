package pro.reelsai.deployment.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Renders a folder as {@code kubectl apply -k} would, without a cluster. */
final class Kustomize {
    private static final List<List<String>> PROGRAMS =
            List.of(List.of("kustomize", "build"), List.of("kubectl", "kustomize"));

    private final List<String> command;

    private Kustomize(List<String> command) {
        this.command = command;
    }

    /** The program that this machine has for it; none where there is neither kustomize nor kubectl. */
    static Optional<Kustomize> installed() {
        return PROGRAMS.stream()
                .filter(program -> isOnPath(program.getFirst()))
                .findFirst()
                .map(Kustomize::new);
    }

    /**
     * What a folder comes to: many YAML documents.
     *
     * @throws IllegalStateException if it cannot be rendered, with what the program said
     */
    String render(Path folder) {
        try {
            Path errors = Files.createTempFile("kustomize", ".err");
            Process process = new ProcessBuilder(Stream.concat(command.stream(), Stream.of(folder.toString()))
                            .toList())
                    .redirectError(errors.toFile())
                    .start();
            String rendered = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            String said = Files.readString(errors);
            Files.delete(errors);
            if (status != 0) {
                throw new IllegalStateException(folder + " cannot be rendered: " + said);
            }
            return rendered;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOnPath(String program) {
        @Nullable String path = System.getenv("PATH");
        return path != null
                && Arrays.stream(path.split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
