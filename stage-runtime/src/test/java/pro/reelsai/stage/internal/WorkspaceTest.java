package pro.reelsai.stage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.reelsai.runtime.work.WorkDirectory;
import pro.reelsai.stage.StageConfig;

class WorkspaceTest {
    @TempDir
    Path root;

    @Test
    void removesWhatADeadProcessHasLeftAndNothingOfALiveOne() throws IOException {
        // Given
        Path dead = Files.createDirectories(root.resolve("editing-1/project/working-1"));
        Files.createFile(root.resolve("editing-1.lock"));
        Files.writeString(dead.resolve("half.mp4"), "half");
        Workspace alive = new Workspace(config("caption"));
        WorkDirectory atWork = alive.directoryFor(UUID.randomUUID());
        Path foreign = Files.createDirectory(root.resolve("not-ours"));

        // When
        Workspace started = new Workspace(config("editing"));

        // Then
        assertThat(root.resolve("editing-1")).doesNotExist();
        assertThat(root.resolve("editing-1.lock")).doesNotExist();
        assertThat(atWork.path()).exists();
        assertThat(started.folder()).exists();
        assertThat(foreign).exists();
        started.giveBack();
        alive.giveBack();
        assertThat(root).isDirectoryContaining(foreign::equals);
        assertThat(root.toFile().list()).containsExactly("not-ours");
    }

    private StageConfig config(String stage) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(StageConfig.class)
                .withDefaultValue("reels.stage.name", stage)
                .withDefaultValue("reels.stage.workspace", root.toString())
                .build()
                .getConfigMapping(StageConfig.class);
    }
}
