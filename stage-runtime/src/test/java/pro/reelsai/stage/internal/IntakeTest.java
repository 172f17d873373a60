package pro.reelsai.stage.internal;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pro.reelsai.stage.provider.ProviderDown;

class IntakeTest {
    private final AtomicInteger resumed = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @Test
    void goesOnEvenWhenTheFirstAttemptFails() {
        // Given
        Intake intake = new Intake(consumersThatResumeAtTheSecondAttempt());

        // When
        intake.rest(new ProviderDown("wobbly", Duration.ofMillis(1)));

        // Then
        await().untilAtomic(refused, equalTo(StageChannels.INTAKE.size()));
        await().untilAtomic(resumed, equalTo(StageChannels.INTAKE.size()));
    }

    private KafkaClientService consumersThatResumeAtTheSecondAttempt() {
        KafkaConsumer<?, ?> consumer = as(KafkaConsumer.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "pause" -> Uni.createFrom().item(Set.of());
            case "resume" -> Uni.createFrom().deferred(this::resume);
            default -> throw new UnsupportedOperationException(method.getName());
        });
        return as(KafkaClientService.class, (proxy, method, arguments) -> List.of(consumer));
    }

    private Uni<Void> resume() {
        if (refused.get() < StageChannels.INTAKE.size()) {
            refused.incrementAndGet();
            return Uni.createFrom().failure(new IllegalStateException("The consumer is busy"));
        }
        resumed.incrementAndGet();
        return Uni.createFrom().voidItem();
    }

    private static <T> T as(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
