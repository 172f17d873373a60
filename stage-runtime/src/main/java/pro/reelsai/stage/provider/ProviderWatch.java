package pro.reelsai.stage.provider;

import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;
import pro.reelsai.stage.provider.ProviderException.Reason;

/** Traces and measures, as a {@link ProviderGuard} does, the requests of those who decide for themselves when to ask again. */
@ApplicationScoped
public class ProviderWatch {
    private final ProviderTraces traces;
    private final ProviderTimes times;

    ProviderWatch(ProviderTraces traces, ProviderTimes times) {
        this.traces = traces;
        this.times = times;
    }

    /**
     * Makes a request, within a span if the caller is at work on a run.
     *
     * @param provider its name in the configuration
     * @param reason what a failure of the request means
     * @return what the request gives; it fails as the request does
     */
    public <T> T watch(String provider, Function<RuntimeException, Reason> reason, Supplier<T> request) {
        return traces.watch(provider, reason, () -> {
            Timer.Sample sample = times.start();
            try {
                T answer = request.get();
                times.answered(sample, provider);
                return answer;
            } catch (RuntimeException e) {
                times.failed(sample, provider, reason.apply(e));
                throw e;
            }
        });
    }
}
