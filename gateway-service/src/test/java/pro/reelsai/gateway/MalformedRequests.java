package pro.reelsai.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import pro.reelsai.gateway.ApiDocument.Operation;

/** Requests that are wrong in some way, made from good ones; the same number makes the same request. */
final class MalformedRequests {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private static final List<String> ODD_VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e999",
            "-1e-999",
            "3.5",
            "99999999999999999999999999",
            "9223372036854775808",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\u202e\\ufeff\"",
            "\"%s%n%x\"",
            "\"'; drop table x; --\"",
            "\"${jndi:ldap://x}\"",
            "\"../../etc/passwd\"",
            "[]",
            "{}",
            "[null]",
            "[[[[]]]]",
            "{\"a\":{\"b\":[1]}}",
            "\"00000000-0000-0000-0000-000000000000\"",
            "\"1-2-3-4-5\"",
            "\"not-an-id\"",
            "\"javascript:alert(1)\"",
            "\"http://169.254.169.254/\"",
            "NaN",
            "Infinity",
            "01",
            "0x10",
            "'text'",
            "\"\\x\"",
            "\"\uD83E\uDD64\"",
            "\"" + "x".repeat(20_000) + "\"",
            "\"" + "\u00e9".repeat(9_000) + "\"",
            "[".repeat(3_000),
            "[".repeat(2_000) + "]".repeat(2_000),
            "1".repeat(3_000),
            "\"\t\"",
            "\"\\n\\r\"");

    private static final List<String> ODD_IDS = List.of(
            "",
            "%20",
            "%00",
            "%zz",
            "%",
            "%2e%2e",
            "..",
            ".",
            "%2F",
            "a%2Fb",
            "1-2-3-4-5",
            "0",
            "-1",
            "null",
            "%ff%fe",
            "%C0%AF",
            ";a=b",
            "%0d%0aSet-Cookie:x=y",
            "[x]",
            "{x}",
            "<x>",
            "\"",
            "\\",
            "^",
            "`",
            "|",
            "%u0041",
            "*",
            "@",
            "a".repeat(3_000),
            "b".repeat(9_000),
            "\u00e4\u00f6",
            "00000000-0000-0000-0000-000000000000",
            "00000000-0000-0000-0000-00000000000g",
            "00000000000000000000000000000000",
            "urn:uuid:x",
            "%F0%9F%A5%A4");

    private static final List<String> ODD_HEADERS = List.of(
            "Accept: text/html",
            "Accept: */*;q=x",
            "Accept: ",
            "Accept: ,,,",
            "Content-Type: ",
            "Content-Type: x",
            "Content-Type: application/json; charset=nonsense",
            "Content-Type: application/json;;;=",
            "Content-Type: text/plain",
            "Content-Type: application/xml",
            "Content-Type: multipart/form-data",
            "Content-Type: multipart/form-data; boundary=",
            "Content-Type: multipart/form-data; boundary=\"",
            "Content-Encoding: gzip",
            "Content-Length: x",
            "Content-Length: -1",
            "Content-Length: 1, 2",
            "Content-Length: 99999999999999999999",
            "Transfer-Encoding: gzip",
            "Transfer-Encoding: chunked",
            "Expect: 100-continue",
            "Expect: magic",
            "Upgrade: h2c",
            "Upgrade: websocket",
            "Connection: upgrade",
            "Range: bytes=9-1",
            "If-None-Match: \"",
            "If-Modified-Since: yesterday",
            "Cookie: a=b; =; \"",
            "Cookie: " + "c".repeat(4_000),
            "Host: ",
            "Host: a b",
            "Host: evil.example:99999",
            "X-Forwarded-For: 1.1.1.1, x",
            "X-Forwarded-Proto: gopher",
            "Forwarded: for=\"",
            "X-Request-Id: a b\tc",
            "X-Request-Id: " + "r".repeat(5_000),
            "Idempotency-Key: ",
            "Idempotency-Key: " + "k".repeat(3_000),
            "Idempotency-Key: \u00e9\u00fc",
            "Last-Event-ID: -9",
            "Last-Event-ID: x",
            "Origin: null",
            "Origin: https://evil.example",
            "Accept-Language: ;;;",
            "Accept-Encoding: q=9",
            "X: " + "y".repeat(20_000),
            "Bad Header: 1",
            "NoColon",
            ": empty",
            "X\u0000Y: 1",
            "webhook-id: x",
            "webhook-timestamp: 1e9",
            "webhook-signature: v1,");

    private static final List<String> ODD_QUERIES = List.of(
            "?",
            "?limit=-1",
            "?limit=x",
            "?limit=99999999999",
            "?limit=0",
            "?limit=",
            "?cursor=x",
            "?cursor=%00",
            "?cursor=AAAA",
            "?a[]=1",
            "?%zz",
            "?%ff=1",
            "?=&=&",
            "?" + "a=b&".repeat(300),
            "?before=yesterday",
            "?before=-1",
            "?limit=1&limit=2");

    private final List<Operation> operations;
    private final Map<String, String> own;
    private final String authorization;

    /**
     * @param own ids of things that exist, by the names of parameters
     * @param authorization the header of a user who has them
     */
    MalformedRequests(List<Operation> operations, Map<String, String> own, String authorization) {
        this.operations = operations;
        this.own = own;
        this.authorization = authorization;
    }

    byte[] make(long number) {
        Random random = new Random(number * 7919);
        Operation operation = operations.get(random.nextInt(operations.size()));
        int kind = random.nextInt(100);
        String path = path(operation, kind < 25, random);
        String method = kind >= 25 && kind < 32
                ? one(List.of("BREW", "get", "PATCH", "TRACE", "CONNECT", "OPTIONS", "DELETE", "PUT", "POST"), random)
                : operation.method();
        List<String> headers = new ArrayList<>();
        headers.add("Host: localhost");
        headers.add("Connection: close");
        headers.add("Authorization: " + (kind >= 32 && kind < 36 ? oddToken(random) : authorization));
        byte[] body = body(operation, kind, random, headers);
        if (kind >= 36 && kind < 56) {
            headers.add(random.nextInt(3), one(ODD_HEADERS, random));
        }
        if (headers.stream().noneMatch(header -> header.matches("(?i)(content-length|transfer-encoding):.*"))
                && body.length > 0) {
            headers.add("Content-Length: " + body.length);
        }
        return bytes(method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n", body);
    }

    private String path(Operation operation, boolean odd, Random random) {
        boolean slow = operation.path().endsWith("/generate-script");
        String path = PARAMETER
                .matcher(operation.path())
                .replaceAll(parameter -> java.util.regex.Matcher.quoteReplacement(
                        odd && random.nextBoolean()
                                ? one(ODD_IDS, random)
                                : slow
                                        ? UUID.randomUUID().toString()
                                        : own.getOrDefault(
                                                parameter.group(1),
                                                UUID.randomUUID().toString())));
        if (odd) {
            path = switch (random.nextInt(8)) {
                case 0 -> "/" + path;
                case 1 -> path + "/";
                case 2 -> path + "/../..";
                case 3 -> path.replace("/api", "/api/./x/%2e%2e");
                case 4 -> path + "/" + one(ODD_IDS, random);
                case 5 -> path.toUpperCase(java.util.Locale.ROOT);
                default -> path;
            };
            path += random.nextBoolean() ? one(ODD_QUERIES, random) : "";
        }
        return path;
    }

    private byte[] body(Operation operation, int kind, Random random, List<String> headers) {
        if (operation.request().isEmpty()) {
            return kind == 99 ? "surprise".getBytes(StandardCharsets.UTF_8) : new byte[0];
        }
        ApiDocument.Body body = operation.request().get();
        if (body.type().startsWith("multipart/")) {
            return form(random, headers);
        }
        headers.add("Content-Type: " + body.type());
        String json = kind < 56 ? body.example().toString() : spoilt(body.example(), random);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        if (kind >= 90 && bytes.length > 4) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            bytes[random.nextInt(bytes.length)] = (byte) 0xff;
        }
        return bytes;
    }

    private static String spoilt(JsonNode example, Random random) {
        String text = example.toString();
        List<String> fields = new ArrayList<>();
        if (example instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(fields::add);
        }
        if (fields.isEmpty()) {
            return one(ODD_VALUES, random);
        }
        String field = one(fields, random);
        String value = example.path(field).toString();
        return switch (random.nextInt(12)) {
            case 0 -> text.substring(0, random.nextInt(text.length()));
            case 1 -> one(ODD_VALUES, random);
            case 2 -> "\ufeff" + text;
            case 3 -> text + text;
            case 4 -> text.replace("{", "{\"" + field + "\":1,");
            case 5 -> text.replace(":", "=");
            case 6 -> "";
            default -> text.replace("\"" + field + "\":" + value, "\"" + field + "\":" + one(ODD_VALUES, random));
        };
    }

    private static byte[] form(Random random, List<String> headers) {
        String boundary = random.nextInt(6) == 0 ? "x".repeat(300) : "b0undary";
        headers.add("Content-Type: multipart/form-data; boundary=" + boundary);
        String name = one(List.of("file", "files", "", "file\"; x=\"", "description", "f\u0000"), random);
        String file = one(
                List.of("a.jpg", "../../a.jpg", "", "C:\\a", "a\u0000.jpg", "n".repeat(3_000), "\u00e9.png"), random);
        String content = one(
                List.of("", "GIF89a", "\u0089PNG\r\n\u001a\n", "<svg/>", "#EXTM3U\nfile:///etc/passwd", "0"), random);
        String part = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file
                + "\"\r\nContent-Type: image/jpeg\r\n\r\n" + content + "\r\n";
        String whole =
                switch (random.nextInt(6)) {
                    case 0 -> part;
                    case 1 -> "--" + boundary + "--\r\n";
                    case 2 -> part.repeat(40) + "--" + boundary + "--\r\n";
                    case 3 -> part.replace("Content-Disposition", "X") + "--" + boundary + "--\r\n";
                    case 4 -> "";
                    default -> part + "--" + boundary + "--\r\n";
                };
        return whole.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String oddToken(Random random) {
        String token = authorization.substring("Bearer ".length());
        return one(
                List.of(
                        "",
                        "Bearer",
                        "Bearer ",
                        "Bearer x",
                        "Basic dXNlcjpwYXNz",
                        "Bearer a.b.c",
                        "Bearer " + token + "x",
                        "Bearer " + token.replace('.', '!'),
                        "Bearer " + "a".repeat(9_000),
                        "Bearer sb_secret_x",
                        "Bearer eyJhbGciOiJub25lIn0." + token.split("\\.")[1] + ".",
                        "Bearer ....",
                        "bearer\t" + token,
                        "Bearer \u00e9",
                        "Negotiate YII=",
                        "Bearer " + token + ", Bearer " + token),
                random);
    }

    private static byte[] bytes(String head, byte[] body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        // Characters above 0x7f go out as UTF-8, which no header may hold.
        whole.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        whole.writeBytes(body);
        return whole.toByteArray();
    }

    private static <T> T one(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
