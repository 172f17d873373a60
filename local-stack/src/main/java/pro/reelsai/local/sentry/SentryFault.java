package pro.reelsai.local.sentry;

/**
 * A way in which Sentry lets its callers down.
 *
 * <p>Source: <a href="https://develop.sentry.dev/sdk/expected-features/rate-limiting/">Sentry, "Rate limiting"</a> and
 * <a href="https://develop.sentry.dev/sdk/foundations/transport/envelopes/">"Envelopes"</a>.
 */
public enum SentryFault {
    /** 400: the envelope cannot be read. */
    INVALID,
    /** 403: the key is not, or no longer, one of the project's. */
    WRONG_KEY,
    /** 413: the envelope is too large. */
    TOO_LARGE,
    /** 429: nothing more for a second. */
    RATE_LIMITED,
    /** 503. */
    OVERLOADED,
    /** It hangs up in the middle of its answer. */
    BREAKS_OFF
}
