package pro.reelsai.stage.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The guards of all providers; one each, whoever asks. */
@ApplicationScoped
public class ProviderGuards {
    private final ProviderLimits limits;
    private final Event<ProviderDown> down;
    private final ProviderTimes times;
    private final ProviderTraces traces;
    private final Map<String, ProviderGuard> guards = new ConcurrentHashMap<>();

    ProviderGuards(ProviderLimits limits, Event<ProviderDown> down, ProviderTimes times, ProviderTraces traces) {
        this.limits = limits;
        this.down = down;
        this.times = times;
        this.traces = traces;
    }

    /**
     * The guard of a provider.
     *
     * @param provider its name in the configuration, such as {@code openai}
     */
    public ProviderGuard of(String provider) {
        return guards.computeIfAbsent(
                provider,
                name -> new ProviderGuard(
                        name, Objects.requireNonNull(limits.byName().get(name)), down::fire, times, traces));
    }
}
