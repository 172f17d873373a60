package pro.reelsai.gateway.platform.storage;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Addresses that were signed for one answer. */
public final class Addresses {
    static final Addresses NONE = new Addresses(Map.of());

    private final Map<String, String> byKey;

    Addresses(Map<String, String> byKey) {
        this.byKey = byKey;
    }

    /** The address of an object; null where there is no object, or storage could not sign just then. */
    public @Nullable String of(@Nullable String key) {
        return key == null ? null : byKey.get(key);
    }
}
