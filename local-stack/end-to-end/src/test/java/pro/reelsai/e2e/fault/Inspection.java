package pro.reelsai.e2e.fault;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import pro.reelsai.local.demo.ApiClient;
import pro.reelsai.model.Topics;

/** Looks at everything that the ads of one user have left behind: rows, events, objects, files, processes. */
final class Inspection {
    private static final String RUNS = """
            SELECT r.id, r.project_id, r.state, r.failure_code, r.failure_message,
                   count(*) FILTER (WHERE l.kind = 'RESERVE') AS reserved,
                   count(*) FILTER (WHERE l.kind = 'SETTLE') AS settled,
                   count(*) FILTER (WHERE l.kind = 'REFUND') AS refunded
              FROM runs r LEFT JOIN credit_ledger l ON l.run_id = r.id
             WHERE r.user_id = ? AND r.kind = 'VIDEO'
             GROUP BY r.id
            """;

    private static final String BALANCE = """
            SELECT p.credits, (SELECT coalesce(sum(amount), 0) FROM credit_ledger WHERE user_id = p.id) AS ledger
              FROM profiles p WHERE p.id = ?
            """;

    private static final String CALLS = """
            SELECT c.fingerprint, c.provider, count(*)
              FROM provider_calls c JOIN runs r ON r.id = c.run_id
             WHERE r.user_id = ? AND c.external_id IS NOT NULL
             GROUP BY c.fingerprint, c.provider HAVING count(*) > 1
            """;

    /** A paid answer belongs to the call that it was given to; everything else in a folder belongs to its manifest. */
    private static final String ANSWERS = """
            SELECT DISTINCT c.project_id, lower(c.stage) AS stage, c.fingerprint
              FROM provider_calls c JOIN runs r ON r.id = c.run_id
             WHERE r.user_id = ? AND c.outcome = 'SUCCEEDED'
            """;

    private final FaultSuite suite;
    private final Ads ads;
    private final int videosBefore;
    private final List<String> lost = new ArrayList<>();
    private final List<String> duplicated = new ArrayList<>();
    private final List<String> doublePaid = new ArrayList<>();
    private final List<String> leftovers = new ArrayList<>();
    private int completed;
    private int refunded;

    /**
     * @param videosBefore how many videos Replicate had made before these ads
     */
    Inspection(FaultSuite suite, Ads ads, int videosBefore) {
        this.suite = suite;
        this.ads = ads;
        this.videosBefore = videosBefore;
    }

    Verdict of(String fault, long seconds) throws Exception {
        Map<UUID, UUID> completedRuns = runs();
        balance();
        calls();
        vendors();
        endings();
        objects(completedRuns);
        machine();
        return new Verdict(
                fault,
                ads.projects().size(),
                completed,
                refunded,
                List.copyOf(lost),
                List.copyOf(duplicated),
                List.copyOf(doublePaid),
                List.copyOf(leftovers),
                seconds);
    }

