package pro.reelsai.gateway;

import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sends bytes as they are: what no HTTP client would. */
final class RawHttp {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private RawHttp() {}

    /**
     * An answer.
     *
     * @param status 0 where the server closed the connection without one
     * @param headers by their names in small letters
     * @param body as text
     */
    record Answer(int status, Map<String, String> headers, String body) {}

    /** Sends a request, tells the server that nothing more will come, and reads the answer to its end. */
    static Answer send(byte[] request) throws IOException {
        try (Socket socket = open()) {
            boolean head =
                    new String(request, 0, Math.min(5, request.length), StandardCharsets.ISO_8859_1).equals("HEAD ");
            socket.setSoTimeout((int) PATIENCE.toMillis());
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (IOException closed) {
                // Refused before all of it was sent: the answer may be there all the same.
                return read(socket, head);
            }
            return read(socket, head);
        }
    }

    static Answer send(String request) throws IOException {
        return send(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Socket open() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
    }

    static Answer read(Socket socket) throws IOException {
        return read(socket, false);
    }

    private static Answer read(Socket socket, boolean head) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        try {
            String first = line(in);
            if (first == null || first.length() < 12) {
                return new Answer(0, Map.of(), "");
            }
            int status = Integer.parseInt(first.substring(9, 12));
            Map<String, String> headers = headers(in);
            if (status == 100) {
                return read(in);
            }
            return new Answer(status, headers, head ? "" : body(in, status, headers));
        } catch (java.net.SocketException reset) {
            return new Answer(0, Map.of(), "");
        }
    }

    private static Answer read(InputStream in) throws IOException {
        String first = line(in);
        if (first == null || first.length() < 12) {
            return new Answer(0, Map.of(), "");
        }
        int status = Integer.parseInt(first.substring(9, 12));
        Map<String, String> headers = headers(in);
        return new Answer(status, headers, body(in, status, headers));
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static String body(InputStream in, int status, Map<String, String> headers) throws IOException {
        if (status == 204
                || status == 304
                || headers.getOrDefault("content-type", "").startsWith("text/event-stream")) {
            return "";
        }
        if ("chunked".equals(headers.get("transfer-encoding"))) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
                whole.write(in.readNBytes(size));
                line(in);
            }
            return whole.toString(StandardCharsets.UTF_8);
        }
        @Nullable String length = headers.get("content-length");
        byte[] bytes = length == null ? new byte[0] : in.readNBytes(Integer.parseInt(length));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int c = in.read();
        while (c >= 0 && c != '\n') {
            if (c != '\r') {
                line.write(c);
            }
            c = in.read();
        }
        return c < 0 && line.size() == 0 ? null : line.toString(StandardCharsets.ISO_8859_1);
    }
}
