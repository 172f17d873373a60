package pro.reelsai.local.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.reelsai.local.StackSecrets;

class StorageServerTest {
    private static final StackSecrets SECRETS = StackSecrets.generate();

    @TempDir
    Path directory;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private StorageServer server;

    @BeforeEach
    void start() throws Exception {
        server = StorageServer.start(StorageSettings.of(directory, 0, SECRETS));
        send("POST", "/bucket", "{\"id\":\"reels\",\"name\":\"reels\"}");
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    @Test
    void failsOnPurposeAsOftenAsItIsToldTo() throws Exception {
        // Given
        server.faults().plan(StorageFault.refuseUploads(503, 1));
        server.faults().plan(StorageFault.cutUploads(1));

        // When
        HttpResponse<String> refused = send("POST", "/object/reels/a/b.txt", "bytes");

        // Then
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThatThrownBy(() -> send("POST", "/object/reels/a/b.txt", "bytes")).isInstanceOf(IOException.class);
        assertThat(send("GET", "/object/authenticated/reels/a/b.txt", "").statusCode())
                .isEqualTo(400);
        assertThat(send("POST", "/object/reels/a/b.txt", "bytes").statusCode()).isEqualTo(200);
        assertThat(server.faults().left()).isZero();
    }

    @Test
    void takesFaultsOverHttpOnlyWhereItsSettingsAllowThem() throws Exception {
        // Given
        String fault = "{\"kind\":\"refuse\",\"status\":500,\"times\":2}";
        HttpResponse<String> unasked = send("POST", "/faults", fault);
        server.close();
        server = StorageServer.start(StorageSettings.of(directory, 0, SECRETS).withFaults());

        // When
        HttpResponse<String> planned = send("POST", "/faults", fault);

        // Then
        assertThat(unasked.statusCode()).isEqualTo(404);
        assertThat(planned.body()).isEqualTo("{\"left\":2}");
        assertThat(send("POST", "/object/reels/a/c.txt", "bytes").statusCode()).isEqualTo(500);
        assertThat(send("DELETE", "/faults", "").body()).isEqualTo("{\"left\":0}");
        assertThat(send("POST", "/object/reels/a/c.txt", "bytes").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsObjectsAcrossARestart() throws Exception {
        // Given
        send("POST", "/object/reels/a/b.txt", "kept");

        // When
        server.close();
        server = StorageServer.start(StorageSettings.of(directory, 0, SECRETS));
        HttpResponse<String> read = send("GET", "/object/authenticated/reels/a/b.txt", "");

        // Then
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).isEqualTo("kept");
    }

    @Test
    void showsNothingOfAnUploadThatBrokeOff() throws Exception {
        // Given
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /storage/v1/object/reels/half.mp4 HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\napikey: "
                            + SECRETS.serviceKey() + "\r\nAuthorization: Bearer " + SECRETS.serviceKey()
                            + "\r\nContent-Type: video/mp4\r\n\r\n" + "x".repeat(500))
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            await().until(() -> count("drafts") == 1);
        }

        // When
        await().untilAsserted(() -> assertThat(count("drafts")).isZero());

        // Then
        assertThat(send("GET", "/object/info/reels/half.mp4", "").body()).contains("\"NoSuchKey\"");
        assertThat(count("objects")).isZero();
    }

