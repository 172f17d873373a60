package pro.reelsai.gateway.notification;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells the user by mail, as HTML and as text. */
@ApplicationScoped
public class MailChannel implements Channel {
    private final ReactiveMailer mailer;
    private final Template html;
    private final Template text;
    private final NotificationConfig config;

    public MailChannel(
            ReactiveMailer mailer,
            @Location("notification/message.html") Template html,
            @Location("notification/message.txt") Template text,
            NotificationConfig config) {
        this.mailer = mailer;
        this.html = html;
        this.text = text;
        this.config = config;
    }

    @Override
    public String name() {
        return "EMAIL";
    }

    @Override
    public Uni<Outcome> send(Message message) {
        String recipient = message.recipient();
        if (recipient == null) {
            return Uni.createFrom().item(new Outcome.Never("There is no address"));
        }
        return html.data("message", message)
                .createUni()
                .chain(page -> text.data("message", message).createUni().map(plain -> Mail.withHtml(
                                recipient, message.subject(), page)
                        .setText(plain)))
                .map(mail -> mail
                        // The same when it is sent again, so that the second is known as the first.
                        .addHeader("Message-ID", message.messageId())
                        // RFC 3834: no out-of-office answers, please.
                        .addHeader("Auto-Submitted", "auto-generated"))
                .chain(mail -> mailer.send(mail))
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .<Outcome>replaceWith(new Outcome.Sent())
                .onFailure()
                .recoverWithItem(MailChannel::outcome);
    }

    /** RFC 5321, section 4.2.1: 4yz may succeed later, 5yz will not. */
    private static Outcome outcome(Throwable e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException smtp) {
                String reason = "The mail server answers " + smtp.getReplyCode();
                return smtp.isPermanent() ? new Outcome.Never(reason) : new Outcome.Later(reason, Duration.ZERO);
            }
        }
        return new Outcome.Later(
                "The mail server cannot be reached: " + e.getClass().getSimpleName(), Duration.ZERO);
    }
}
