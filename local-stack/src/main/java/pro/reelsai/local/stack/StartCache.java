package pro.reelsai.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What the JVM keeps of a service's start - its classes read, linked and profiled - so that the next one takes half of the
 * time (<a href="https://openjdk.org/jeps/514">JEP 514</a>). It is written when the service ends, and belongs to one build
 * of it and one JDK; any other JDK would do without it.
 */
record StartCache(Path file, Path jar) {
    private static final int OLDEST_JDK = 25;
    private static final String LEARNING = "-XX:AOTCacheOutput=";

    static StartCache of(StackConfig config, Service service) {
        return new StartCache(
                config.state().starts().resolve(service.id() + "-" + Runtime.version() + ".aot"),
                service.jar(config.root()));
    }

    /**
     * The JVM's options.
     *
     * @param learning whether the process may make the cache where there is none
     */
    List<String> options(boolean learning) {
        if (Runtime.version().feature() < OLDEST_JDK) {
            return List.of();
        }
        if (isOfThisBuild()) {
            return List.of("-XX:AOTCache=" + file, "-Xlog:aot*=error");
        }
        return learning ? List.of(LEARNING + file, "-Xlog:aot*=error") : List.of();
    }

    /** Whether a process will write a cache when it ends, which takes some seconds. */
    static boolean isLearning(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(arguments -> Arrays.stream(arguments).anyMatch(argument -> argument.startsWith(LEARNING)))
                .orElse(false);
    }

    private boolean isOfThisBuild() {
        try {
            return Files.exists(file)
                    && Files.exists(jar)
                    && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(jar)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
