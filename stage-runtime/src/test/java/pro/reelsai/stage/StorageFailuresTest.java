package pro.reelsai.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.reelsai.local.storage.StorageFault;
import pro.reelsai.local.storage.StorageFault.Kind;
import pro.reelsai.local.storage.StorageFaults;
import pro.reelsai.local.storage.StorageServer;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.StoredObject;
import pro.reelsai.runtime.storage.ObjectStorage;
import pro.reelsai.runtime.storage.StorageException;
import pro.reelsai.runtime.work.WorkDirectory;

/** What becomes of a file when Supabase Storage fails in one of its documented ways. */
@QuarkusTest
@QuarkusTestResource(StageTestResource.class)
@Timeout(60)
class StorageFailuresTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LARGE = (13 << 20) + 7;

    @Inject
    ObjectStorage bucket;

    private final ObjectKey key = new ObjectKey("storage-failures/" + UUID.randomUUID());

    private Path directory;

    @BeforeEach
    void prepare() throws Exception {
        directory = Files.createTempDirectory(Path.of("target"), "files");
    }

    @AfterEach
    void recover() throws Exception {
        faults().clear();
        WorkDirectory.deleteTree(directory);
    }

    /** One row: the true status of the answer, how often it comes, whether the file arrives, and the requests for it. */
    @ParameterizedTest
    @CsvSource({
        "423, 2, true, 3",
        "429, 3, true, 4",
        "500, 2, true, 3",
        "503, 2, true, 3",
        "544, 2, true, 3",
        "503, 9, false, 4",
        "400, 9, false, 1",
        "403, 9, false, 1",
        "404, 9, false, 1",
        "409, 9, false, 1",
        "413, 9, false, 1",
        "415, 9, false, 1",
    })
    void asksAgainWhereTheTrueStatusSaysThatItHelps(int status, int times, boolean arrives, int requests)
            throws Exception {
        // Given
        Path file = file(1000);
        faults().plan(StorageFault.refuseUploads(status, times));

        // When
        if (arrives) {
            upload(file);
        } else {
            assertThatThrownBy(() -> upload(file))
                    .isInstanceOfSatisfying(
                            StorageException.class, e -> assertThat(e.status()).isEqualTo(status));
        }

        // Then
        assertThat(faults().left()).isEqualTo(times - (arrives ? requests - 1 : requests));
        faults().clear();
        assertThat(bucket.info(key).await().atMost(PATIENCE).isPresent()).isEqualTo(arrives);
    }

    /** One row: how a piece of a large file is answered, how often, whether the file arrives, and all bytes once. */
    @ParameterizedTest
    @CsvSource({
        "423, 2, true",
        "429, 2, true",
        "503, 3, true",
        "544, 2, true",
        "409, 2, true",
        "503, 9, false",
        "400, 9, false",
        "403, 9, false",
        "413, 9, false",
    })
    void goesOnWithALargeFileWhereTheServerIsWithIt(int status, int times, boolean arrives) throws Exception {
        // Given
        Path file = file(LARGE);
        long before = storage().receivedInPieces();
        passOver(1);
        faults().plan(StorageFault.refusePieces(status, times));

        // When
        if (arrives) {
            upload(file);
        } else {
            assertThatThrownBy(() -> upload(file))
                    .isInstanceOfSatisfying(
                            StorageException.class, e -> assertThat(e.status()).isEqualTo(status));
        }

        // Then
        assertThat(bucket.info(key).await().atMost(PATIENCE).isPresent()).isEqualTo(arrives);
        if (arrives) {
            assertThat(storage().receivedInPieces() - before).isEqualTo(LARGE);
        }
    }

    @Test
    void goesOnFromTheLastByteThatArrivedWhenALargeUploadIsCut() throws Exception {
        // Given
        Path file = file(LARGE);
        long before = storage().receivedInPieces();
        passOver(1);
        faults().plan(StorageFault.cutPieces(2));

        // When
        StoredObject stored = upload(file);

        // Then
        assertThat(faults().left()).isZero();
        assertThat(storage().receivedInPieces() - before).isEqualTo(LARGE);
        Path back = bucket.download(key, directory.resolve("back")).await().atMost(PATIENCE);
        assertThat(back).hasSameBinaryContentAs(file);
        assertThat(stored.bytes()).isEqualTo(LARGE);
        assertThat(bucket.info(key).await().atMost(PATIENCE).orElseThrow().contentType())
                .isEqualTo("video/mp4");
    }

    @Test
    void beginsALargeUploadAnewOnceTheServerHasForgottenIt() throws Exception {
        // Given
        Path file = file(LARGE);
        passOver(1);
        faults().plan(new StorageFault("PATCH", "/upload/resumable/", Kind.STALL, 0, Duration.ofMillis(300), 1));

        // When
        CompletableFuture<StoredObject> upload =
                bucket.upload(key, file, "video/mp4").subscribeAsCompletionStage();
        await().atMost(PATIENCE).until(() -> faults().left() == 0);
        storage().expireUploads();
        upload.join();

        // Then
        Path back = bucket.download(key, directory.resolve("back")).await().atMost(PATIENCE);
        assertThat(back).hasSameBinaryContentAs(file);
    }

    private StoredObject upload(Path file) {
        return bucket.upload(key, file, "video/mp4").await().atMost(PATIENCE);
    }

    /** Lets the next pieces be, so that what is planned after them befalls those that follow. */
    private static void passOver(int pieces) {
        faults().plan(new StorageFault("PATCH", "/upload/resumable/", Kind.STALL, 0, Duration.ZERO, pieces));
    }

    private Path file(int size) throws Exception {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return Files.write(directory.resolve("file"), content);
    }

    private static StorageServer storage() {
        return StageTestResource.infrastructure.storage();
    }

    private static StorageFaults faults() {
        return storage().faults();
    }
}
