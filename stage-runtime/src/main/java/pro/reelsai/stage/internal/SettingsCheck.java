package pro.reelsai.stage.internal;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import pro.reelsai.stage.KafkaSettings;

/** Refuses to start with settings under which a run could be lost. */
@ApplicationScoped
public class SettingsCheck {
    private final Config config;

    public SettingsCheck(Config config) {
        this.config = config;
    }

    /**
     * Runs at the start of the service.
     *
     * @throws IllegalStateException naming every wrong setting
     */
    void onStart(@Observes StartupEvent event) {
        List<String> faults = KafkaSettings.faults(config);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "Kafka is not set up as this service needs it: " + String.join("; ", faults));
        }
    }
}
