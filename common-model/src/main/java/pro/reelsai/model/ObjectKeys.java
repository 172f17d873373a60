package pro.reelsai.model;

import java.util.UUID;

/** The bucket's tree: the one place where an object gets its key. */
public final class ObjectKeys {
    /** The file name of the record of what a stage made; written last, so whoever finds it finds all files. */
    public static final String MANIFEST = "manifest.json";

    private ObjectKeys() {}

    /** A user's asset; the extension comes from probing, not from the user's file name. */
    public static ObjectKey asset(UUID project, UUID asset, String extension) {
        return new ObjectKey("projects/%s/assets/%s.%s".formatted(project, asset, extension));
    }

    /** A working file of a stage, content-addressed and shared by the project's runs. */
    public static ObjectKey work(UUID project, Stage stage, Fingerprint fingerprint, String fileName) {
        return new ObjectKey(
                "projects/%s/work/%s/%s/%s".formatted(project, stage.wireName(), fingerprint.value(), fileName));
    }

    /** The folder of a project's working files. */
    public static ObjectKey workFolder(UUID project) {
        return new ObjectKey("projects/%s/work".formatted(project));
    }

    /** A working file of a shadow replay, apart from all that counts. */
    public static ObjectKey replay(UUID replay, Stage stage, Fingerprint fingerprint, String fileName) {
        return new ObjectKey(
                "%s/%s/%s/%s".formatted(replayFolder(replay), stage.wireName(), fingerprint.value(), fileName));
    }

    /** The folder of all that a shadow replay has made. */
    public static ObjectKey replayFolder(UUID replay) {
        return new ObjectKey("replays/%s".formatted(replay));
    }

    /** The short, lasting name of a project's newest finished ad. */
    public static ObjectKey finalVideo(UUID project) {
        return new ObjectKey("projects/%s/final_video_w_captions.mp4".formatted(project));
    }

    /** The short, lasting name of a project's newest finished ad in a further shape, such as {@code …_1x1.mp4}. */
    public static ObjectKey finalVideo(UUID project, AspectRatio shape) {
        return new ObjectKey("projects/%s/final_video_w_captions_%s.mp4"
                .formatted(project, shape.label().replace(':', 'x')));
    }

    /** The short, lasting name of a project's newest speech. */
    public static ObjectKey speech(UUID project, String voiceIdentifier) {
        return new ObjectKey("projects/%s/t2s_audio_%s.mp3".formatted(project, voiceIdentifier));
    }

    /** A product's logo. */
    public static ObjectKey productLogo(UUID product) {
        return new ObjectKey("products/%s/logo.png".formatted(product));
    }

    /** A product's logo, small. */
    public static ObjectKey productThumbnail(UUID product) {
        return new ObjectKey("products/%s/thumbnail.png".formatted(product));
    }

    /** What a user sent straight to the bucket, and nobody has looked at yet. */
    public static ObjectKey quarantine(UUID user, UUID upload) {
        return new ObjectKey("quarantine/%s/%s".formatted(user, upload));
    }

    /** A file of an actor, such as {@code thumbnail.png}. */
    public static ObjectKey actor(UUID actor, String fileName) {
        return new ObjectKey("actors/%s/%s".formatted(actor, fileName));
    }
}
