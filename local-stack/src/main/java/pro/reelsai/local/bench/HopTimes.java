package pro.reelsai.local.bench;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import pro.reelsai.model.Stage;

/**
 * How long runs have taken, as the gateway's own tables tell.
 *
 * @param runs how many
 * @param stages each stage, from its request to its outcome; both times are those of the events
 * @param hop all of them together
 * @param pipeline from the transaction that takes an ad in until the gateway notes that it is finished
 */
public record HopTimes(long runs, Map<Stage, Span> stages, Span hop, Span pipeline) {
    private static final String STAGES = """
            select s.stage, %s
            from (select made.stage, extract(epoch from made.finished_at - made.requested_at) * 1000 as hop
                    from stage_executions made join runs on runs.id = made.run_id
                   where runs.created_at >= ? and runs.state = 'COMPLETED') s
            group by grouping sets ((stage), ())
            """.formatted(percentiles("hop"));

    private static final String PIPELINE =
            """
            select count(*), %s
            from (select extract(epoch from processed_at - created_at) * 1000 as whole
                    from runs join processed_events on event_id = runs.id || ':%s:1:completed'
                   where created_at >= ? and state = 'COMPLETED') r
            """.formatted(percentiles("whole"), Stage.ofAnAd().getLast().wireName());

    /**
     * Milliseconds.
     *
     * @param median within which half of them have ended
     * @param p99 within which 99 in 100 have ended
     */
    public record Span(double median, double p99) {
        private static Span of(ResultSet row, int first) throws SQLException {
            return new Span(row.getDouble(first), row.getDouble(first + 1));
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%8.1f %8.1f", median, p99);
        }
    }

    /**
     * Those of the runs that were asked for since then, and are completed.
     *
     * @throws SQLException if the database does not answer
     */
    static HopTimes since(Instant begin, BenchDatabase database) throws SQLException {
        Map<Stage, Span> stages = new EnumMap<>(Stage.class);
        Span hop = new Span(0, 0);
        try (PreparedStatement statement = database.connection().prepareStatement(STAGES)) {
            statement.setTimestamp(1, Timestamp.from(begin));
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                String stage = rows.getString(1);
                if (stage == null) {
                    hop = Span.of(rows, 2);
                } else {
                    stages.put(Stage.valueOf(stage), Span.of(rows, 2));
                }
            }
        }
        try (PreparedStatement statement = database.connection().prepareStatement(PIPELINE)) {
            statement.setTimestamp(1, Timestamp.from(begin));
            ResultSet row = statement.executeQuery();
            row.next();
            return new HopTimes(row.getLong(1), stages, hop, Span.of(row, 2));
        }
    }

    private static String percentiles(String column) {
        return "percentile_cont(0.5) within group (order by %1$s), percentile_cont(0.99) within group (order by %1$s)"
                .formatted(column);
    }
}
