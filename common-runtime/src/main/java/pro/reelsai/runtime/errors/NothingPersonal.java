package pro.reelsai.runtime.errors;

import io.quarkus.arc.Unremovable;
import io.sentry.Hint;
import io.sentry.SentryEvent;
import io.sentry.SentryOptions;
import io.sentry.protocol.Message;
import io.sentry.protocol.SentryException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lets an event leave for Sentry only with what our own code has written: which kinds of exceptions, where, and the line
 * of our log, which names ids and codes. What the exceptions say stays here, since it may quote a script, a row or a
 * provider's answer; so do other people's log lines, the breadcrumbs and whatever tells who the user is.
 */
@Unremovable // the extension looks it up by its type
@ApplicationScoped
public class NothingPersonal implements SentryOptions.BeforeSendCallback {
    private static final String OURS = "pro.reelsai.";

    /** Our lines name no secret; this is for the one that does all the same. */
    private static final Pattern SECRETS = Pattern.compile(
            "[\\w.+-]+@[\\w-]+\\.[\\w.-]+|(?i:bearer)\\s+\\S+|eyJ[\\w-]+\\.\\S+|\\b(?:sk|xi|r8|sb_secret|whsec)[-_]\\S+|https?://\\S+\\?\\S+");

    @Override
    public SentryEvent execute(SentryEvent event, Hint hint) {
        event.setMessage(message(event));
        List<SentryException> exceptions = event.getExceptions();
        if (exceptions != null) {
            exceptions.forEach(exception -> exception.setValue(null));
        }
        event.setBreadcrumbs(List.of());
        event.setUser(null);
        event.setRequest(null);
        event.setExtras(null);
        event.getContexts().remove("MDC");
        hint.clear();
        return event;
    }

    private static Message message(SentryEvent event) {
        String logger = String.valueOf(event.getLogger());
        Message said = event.getMessage();
        Message message = new Message();
        message.setMessage(
                said == null || !logger.startsWith(OURS)
                        ? "Logged by " + logger
                        : SECRETS.matcher(line(said)).replaceAll("…"));
        return message;
    }

    private static String line(Message said) {
        String formatted = said.getFormatted();
        return formatted == null ? String.valueOf(said.getMessage()) : formatted;
    }
}
