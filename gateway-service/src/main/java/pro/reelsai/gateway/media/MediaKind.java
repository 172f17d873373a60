package pro.reelsai.gateway.media;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import pro.reelsai.model.AssetType;
import pro.reelsai.runtime.media.MediaInfo;

/** The kinds of files that are accepted, told apart by their bytes. */
public enum MediaKind {
    JPEG(AssetType.IMAGE, "jpg", "image/jpeg", Set.of("mjpeg")),
    PNG(AssetType.IMAGE, "png", "image/png", Set.of("png")),
    WEBP(AssetType.IMAGE, "webp", "image/webp", Set.of("webp")),
    MP4(AssetType.VIDEO, "mp4", "video/mp4", Set.of("h264", "hevc", "vp9", "av1", "mpeg4", "prores")),
    WEBM(AssetType.VIDEO, "webm", "video/webm", Set.of("vp8", "vp9", "av1")),
    MATROSKA(AssetType.VIDEO, "mkv", "video/x-matroska", Set.of("h264", "hevc", "mpeg4", "prores"));

    /** MOV, which is read and stored as MP4. */
    private static final String QUICKTIME = "video/quicktime";

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

    /** What a caller says a file is; only its bytes tell whether that is true. */
    public static Optional<AssetType> ofContentType(String contentType) {
        if (contentType.equals(QUICKTIME)) {
            return Optional.of(AssetType.VIDEO);
        }
        return Arrays.stream(values())
                .filter(kind -> kind.contentType.equals(contentType))
                .map(kind -> kind.type)
                .findFirst();
    }

    private boolean livesIn(MediaInfo info) {
        return switch (this) {
            case JPEG, PNG, WEBP -> info.isStill();
            // FFmpeg names its mov demuxer after all that it reads, mp4 and QuickTime among them.
            case MP4 -> info.format().startsWith("mov,mp4");
            case WEBM, MATROSKA -> info.format().startsWith("matroska");
        };
    }

    /** Whether it is a picture or a clip. */
    public AssetType type() {
        return type;
    }

    /** What its files end on. */
    public String extension() {
        return extension;
    }

    /** Its media type. */
    public String contentType() {
        return contentType;
    }
}