    @Test
    void letsAReaderFinishTheVersionThatIsBeingReplaced() throws Exception {
        // Given
        String before = "a".repeat(8 << 20);
        send("POST", "/object/reels/clip.mp4", before);
        HttpResponse<InputStream> reading =
                client.send(request("GET", "/object/authenticated/reels/clip.mp4", ""), BodyHandlers.ofInputStream());

        // When
        HttpResponse<String> replaced = send("PUT", "/object/reels/clip.mp4", "b");

        // Then
        assertThat(replaced.statusCode()).isEqualTo(200);
        try (InputStream body = reading.body()) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(before);
        }
        assertThat(send("GET", "/object/authenticated/reels/clip.mp4", "").body())
                .isEqualTo("b");
    }

    @Test
    void letsOneOfManyCreatorsWin() {
        // Given
        List<CompletableFuture<HttpResponse<String>>> uploads = IntStream.range(0, 12)
                .mapToObj(number -> client.sendAsync(
                        request("POST", "/object/reels/once.txt", "creator " + number), BodyHandlers.ofString()))
                .toList();

        // When
        List<String> answers =
                uploads.stream().map(upload -> upload.join().body()).toList();

        // Then
        assertThat(answers).filteredOn(answer -> answer.contains("\"Key\"")).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.contains("\"KeyAlreadyExists\""))
                .hasSize(11);
    }

    @Test
    void opensASignedUrlWithoutAnyKey() throws Exception {
        // Given
        send("POST", "/object/reels/ad.mp4", "the ad");
        String signed = send("POST", "/object/sign/reels/ad.mp4", "{\"expiresIn\":60}")
                .body()
                .replaceAll(".*\"signedURL\":\"([^\"]+)\".*", "$1");

        // When
        HttpResponse<String> read = client.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/storage/v1" + signed))
                        .build(),
                BodyHandlers.ofString());

        // Then
        assertThat(read.body()).isEqualTo("the ad");
    }

    @Test
    void keepsWhatHasComeOfAPieceThatBrokeOff() throws Exception {
        // Given
        HttpResponse<String> begun = client.send(
                tus("POST", "")
                        .header("Upload-Length", "1000")
                        .header(
                                "Upload-Metadata",
                                "bucketName cmVlbHM=,objectName YS50eHQ=,contentType dGV4dC9wbGFpbg==")
                        .build(),
                BodyHandlers.ofString());
        String name = begun.headers().firstValue("location").orElseThrow().replaceAll(".*/", "/");
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("PATCH /storage/v1/upload/resumable" + name
                            + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\napikey: " + SECRETS.secretKey()
                            + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0"
                            + "\r\nContent-Type: application/offset+octet-stream\r\n\r\n" + "x".repeat(400))
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            await().untilAsserted(() -> assertThat(offset(name)).isEqualTo("400"));
        }

        // When
        await().untilAsserted(() -> assertThat(rest(name, 600).statusCode()).isEqualTo(204));

        // Then
        assertThat(send("GET", "/object/authenticated/reels/a.txt", "").body())
                .isEqualTo("x".repeat(400) + "y".repeat(600));
    }

    @Test
    void takesPiecesOfSixMebibytesAlone() throws Exception {
        // Given
        HttpResponse<String> begun = client.send(
                tus("POST", "")
                        .header("Upload-Length", "9000000")
                        .header("Upload-Metadata", "bucketName cmVlbHM=,objectName YS50eHQ=")
                        .build(),
                BodyHandlers.ofString());
        String name = begun.headers().firstValue("location").orElseThrow().replaceAll(".*/", "/");

        // When
        HttpResponse<String> refused = client.send(piece(name, 0, 5_000_000), BodyHandlers.ofString());

        // Then
        assertThat(refused.statusCode()).isEqualTo(400);
        server.expireUploads();
        assertThat(client.send(piece(name, 0, 6 << 20), BodyHandlers.ofString()).statusCode())
                .isEqualTo(410);
    }

    @Test
    void knowsAnOpaqueKeyAsTheApiKeyAlone() throws Exception {
        // Given
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(server.url() + "/storage/v1/object/reels/opaque.txt"))
                .header("apikey", SECRETS.secretKey());

        // When
        HttpResponse<String> taken =
                client.send(request.POST(BodyPublishers.ofString("bytes")).build(), BodyHandlers.ofString());
        HttpResponse<String> refused = client.send(
                request.header("Authorization", "Bearer " + SECRETS.secretKey()).build(), BodyHandlers.ofString());

        // Then
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"403\"", "Invalid Compact JWS");
    }

    private String offset(String upload) throws Exception {
        return client.send(tus("HEAD", upload).build(), BodyHandlers.ofString())
                .headers()
                .firstValue("upload-offset")
                .orElse("");
    }

    private HttpResponse<String> rest(String upload, int size) throws Exception {
        return client.send(piece(upload, Integer.parseInt(offset(upload)), size), BodyHandlers.ofString());
    }

    private HttpRequest piece(String upload, int offset, int size) {
        return tus("PATCH", upload)
                .header("Upload-Offset", Integer.toString(offset))
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofString("y".repeat(size)))
                .build();
    }

    private HttpRequest.Builder tus(String method, String upload) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/storage/v1/upload/resumable" + upload))
                .header("apikey", SECRETS.secretKey())
                .header("Tus-Resumable", "1.0.0")
                .method(method, BodyPublishers.noBody());
    }

    @Test
    void refusesASecondServerOnItsPort() {
        // Given
        StorageSettings samePort = StorageSettings.of(directory.resolve("other"), server.port(), SECRETS);

        // When / Then
        assertThatThrownBy(() -> StorageServer.start(samePort)).hasMessageContaining("in use");
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return client.send(request(method, path, body), BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/storage/v1" + path))
                .header("Authorization", "Bearer " + SECRETS.serviceKey())
                .header("apikey", SECRETS.serviceKey())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    private long count(String folder) throws Exception {
        try (Stream<Path> files = Files.walk(directory.resolve(folder))) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
