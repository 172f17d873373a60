package pro.reelsai.deployment.k8s;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;

/** What this suite uses of KEDA's {@code TriggerAuthentication}: parameters that are keys of secrets. */
record TriggerAuthentication(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {
    record Spec(List<Parameter> secretTargetRef) {}

    record Parameter(String parameter, String name, String key) {}
}
