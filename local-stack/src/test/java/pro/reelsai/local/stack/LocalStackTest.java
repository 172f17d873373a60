package pro.reelsai.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts Kafka, PostgreSQL and the storage server as real processes; the services have their own end-to-end test. */
class LocalStackTest {
    @TempDir
    Path directory;

    private LocalStack stack;

    @BeforeEach
    void createStack() {
        int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
        stack = new LocalStack(
                StackConfig.of(directory, directory.resolve("state"), port).withServices(Set.of()));
    }

    @AfterEach
    void stopStack() throws Exception {
        stack.down();
        stack.close();
    }

    @Test
    void startsOnceAndLeavesNothingBehind() throws Exception {
        // Given
        boolean firstStarted = stack.up(StackListener.SILENT);
        List<PartStatus> afterFirst = stack.status();

        // When
        boolean secondStarted = stack.up(StackListener.SILENT);
        List<PartStatus> afterSecond = stack.status();
        boolean stopped = stack.down();

        // Then
        assertThat(firstStarted).isTrue();
        assertThat(secondStarted).isFalse();
        assertThat(afterSecond).isEqualTo(afterFirst).allSatisfy(part -> assertThat(part.state())
                .isEqualTo(PartState.READY));
        assertThat(stopped).isTrue();
        assertThat(new Leftovers(stack.config().state()).find()).isEmpty();
        assertThat(stack.status()).allSatisfy(part -> assertThat(part.state()).isEqualTo(PartState.STOPPED));
    }

    @Test
    void stopsWhatAKilledPartHasLeftBehind() throws Exception {
        // Given
        stack.up(StackListener.SILENT);
        ProcessHandle supervisor = ProcessHandle.of(pid("postgres")).orElseThrow();
        supervisor.destroyForcibly();
        supervisor.onExit().join();
        assertThat(stack.status())
                .filteredOn(part -> part.name().equals("postgres"))
                .extracting(PartStatus::state)
                .containsExactly(PartState.DEAD);

        // When
        stack.down();

        // Then
        assertThat(new Leftovers(stack.config().state()).find()).isEmpty();
    }

    @Test
    void startsOnlyThePartThatHasDied() throws Exception {
        // Given
        stack.up(StackListener.SILENT);
        long kafka = pid("kafka");
        ProcessHandle storage = ProcessHandle.of(pid("storage")).orElseThrow();
        storage.destroyForcibly();
        storage.onExit().join();

        // When
        boolean started = stack.up(StackListener.SILENT);

        // Then
        assertThat(started).isTrue();
        assertThat(stack.isReady()).isTrue();
        assertThat(pid("kafka")).isEqualTo(kafka);
    }

    @Test
    void startsAgainWhatDiesAndEndsWithEverythingStopped() throws Exception {
        // Given
        try (LocalStack supervised = new LocalStack(stack.config().withSupervision())) {
            supervised.up(StackListener.SILENT);
        }
        long first = pid("storage");

        // When
        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(stack.status())
                .filteredOn(part -> part.name().equals("storage"))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.state()).isEqualTo(PartState.READY);
                    assertThat(part.pid()).isNotEqualTo(first);
                    assertThat(part.restarts()).isEqualTo(1);
                }));
        ProcessHandle.of(pid("storage")).orElseThrow().destroyForcibly();
        stack.down();
        assertThat(new Leftovers(stack.config().state()).find()).isEmpty();
        assertThat(stack.status()).allSatisfy(part -> assertThat(part.state()).isEqualTo(PartState.STOPPED));
    }

    @Test
    void namesABusyPortAndStartsNothing() throws Exception {
        // Given
        int port = stack.config().ports().storage();
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            // When / Then
            assertThatThrownBy(() -> stack.up(StackListener.SILENT))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("storage")
                    .hasMessageContaining("REELS_PORT");
        }
        assertThat(new Leftovers(stack.config().state()).find()).isEmpty();
    }

    @Test
    void showsTheLogOfAPartThatDiesAndStopsTheOthers() throws Exception {
        // Given
        Path state = stack.config().state().path();
        Files.createDirectories(state);
        Files.writeString(state.resolve("storage"), "a file where the storage wants its folder");

        // When / Then
        assertThatThrownBy(() -> stack.up(StackListener.SILENT))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("storage ended while it was starting")
                .hasMessageContaining("Not a directory");
        assertThat(new Leftovers(stack.config().state()).find()).isEmpty();
    }

    @Test
    void neverTouchesAnotherProcessThatHasInheritedAnId() throws Exception {
        // Given
        stack.config().state().prepare();
        Process bystander = new ProcessBuilder("sleep", "60").start();
        Files.writeString(stack.config().state().processFile("kafka"), bystander.pid() + "\n2020-01-01T00:00:00Z\n");

        // When
        stack.down();

        // Then
        assertThat(bystander.isAlive()).isTrue();
        bystander.destroyForcibly();
    }

    private long pid(String name) throws Exception {
        return stack.status().stream()
                .filter(part -> part.name().equals(name))
                .map(PartStatus::pid)
                .findFirst()
                .orElseThrow();
    }
}
