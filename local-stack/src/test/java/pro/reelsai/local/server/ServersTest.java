package pro.reelsai.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServersTest {
    @Test
    void needsNoDocker() {
        assumeFalse(Files.exists(Path.of("/var/run/docker.sock")), "there is a Docker engine");
        assumeFalse(System.getenv().containsKey("DOCKER_HOST"), "there is a Docker engine elsewhere");

        // When
        Servers chosen = Servers.choose(null);

        // Then
        assertThat(chosen).isEqualTo(Servers.EMBEDDED);
    }

    @Test
    void doesAsItIsTold() {
        assertThat(Servers.choose("embedded")).isEqualTo(Servers.EMBEDDED);
        assertThat(Servers.choose("Containers")).isEqualTo(Servers.CONTAINERS);
        assertThatThrownBy(() -> Servers.choose("cloud")).hasMessageContaining("REELS_TEST_SERVERS");
    }
}
