package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Speaks HTTP by hand, since the point is what happens in the middle of an upload. */
@GatewayTest
class StreamingTest {
    private static final int ANNOUNCED = 150 << 20;
    private static final int SENT = 24 << 20;
    private static final Path UPLOADS = Path.of("target", "uploads");

    private final Caller caller = new Caller();

    @TestHTTPResource
    URI gateway;

    @Test
    void writesAnUploadToTheDiskWhileItComesIn() throws Exception {
        // Given
        String project = caller.project();

        // When
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head(project, "Authorization: Bearer " + caller.token() + "\r\n"));
            out.write(new byte[SENT]);
            out.flush();

            // Then
            await().untilAsserted(() -> assertThat(largest()).isGreaterThan(SENT - (1 << 20)));
        }
    }

    @Test
    void removesWhatBrokenUploadsLeaveOnTheDiskOnceItIsOld() throws Exception {
        // Given
        Files.createDirectories(UPLOADS);
        Path fresh = Files.createTempFile(UPLOADS, "fresh", "upload");
        Path old = Files.createTempFile(UPLOADS, "old", "upload");
        Path folder = Files.createTempDirectory(UPLOADS, "direct-");
        Path within = Files.writeString(folder.resolve("upload"), "half");

        // When
        FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofHours(3)));
        for (Path left : List.of(old, within, folder)) {
            Files.setLastModifiedTime(left, longAgo);
        }

        // Then
        await().untilAsserted(() -> assertThat(List.of(old, within, folder)).noneMatch(Files::exists));
        assertThat(fresh).exists();
        Files.delete(fresh);
    }

    @Test
    void turnsAwayWhoeverHasNoTokenBeforeTheUploadIsSent() throws Exception {
        // Given
        String project = caller.project();
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            OutputStream out = socket.getOutputStream();

            // When
            out.write(head(project, ""));
            out.write(new byte[1 << 10]);
            out.flush();

            // Then
            socket.setSoTimeout(20_000);
            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                            .readLine())
                    .contains(" 401 ");
        }
    }

    private byte[] head(String project, String authorization) {
        return ("POST /api/projects/" + project + "/assets HTTP/1.1\r\nHost: localhost\r\n" + authorization
                        + "Content-Type: multipart/form-data; boundary=cut\r\nContent-Length: " + ANNOUNCED
                        + "\r\n\r\n--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"clip.mp4\"\r\n"
                        + "Content-Type: video/mp4\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The size of the largest file among the uploads, in bytes. */
    private static long largest() {
        try (Stream<Path> files = Files.walk(UPLOADS)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(StreamingTest::size)
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // not there yet, or a file went while we looked
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
