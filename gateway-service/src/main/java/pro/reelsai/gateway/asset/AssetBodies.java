package pro.reelsai.gateway.asset;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.text.PlainText;

/** The bodies of the asset routes. */
public final class AssetBodies {
    private AssetBodies() {}

    /**
     * A file was taken.
     *
     * @param assetUploaded true
     * @param message the same in words
     * @param assetId the new asset
     */
    public record AssetUploaded(boolean assetUploaded, String message, UUID assetId) {}

    /**
     * Puts the assets into another order.
     *
     * @param assetIds every asset of the project, each once
     */
    public record AssetOrder(@NotNull @Size(max = 1000) List<@NotNull UUID> assetIds) {}

    /**
     * Asks to send a file straight to the bucket.
     *
     * @param contentType what it is, such as {@code video/mp4}; its bytes decide in the end
     * @param bytes how large it is
     * @param fileName what the user calls it; we do not
     * @param description what it shows
     */
    public record UploadRequest(
            @NotBlank @Size(max = 100) String contentType,
            @NotNull @Min(1) Long bytes,
            @Nullable @Size(max = 500) String fileName,
            @Nullable @Size(max = 500) @PlainText String description) {}

    /**
     * How to send a file straight to the bucket, before {@code complete} makes an asset of it.
     *
     * @param uploadId the upload, for {@code complete}
     * @param key where the file will lie until then
     * @param uploadUrl where to send the bytes; whoever has it may send them
     * @param token the permission that stands in the URL as well, for clients that put the URL together themselves
     * @param method with which HTTP method
     * @param headers with which headers
     * @param expiresAt until when to begin
     */
    public record UploadAddress(
            UUID uploadId,
            String key,
            URI uploadUrl,
            String token,
            String method,
            Map<String, String> headers,
            Instant expiresAt) {}

    /**
     * Makes an asset of a file that has arrived.
     *
     * @param uploadId which upload
     */
    public record UploadCompletion(@NotNull UUID uploadId) {}
}
