package pro.reelsai.deployment.k8s;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;

/** What this suite uses of the External Secrets Operator's {@code ExternalSecret}: all of an entry of a store. */
record ExternalSecret(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {
    record Spec(String refreshInterval, Store secretStoreRef, Target target, List<Source> dataFrom) {}

    record Store(String kind, String name) {}

    record Target(String name, String creationPolicy, String deletionPolicy) {}

    record Source(Extract extract) {}

    record Extract(String key) {}
}
