package pro.reelsai.gateway.notification;

import java.time.Duration;

/** How it went to send a message. */
sealed interface Outcome {
    /** The server has it. */
    record Sent() implements Outcome {}

    /**
     * Not now.
     *
     * @param reason why
     * @param notBefore how long the server wants to be left alone
     */
    record Later(String reason, Duration notBefore) implements Outcome {}

    /**
     * Trying again would not help.
     *
     * @param reason why
     */
    record Never(String reason) implements Outcome {}
}
