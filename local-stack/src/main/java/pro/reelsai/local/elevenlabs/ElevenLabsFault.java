package pro.reelsai.local.elevenlabs;

/** The ways in which ElevenLabs fails, as it documents them. */
public enum ElevenLabsFault {
    /** 401: the key was withdrawn. */
    WRONG_KEY,
    /** 429: more requests at a time than the plan allows. */
    TOO_MANY_CONCURRENT_REQUESTS,
    /** 429: ElevenLabs itself is busy. */
    SYSTEM_BUSY,
    /** 401: the month's characters are used up. */
    QUOTA_EXCEEDED,
    /** 422: the request does not fit the specification. */
    UNPROCESSABLE,
    /** 500. */
    SERVER_ERROR,
    /** No answer for a long time. */
    DAWDLES,
    /** The connection breaks in the middle of the answer. */
    BREAKS_OFF,
    /** Sound without its {@code alignment}, which the specification allows to be null. */
    NO_ALIGNMENT
}
