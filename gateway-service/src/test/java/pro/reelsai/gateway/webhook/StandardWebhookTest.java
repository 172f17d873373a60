package pro.reelsai.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pro.reelsai.gateway.platform.problem.ApiProblem;

/** With the test vector that the documentation of Standard Webhooks gives. */
class StandardWebhookTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIMESTAMP = "1614265330";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private final StandardWebhook webhook = new StandardWebhook(SECRET);

    @Test
    void knowsTheDocumentedSignature() {
        assertThat(webhook.isSigned(ID, TIMESTAMP, BODY, SIGNATURE)).isTrue();
    }

    @Test
    void findsItsSignatureAmongOthers() {
        assertThat(webhook.isSigned(ID, TIMESTAMP, BODY, "v1,AAAA v2,BBBB " + SIGNATURE))
                .isTrue();
    }

    @Test
    void refusesWhateverDiffers() {
        assertThat(webhook.isSigned(ID + "x", TIMESTAMP, BODY, SIGNATURE)).isFalse();
        assertThat(webhook.isSigned(ID, "1614265331", BODY, SIGNATURE)).isFalse();
        assertThat(webhook.isSigned(ID, TIMESTAMP, new byte[0], SIGNATURE)).isFalse();
        assertThat(webhook.isSigned(ID, TIMESTAMP, BODY, SIGNATURE.substring(3)))
                .isFalse();
        assertThat(webhook.isSigned(ID, TIMESTAMP, BODY, SIGNATURE.replace("v1,", "v2,")))
                .isFalse();
        assertThat(webhook.isSigned(ID, TIMESTAMP, BODY, "")).isFalse();
        assertThat(webhook.isSigned(ID, TIMESTAMP, BODY, "v1,")).isFalse();
        assertThat(webhook.isSigned(ID, TIMESTAMP, BODY, "v1,\u0000é%")).isFalse();
        assertThat(new StandardWebhook("whsec_AAAA").isSigned(ID, TIMESTAMP, BODY, SIGNATURE))
                .isFalse();
    }

    @Test
    void refusesTheDocumentedWebhookForItsAge() {
        // Given
        WebhookGate gate = new WebhookGate(config(Optional.of(SECRET)));

        // When / Then
        assertThatThrownBy(() -> gate.pass(new WebhookGate.Headers(ID, TIMESTAMP, SIGNATURE), BODY))
                .isInstanceOfSatisfying(ApiProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(400))
                .hasMessageContaining("too old");
    }

    @Test
    void letsNothingInWithoutASecret() {
        // Given
        WebhookGate gate = new WebhookGate(config(Optional.empty()));

        // When / Then
        assertThatThrownBy(() -> gate.pass(new WebhookGate.Headers(ID, TIMESTAMP, SIGNATURE), BODY))
                .isInstanceOfSatisfying(ApiProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(404))
                .hasMessageContaining("REPLICATE_WEBHOOK_SECRET");
    }

    @Test
    void saysThatASecretIsNoneWithoutShowingIt() {
        assertThatThrownBy(() -> new WebhookGate(config(Optional.of("whsec_not base64"))))
                .hasMessageContaining("REPLICATE_WEBHOOK_SECRET")
                .hasMessageNotContaining("not base64")
                .hasNoCause();
    }

    private static WebhookConfig config(Optional<String> secret) {
        return new WebhookConfig() {
            @Override
            public Optional<String> replicateSecret() {
                return secret;
            }

            @Override
            public Duration tolerance() {
                return Duration.ofMinutes(5);
            }

            @Override
            public Duration patience() {
                return Duration.ofMinutes(1);
            }

            @Override
            public Duration memory() {
                return Duration.ofHours(1);
            }
        };
    }
}
