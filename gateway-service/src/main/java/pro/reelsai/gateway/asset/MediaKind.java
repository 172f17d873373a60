package pro.reelsai.gateway.asset;

import java.util.Optional;
import java.util.Set;
import pro.reelsai.model.AssetType;
import pro.reelsai.runtime.media.MediaInfo;

/** The kinds of files that are accepted, told apart by their bytes. */
enum MediaKind {
    JPEG(AssetType.IMAGE, "jpg", "image/jpeg", Set.of("mjpeg")),
    PNG(AssetType.IMAGE, "png", "image/png", Set.of("png")),
    WEBP(AssetType.IMAGE, "webp", "image/webp", Set.of("webp")),
    MP4(AssetType.VIDEO, "mp4", "video/mp4", Set.of("h264", "hevc", "vp9", "av1", "mpeg4", "prores")),
    WEBM(AssetType.VIDEO, "webm", "video/webm", Set.of("vp8", "vp9", "av1")),
    MATROSKA(AssetType.VIDEO, "mkv", "video/x-matroska", Set.of("h264", "hevc", "mpeg4", "prores"));

    private final AssetType type;
    private final String extension;
    private final String contentType;
    private final Set<String> codecs;

    MediaKind(AssetType type, String extension, String contentType, Set<String> codecs) {
        this.type = type;
        this.extension = extension;
        this.contentType = contentType;
        this.codecs = codecs;
    }

    /** The kind of a probed file; empty where it is none that is accepted. */
    static Optional<MediaKind> of(MediaInfo info) {
        if (info.video().isEmpty()) {
            return Optional.empty();
        }
        String codec = info.video().get().codec();
        for (MediaKind kind : values()) {
            if (kind.codecs.contains(codec) && kind.livesIn(info)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private boolean livesIn(MediaInfo info) {
        return switch (this) {
            case JPEG, PNG, WEBP -> info.isStill();
            // FFmpeg names its mov demuxer after all that it reads, mp4 and QuickTime among them.
            case MP4 -> info.format().startsWith("mov,mp4");
            case WEBM, MATROSKA -> info.format().startsWith("matroska");
        };
    }

    AssetType type() {
        return type;
    }

    String extension() {
        return extension;
    }

    String contentType() {
        return contentType;
    }
}
