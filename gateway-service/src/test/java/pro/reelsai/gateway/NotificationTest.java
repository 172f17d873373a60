package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.reelsai.gateway.Patience.eventually;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageState;
import pro.reelsai.model.event.StageRequested;

@GatewayTest
class NotificationTest {
    @Inject
    Pool database;

    private final Caller caller = new Caller();
    private final String email = caller.id().toString().substring(0, 8) + "@example.com";

    @Test
    void tellsByBothChannelsThatAnAdIsBegunAndWhyItFailed() throws Exception {
        // Given
        String project = caller.readyProject();

        // When
        String run = caller.startAd(project);
        StageRequested voice = Pipeline.requestOf(Stage.VOICE, run);
        eventually(() -> assertThat(mails()).hasSize(1));
        Pipeline.say(Pipeline.failed(voice, FailureCode.VOICE_UNAVAILABLE, "The <voice> & the \"rest\" are away"));

        // Then
        eventually(() -> assertThat(mails()).hasSize(2));
        eventually(() -> assertThat(slack(run)).hasSize(2));
        assertThat(slack(run).getFirst()).startsWith("*Your ad is being made*: Glow Bottle");
        assertThat(slack(run).getLast())
                .contains("> The &lt;voice&gt; &amp; the \"rest\" are away")
                .contains("<https://app.example.com/ads?from=mail&amp;x=1&amp;project_id=" + project + "|Try again>");
        MimeMessage failed = mails().getLast();
        assertThat(failed.getSubject()).isEqualTo("Your ad for Glow Bottle could not be made");
        assertThat(failed.getMessageID()).isEqualTo("<" + run + ".failed@reelsai.pro>");
        assertThat(failed.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(part(failed, "text/plain"))
                .contains("The <voice> & the \"rest\" are away")
                .contains("Try again: https://app.example.com/ads?from=mail&x=1&project_id=" + project);
        assertThat(part(failed, "text/html"))
                .contains("The &lt;voice&gt; &amp; the &quot;rest&quot; are away")
                .doesNotContain("<voice>");
    }

    @Test
    void letsNoNameIntoAHeaderOrATag() throws Exception {
        // Given
        String project = caller.readyProject();
        execute(
                "update products set name = $2 where id = (select product_id from projects where id = $1)",
                Tuple.of(
                        UUID.fromString(project),
                        "Bottle\r\nBcc: eve@example.com\r\n\r\n<script>x</script> {config:property('x')}"));

        // When
        caller.startAd(project);

        // Then
        eventually(() -> assertThat(mails()).hasSize(1));
        MimeMessage mail = mails().getFirst();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).startsWith("Your ad for Bottle Bcc: eve@example.com");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(part(mail, "text/html"))
                .contains("&lt;script&gt;")
                .contains("{config:property(")
                .doesNotContain("<script>");
    }

    @Test
    void comesBackWhenSlackAsksForIt() {
        // Given
        String project = caller.readyProject();
        GatewayStack.slack.failNext(429, 2);
        GatewayStack.slack.failNext(500, null);

        // When
        String run = caller.startAd(project);

        // Then
        eventually(() -> assertThat(slack(run)).hasSize(1));
        eventually(() -> assertThat(row(run, "SLACK").getInteger("tries")).isEqualTo(3));
    }

    @Test
    void givesUpWhereSlackRefuses() {
        // Given
        String project = caller.readyProject();
        GatewayStack.slack.failNext(404, null);

        // When
        String run = caller.startAd(project);

        // Then
        eventually(() -> assertThat(row(run, "SLACK").getValue("given_up_at")).isNotNull());
        assertThat(row(run, "SLACK").getString("last_error")).isEqualTo("Slack answers 404");
        assertThat(slack(run)).isEmpty();
        caller.request()
                .get("/api/projects/{id}/status", project)
                .then()
                .body("status", org.hamcrest.Matchers.equalTo("processing"));
    }

    @Test
    void sendsAMailAgainUnderTheSameIdAfterACrash() throws Exception {
        // Given
        String run = caller.startAd(caller.readyProject());
        eventually(() -> assertThat(row(run, "EMAIL").getValue("sent_at")).isNotNull());

        // When
        execute(
                "update notifications set sent_at = null, due_at = now() where run_id = $1 and channel = 'EMAIL'",
                Tuple.of(UUID.fromString(run)));

        // Then
        eventually(() -> assertThat(mails()).hasSize(2));
        assertThat(mails().getFirst().getMessageID())
                .isEqualTo(mails().getLast().getMessageID());
    }

    @Test
    void tellsOnceHoweverOftenTheEndIsHeard() {
        // Given
        String run = caller.startAd(caller.readyProject());
        StageRequested voice = Pipeline.requestOf(Stage.VOICE, run);

        // When
        Pipeline.say(Pipeline.failed(voice, FailureCode.VOICE_UNAVAILABLE, "No"));
        Pipeline.say(Pipeline.failed(voice, FailureCode.VOICE_UNAVAILABLE, "No"));
        Pipeline.say(Pipeline.progress(voice, StageState.RUNNING, 80));

        // Then
        eventually(() -> assertThat(slack(run)).hasSize(2));
        eventually(() -> assertThat(count(run)).isEqualTo(4));
        assertThat(mails()).hasSizeLessThanOrEqualTo(2);
    }

    private List<String> slack(String run) {
        return GatewayStack.slack.posted().stream()
                .filter(text -> text.contains(run))
                .toList();
    }

    private List<MimeMessage> mails() {
        return Arrays.stream(GatewayStack.mail.getReceivedMessages())
                .filter(this::isOurs)
                .toList();
    }

    private boolean isOurs(MimeMessage mail) {
        try {
            return Arrays.stream(mail.getAllRecipients())
                    .anyMatch(to -> to.toString().equals(email));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String part(MimeMessage mail, String type) throws Exception {
        jakarta.mail.Multipart parts = (jakarta.mail.Multipart) mail.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            if (parts.getBodyPart(i).isMimeType(type)) {
                return (String) parts.getBodyPart(i).getContent();
            }
        }
        throw new AssertionError("No part is " + type);
    }

    private Row row(String run, String channel) {
        return StreamSupport.stream(
                        database.preparedQuery(
                                        "select * from notifications where run_id = $1 and channel = $2 order by id")
                                .execute(Tuple.of(UUID.fromString(run), channel))
                                .await()
                                .atMost(Duration.ofSeconds(5))
                                .spliterator(),
                        false)
                .findFirst()
                .orElseThrow();
    }

    private long count(String run) {
        return database.preparedQuery("select count(*) from notifications where run_id = $1 and sent_at is not null")
                .execute(Tuple.of(UUID.fromString(run)))
                .await()
                .atMost(Duration.ofSeconds(5))
                .iterator()
                .next()
                .getLong(0);
    }

    private void execute(String sql, Tuple arguments) {
        database.preparedQuery(sql).execute(arguments).await().atMost(Duration.ofSeconds(5));
    }
}
