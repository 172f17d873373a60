package pro.reelsai.local.storage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /object/sign} and {@code /object/upload/sign}: URLs that open one object for a while. */
final class SignedRoutes {
    private final BucketStore buckets;
    private final ObjectStore objects;
    private final ObjectReader reader;
    private final ObjectWriter writer;
    private final Callers callers;
    private final UrlSigner signer;

    SignedRoutes(
            BucketStore buckets,
            ObjectStore objects,
            ObjectReader reader,
            ObjectWriter writer,
            Callers callers,
            UrlSigner signer) {
        this.buckets = buckets;
        this.objects = objects;
        this.reader = reader;
        this.writer = writer;
        this.callers = callers;
        this.signer = signer;
    }

    /** {@code POST /object/sign/bucket/key} */
    void sign(StorageRequest request, ObjectPath path) throws IOException, StorageException {
        Callers.Caller caller = callers.require(request);
        Duration lifetime = lifetime(request.json());
        buckets.get(path.bucket());
        caller.checkRead();
        objects.get(path.bucket(), path.key());
        request.replyJson(200, Map.of("signedURL", signedUrl(path, lifetime)));
    }

    /** {@code POST /object/sign/bucket} with a list of keys */
    void signMany(StorageRequest request, String bucket) throws IOException, StorageException {
        boolean service = callers.require(request) == Callers.Caller.SERVICE;
        JsonNode json = request.json();
        Duration lifetime = lifetime(json);
        List<Map<String, Object>> answer = new ArrayList<>();
        for (JsonNode key : StorageRequest.required(json, "paths")) {
            ObjectPath path = new ObjectPath(bucket, key.asText());
            boolean readable = service && objects.find(bucket, path.key()).isPresent();
            Map<String, Object> signed = new LinkedHashMap<>();
            signed.put("error", readable ? null : "Either the object does not exist or you do not have access to it");
            signed.put("path", path.key());
            signed.put("signedURL", readable ? signedUrl(path, lifetime) : null);
            answer.add(signed);
        }
        request.replyJson(200, answer);
    }

    /** {@code GET|HEAD /object/sign/bucket/key?token=} */
    void read(StorageRequest request, ObjectPath path) throws IOException, StorageException {
        Instant expires = signer.checkRead(path, token(request));
        reader.sendSigned(request, objects.get(path.bucket(), path.key()), expires);
    }

    /** {@code POST /object/upload/sign/bucket/key} */
    void signUpload(StorageRequest request, ObjectPath path) throws IOException, StorageException {
        Callers.Caller caller = callers.require(request);
        boolean upsert = request.flag("x-upsert");
        buckets.get(path.bucket());
        ObjectKeys.check(path.bucket(), path.key());
        caller.checkWrite();
        if (!upsert && objects.find(path.bucket(), path.key()).isPresent()) {
            throw StorageException.duplicateObject();
        }
        String token = signer.signUpload(path, upsert);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("url", "/object/upload/sign/" + path.encoded() + "?token=" + token);
        answer.put("token", token);
        request.replyJson(200, answer);
    }

    /** {@code PUT /object/upload/sign/bucket/key?token=} */
    void upload(StorageRequest request, ObjectPath path) throws IOException, StorageException {
        boolean upsert = signer.checkUpload(path, token(request));
        writer.receive(request, buckets.get(path.bucket()), path.key(), upsert);
        request.replyJson(200, Map.of("Key", path.plain()));
    }

    private String signedUrl(ObjectPath path, Duration lifetime) {
        return "/object/sign/" + path.encoded() + "?token=" + signer.signRead(path, lifetime);
    }

    private static Duration lifetime(JsonNode json) throws StorageException {
        JsonNode seconds = StorageRequest.required(json, "expiresIn");
        if (!seconds.canConvertToLong() || seconds.asLong() < 1) {
            throw StorageException.invalidRequest("body/expiresIn must be >= 1");
        }
        return Duration.ofSeconds(seconds.asLong());
    }

    private static String token(StorageRequest request) throws StorageException {
        return request.query("token")
                .orElseThrow(() -> StorageException.invalidRequest("querystring must have required property 'token'"));
    }
}
