package pro.reelsai.gateway;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Does the same with many things at the same time. */
final class AtOnce {
    private AtOnce() {}

    static <T, R> List<R> all(List<T> things, Function<T, R> what) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return things.stream()
                    .map(thing -> CompletableFuture.supplyAsync(() -> what.apply(thing), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }
}
