package pro.reelsai.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

/** Older JVMs have no such cache. */
@EnabledForJreRange(minVersion = 25)
class StartCacheTest {
    private static final Instant BUILT = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path directory;

    private StartCache cache;

    @BeforeEach
    void build() throws IOException {
        cache = new StartCache(directory.resolve("voice.aot"), directory.resolve("voice.jar"));
        write(cache.jar(), BUILT);
    }

    @Test
    void learnsOnlyWhereItMay() {
        assertThat(cache.options(true)).contains("-XX:AOTCacheOutput=" + cache.file());
        assertThat(cache.options(false)).isEmpty();
    }

    @Test
    void usesWhatWasLearnedOfThisBuild() throws IOException {
        // Given
        write(cache.file(), BUILT.plusSeconds(60));

        // When / Then
        assertThat(cache.options(true)).contains("-XX:AOTCache=" + cache.file());
        assertThat(cache.options(false)).isEqualTo(cache.options(true));
    }

    @Test
    void learnsAnewAfterABuild() throws IOException {
        // Given
        write(cache.file(), BUILT.minusSeconds(60));

        // When / Then
        assertThat(cache.options(true)).contains("-XX:AOTCacheOutput=" + cache.file());
        assertThat(cache.options(false)).isEmpty();
    }

    private static void write(Path file, Instant at) throws IOException {
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(at));
    }
}
