package pro.reelsai.local.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.PartStatus;
import pro.reelsai.local.stack.StackException;

/**
 * The processes of a stack and of the load generator.
 *
 * @param parts by name; replicas by names of their own
 */
record Processors(Map<String, ProcessorUse> parts) {
    /** The load generator's name. */
    static final String LOAD = "load";

    /** Those that run now. */
    static Processors of(LocalStack stack, BenchDatabase database)
            throws StackException, SQLException, InterruptedException {
        Map<String, ProcessorUse> parts = new LinkedHashMap<>();
        for (PartStatus part : stack.status()) {
            parts.put(part.name(), new ProcessorUse(part.pid() == null ? -1 : part.pid(), true));
        }
        parts.put("postgres", new ProcessorUse(database.postmaster(), true));
        parts.put(LOAD, new ProcessorUse(ProcessHandle.current().pid(), false));
        return new Processors(parts);
    }

    /** What each part has used so far, all replicas of a service together. */
    Map<String, Duration> soFar() {
        Map<String, Duration> used = new LinkedHashMap<>();
        parts.forEach((part, processor) -> used.merge(service(part), processor.soFar(), Duration::plus));
        return used;
    }

    /** What the compilers of all parts but the load generator have used so far. */
    Duration ofCompilers() {
        return parts.entrySet().stream()
                .filter(part -> !part.getKey().equals(LOAD))
                .map(part -> part.getValue().ofCompilers())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * What each part has used for one of many things, in microseconds.
     *
     * @param before what it had used before
     * @param times how many things were done since
     */
    Map<String, Double> microsEach(Map<String, Duration> before, long times) {
        Map<String, Double> micros = new LinkedHashMap<>();
        // A connection of PostgreSQL that ends takes its process's time with it.
        soFar().forEach((part, time) ->
                micros.put(part, Math.max(0, time.minus(before.get(part)).toNanos() / 1000.0 / Math.max(1, times))));
        return micros;
    }

    /** The service that a replica is of. */
    static String service(String part) {
        return part.replaceFirst("-\\d$", "");
    }
}
