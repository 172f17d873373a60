package pro.reelsai.local.openai;

/** The ways in which OpenAI fails, as it documents them. */
public enum OpenAiFault {
    /** 401: the key was withdrawn. */
    WRONG_KEY,
    /** 429 with {@code Retry-After}: too many requests. */
    RATE_LIMITED,
    /** 429 that no waiting helps: the account has no money left. */
    QUOTA_EXHAUSTED,
    /** 500. */
    SERVER_ERROR,
    /** 503. */
    OVERLOADED,
    /** 400 before the model is asked: the content policy. */
    CONTENT_POLICY,
    /** No answer for a long time. */
    DAWDLES,
    /** The connection breaks in the middle of the answer. */
    BREAKS_OFF,
    /** The model declines: {@code refusal} instead of {@code content}. */
    REFUSES,
    /** {@code finish_reason: length}. */
    CUT_SHORT,
    /** {@code finish_reason: content_filter}. */
    CONTENT_FILTER,
    /** The content is no JSON, as servers that only claim to know strict schemas answer. */
    WRONG_JSON,
    /** JSON that follows the schema, but far more words than were asked for. */
    TOO_LONG,
    /** JSON that follows the schema, with stage directions, hashtags and emojis. */
    UNSPEAKABLE
}
