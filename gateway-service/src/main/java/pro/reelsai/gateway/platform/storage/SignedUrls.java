package pro.reelsai.gateway.platform.storage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.GatewayConfig;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.runtime.storage.ObjectStorage;
import pro.reelsai.runtime.storage.StorageException;

/**
 * Addresses under which a browser can read files of the bucket for a while. One that was signed before serves until half
 * its time is over, so that whoever gets it has the other half to use it.
 *
 * <p>An answer is more than its links: where storage cannot sign just now the link is null and the answer still comes.
 */
@ApplicationScoped
public class SignedUrls {
    private static final Logger LOG = Logger.getLogger(SignedUrls.class);
    private static final int REMEMBERED = 10_000;
    /** The most that the server signs in one request. */
    private static final int AT_ONCE = 500;

    private final ObjectStorage storage;
    private final Duration validity;
    private final Cache<ObjectVersion, String> remembered;

    public SignedUrls(ObjectStorage storage, GatewayConfig config) {
        this.storage = storage;
        this.validity = config.urlValidity();
        this.remembered = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(validity.dividedBy(2))
                .build();
    }

    /** The addresses of all files of one answer; those not known yet are signed in one request. */
    public Uni<Addresses> together(Collection<ObjectVersion> objects) {
        if (objects.isEmpty()) {
            return Uni.createFrom().item(Addresses.NONE);
        }
        Map<String, String> found = new HashMap<>();
        List<ObjectVersion> missing = new ArrayList<>();
        for (ObjectVersion object : objects) {
            String url = remembered.getIfPresent(object);
            if (url == null) {
                missing.add(object);
            } else {
                found.put(object.key(), url);
            }
        }
        Addresses addresses = new Addresses(found);
        return missing.isEmpty()
                ? Uni.createFrom().item(addresses)
                : sign(missing).invoke(found::putAll).replaceWith(addresses);
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

    private Uni<Map<String, String>> sign(List<ObjectVersion> objects) {
        return Multi.createFrom()
                .iterable(objects)
                .group()
                .intoLists()
                .of(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(this::signAtOnce)
                .collect()
                .in(HashMap::new, Map::putAll);
    }

    private Uni<Map<String, String>> signAtOnce(List<ObjectVersion> objects) {
        List<ObjectKey> keys = objects.stream()
                .map(object -> new ObjectKey(object.key()))
                .distinct()
                .toList();
        return storage.signAll(keys, validity)
                .map(signed -> remember(objects, signed))
                .onFailure(StorageException.class)
                .invoke(e -> LOG.warnf("%d addresses cannot be signed: %s", keys.size(), e.getMessage()))
                .onFailure(StorageException.class)
                .recoverWithItem(Map.of());
    }

    private Map<String, String> remember(List<ObjectVersion> objects, Map<ObjectKey, URI> signed) {
        Map<String, String> urls = new HashMap<>();
        for (ObjectVersion object : objects) {
            URI url = signed.get(new ObjectKey(object.key()));
            if (url != null) {
                urls.put(object.key(), url.toString());
                remembered.put(object, url.toString());
            }
        }
        return urls;
    }
}
