package pro.reelsai.model;

/** Why a stage gave up, as a stable name that clients, dashboards and the failure matrix share. */
public enum FailureCode {
    /** The script was refused by the provider or cannot be spoken. */
    SCRIPT_REFUSED,
    /** The script provider gave no usable answer. */
    SCRIPT_UNAVAILABLE,
    /** The script holds no speakable word, or is too long for an ad. */
    SCRIPT_UNSPEAKABLE,
    /** No speech could be made. */
    VOICE_UNAVAILABLE,
    /** The lip-sync job could not be started. */
    LIPSYNC_COULD_NOT_START,
    /** The lip-sync job started and failed. */
    LIPSYNC_FAILED,
    /** The lip-sync job was cancelled by its provider. */
    LIPSYNC_CANCELLED,
    /** An asset cannot be decoded. */
    ASSET_UNREADABLE,
    /** The chosen layout does not exist any more. */
    LAYOUT_UNKNOWN,
    /** The picture could not be composed. */
    EDITING_FAILED,
    /** The captions could not be burnt in. */
    CAPTIONS_FAILED,
    /** The renderer ran out of memory. */
    RENDER_OOM,
    /** The machine that worked had no room left on its disk. */
    DISK_FULL,
    /** A file could not be read from or written to the bucket. */
    UPLOAD_FAILED,
    /** The run would cost more than may be spent on it, or in a day. */
    SPEND_LIMIT_REACHED,
    /** The stage did not end within its time. */
    TIMED_OUT,
    /** An event could not be understood. */
    EVENT_UNREADABLE,
    /** A fault of ours. */
    INTERNAL
}
