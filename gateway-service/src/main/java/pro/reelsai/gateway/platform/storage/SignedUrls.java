package pro.reelsai.gateway.platform.storage;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.GatewayConfig;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.runtime.storage.ObjectStorage;
import pro.reelsai.runtime.storage.StorageException;

/**
 * Addresses under which a browser can read files of the bucket for a while.
 *
 * <p>An answer is more than its links: where storage cannot sign just now the link is null and the answer still comes.
 */
@ApplicationScoped
public class SignedUrls {
    private static final Logger LOG = Logger.getLogger(SignedUrls.class);
    private static final int REMEMBERED = 2_000;

    private final ObjectStorage storage;
    private final Duration validity;
    private final Map<ObjectKey, Signed> remembered = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ObjectKey, Signed> eldest) {
            return size() > REMEMBERED;
        }
    };

    public SignedUrls(ObjectStorage storage, GatewayConfig config) {
        this.storage = storage;
        this.validity = config.urlValidity();
    }

    /** The address of an object that never changes; one that was signed before serves until half its time is over. */
    public Uni<@Nullable String> lasting(@Nullable String key) {
        if (key == null) {
            return Uni.createFrom().nullItem();
        }
        ObjectKey object = new ObjectKey(key);
        Signed known = recall(object);
        if (known != null && Instant.now().isBefore(known.renewAt())) {
            return Uni.createFrom().item(known.url());
        }
        return fresh(key).invoke(url -> remember(object, url));
    }

    /** A new address, for an object whose content may have been replaced under the same key. */
    public Uni<@Nullable String> fresh(@Nullable String key) {
        if (key == null) {
            return Uni.createFrom().nullItem();
        }
        return storage.sign(new ObjectKey(key), validity)
                .<@Nullable String>map(Object::toString)
                .onFailure(StorageException.class)
                .invoke(e -> LOG.warnf("%s cannot be signed: %s", key, e.getMessage()))
                .onFailure(StorageException.class)
                .recoverWithNull();
    }

    private @Nullable Signed recall(ObjectKey key) {
        synchronized (remembered) {
            return remembered.get(key);
        }
    }

    private void remember(ObjectKey key, @Nullable String url) {
        if (url != null) {
            synchronized (remembered) {
                remembered.put(key, new Signed(url, Instant.now().plus(validity.dividedBy(2))));
            }
        }
    }

    private record Signed(String url, Instant renewAt) {}
}
