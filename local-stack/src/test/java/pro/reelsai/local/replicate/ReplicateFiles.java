package pro.reelsai.local.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A second of an actor and two of speech, where Replicate can fetch them. */
final class ReplicateFiles implements AutoCloseable {
    private final HttpServer server;

    private ReplicateFiles(HttpServer server) {
        this.server = server;
    }

    static ReplicateFiles serve(Path folder) throws IOException, InterruptedException {
        Path video = folder.resolve("v.mp4");
        ffmpeg("-f", "lavfi", "-i", "testsrc2=size=64x64:rate=10:duration=1", video.toString());
        ffmpeg("-f", "lavfi", "-i", "sine=duration=2", folder.resolve("a.mp3").toString());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
                exchange.sendResponseHeaders(200, Files.size(file));
                Files.copy(file, exchange.getResponseBody());
            }
        });
        server.start();
        return new ReplicateFiles(server);
    }

    String video() {
        return base() + "/v.mp4?token=1";
    }

    String audio() {
        return base() + "/a.mp3?token=2";
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void ffmpeg(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