    /** The projects of the completed runs. */
    private Map<UUID, UUID> runs() throws Exception {
        Map<UUID, UUID> completedRuns = new HashMap<>();
        int found = 0;
        try (Connection connection = suite.database();
                PreparedStatement statement = connection.prepareStatement(RUNS)) {
            statement.setObject(1, ads.user());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found++;
                    String run = row.getString("id") + " " + row.getString("state");
                    int settled = row.getInt("settled");
                    int returned = row.getInt("refunded");
                    if (settled + returned > 1 || row.getInt("reserved") > 1) {
                        duplicated.add("credits of " + run + ": settled " + settled + ", refunded " + returned);
                    }
                    if (row.getString("state").equals("COMPLETED") && settled == 1) {
                        completed++;
                        completedRuns.put(row.getObject("id", UUID.class), row.getObject("project_id", UUID.class));
                    } else if (row.getString("state").equals("FAILED")
                            && returned == 1
                            && row.getString("failure_code") != null
                            && row.getString("failure_message") != null) {
                        refunded++;
                    } else {
                        lost.add(run + ", settled " + settled + ", refunded " + returned);
                    }
                }
            }
        }
        if (found != ads.projects().size()) {
            lost.add(ads.projects().size() - found + " runs are not there at all");
        }
        return completedRuns;
    }

    private void balance() throws Exception {
        try (Connection connection = suite.database();
                PreparedStatement statement = connection.prepareStatement(BALANCE)) {
            statement.setObject(1, ads.user());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getInt("credits") != row.getInt("ledger")) {
                    lost.add("the balance is " + row.getInt("credits") + ", the ledger says " + row.getInt("ledger"));
                }
            }
        }
    }

    private void calls() throws Exception {
        try (Connection connection = suite.database();
                PreparedStatement statement = connection.prepareStatement(CALLS)) {
            statement.setObject(1, ads.user());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    doublePaid.add(row.getString("provider") + " " + row.getString("fingerprint"));
                }
            }
        }
    }

    /** What the vendors themselves have counted: each ad has words of its own, so each is paid for at most once. */
    private void vendors() throws Exception {
        Vendors vendors = suite.vendors();
        int predictions = vendors.predictions() - videosBefore;
        if (predictions > ads.filmed()) {
            doublePaid.add("Replicate has made %d videos of %d ads".formatted(predictions, ads.filmed()));
        }
        if (predictions + refunded < ads.filmed()) {
            lost.add("Replicate has made %d videos of %d ads".formatted(predictions, ads.filmed()));
        }
        if (vendors.speeches() > vendors.distinctSpeeches()) {
            doublePaid.add("OpenAI was asked for %d speeches, %d different ones"
                    .formatted(vendors.speeches(), vendors.distinctSpeeches()));
        }
    }

    private void endings() {
        Map<String, Set<String>> endings = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record :
                EventLog.read(suite.kafka(), List.of(Topics.RUN_COMPLETED, Topics.RUN_FAILED, Topics.RUN_CANCELLED))) {
            endings.computeIfAbsent(record.key(), key -> new TreeSet<>()).add(EventLog.id(record));
        }
        endings.values().stream().filter(ids -> ids.size() > 1).forEach(ids -> duplicated.add("endings " + ids));
    }

    private void objects(Map<UUID, UUID> completedRuns) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient();
                ApiClient api = suite.user(ads.user())) {
            Set<String> answers = answers();
            Bucket bucket = new Bucket(client, suite);
            for (UUID project : ads.projects()) {
                List<String> keys = bucket.keys("projects/" + project);
                long finished = keys.stream()
                        .filter(key -> key.contains("/work/caption/") && key.endsWith("manifest.json"))
                        .count();
                if (finished > 1) {
                    duplicated.add(finished + " finished videos of " + project);
                }
                keys.stream()
                        .filter(key -> key.contains("/work/"))
                        .filter(key -> !keys.contains(folder(key) + "/manifest.json"))
                        .filter(key -> !answers.contains(folder(key)))
                        .filter(key -> completedRuns.containsValue(project))
                        .forEach(key -> leftovers.add("object " + key));
            }
            Path file = Files.createTempFile("ad", ".mp4");
            for (UUID project : completedRuns.values()) {
                api.download("/api/projects/" + project + "/video", file);
                if (Files.size(file) < 10_000) {
                    lost.add("the video of " + project + " is empty");
                }
            }
            Files.delete(file);
        }
    }

    private Set<String> answers() throws Exception {
        Set<String> folders = new TreeSet<>();
        try (Connection connection = suite.database();
                PreparedStatement statement = connection.prepareStatement(ANSWERS)) {
            statement.setObject(1, ads.user());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    folders.add("projects/%s/work/%s/%s"
                            .formatted(
                                    row.getString("project_id"), row.getString("stage"), row.getString("fingerprint")));
                }
            }
        }
        return folders;
    }

    private static String folder(String key) {
        return key.substring(0, key.lastIndexOf('/'));
    }

    private void machine() throws IOException {
        Programs.of(suite.config()).forEach(program -> leftovers.add("process " + program));
        try (Stream<Path> files = Files.walk(suite.workspace())) {
            // Each living process keeps one lock there, by which the others know that it lives.
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".lock"))
                    .forEach(file -> leftovers.add("file " + file));
        }
    }
}
