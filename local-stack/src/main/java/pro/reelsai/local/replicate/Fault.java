package pro.reelsai.local.replicate;

/** A way in which Replicate is documented, or known, to let its callers down. */
public enum Fault {
    /** A create is not answered, and nothing was created. */
    CREATE_HANGS,
    /** A create is not answered in time, although the prediction runs. */
    CREATE_HANGS_AFTER_CREATING,
    /** A create is answered 500, and nothing was created. */
    CREATE_FAILS,
    /** A create is answered 502, although the prediction runs. */
    CREATE_FAILS_AFTER_CREATING,
    /** A create is answered 429. */
    THROTTLED,
    /** A create is answered 401: the token was taken back. */
    WRONG_TOKEN,
    /** A create is answered 403. */
    FORBIDDEN,
    /** A create is answered 422: the version is unknown, or not ours to run. */
    UNKNOWN_VERSION,
    /** A create is answered 402. */
    NO_CREDIT,
    /** A prediction cannot be read: 503. */
    READ_FAILS,
    /** The model raises an error. */
    MODEL_FAILS,
    /** The prediction ends as canceled, by somebody else. */
    CANCELED,
    /** The prediction ends as aborted: it did not start in time. */
    ABORTED,
    /** The prediction runs until it is cancelled or its lifetime is over. */
    NEVER_ENDS,
    /** It succeeds, without an output. */
    NULL_OUTPUT,
    /** It succeeds with a list of outputs. */
    ARRAY_OUTPUT,
    /** It succeeds with an object of outputs. */
    OBJECT_OUTPUT,
    /** It succeeds, and its output is gone when it is fetched. */
    OUTPUT_GONE,
    /** Its output is no video. */
    OUTPUT_BROKEN,
    /** Its output ends long before the speech. */
    OUTPUT_SHORT,
    /** The output can be fetched at the second attempt. */
    OUTPUT_STUMBLES,
    /** No webhook is sent. */
    WEBHOOK_LOST,
    /** The final webhook is sent twice. */
    WEBHOOK_TWICE,
    /** The final webhook comes some seconds late. */
    WEBHOOK_LATE
}
