package pro.reelsai.local.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Users, products and projects for whose ads everything is chosen, put into the database straight: an ad of each can be
 * asked for once.
 */
final class ReadyProjects {
    private static final int USERS = 64;
    private static final int PRODUCTS = 20;
    private static final int CREDITS = 1_000_000;

    private final int count;
    private final AtomicInteger next = new AtomicInteger();

    private ReadyProjects(int count) {
        this.count = count;
    }

    /**
     * Makes so many projects.
     *
     * @param database holds one project already, whose configuration they share
     */
    static ReadyProjects insert(Connection database, int count) throws SQLException {
        database.setAutoCommit(false);
        try (Statement statement = database.createStatement()) {
            for (String sql : rows(count)) {
                statement.execute(sql);
            }
        }
        database.commit();
        database.setAutoCommit(true);
        try (Statement statement = database.createStatement()) {
            // As the server does by itself some time after so many rows have come in: not in the middle of a
            // measurement.
            statement.execute("vacuum analyze profiles, credit_ledger, products, projects, scripts, assets");
        }
        return new ReadyProjects(count);
    }

    private static List<String> rows(int count) {
        String users = "generate_series(0, " + (USERS - 1) + ") u";
        String projects = "generate_series(0, " + (count - 1) + ") n";
        return List.of(
                "insert into profiles (id, credits, is_beta_user, created_at, updated_at) select " + id("u", "u")
                        + ", 0, true, now(), now() from " + users,
                "insert into credit_ledger (user_id, kind, amount, reason, created_at) select " + id("u", "u")
                        + ", 'GRANT', " + CREDITS + ", 'For the benchmark', now() from " + users,
                "insert into products (id, user_id, name, description, created_at, updated_at) select "
                        + id("p", "u * 1000 + p") + ", " + id("u", "u")
                        + ", 'Glow Bottle ' || p, 'A bottle that glows when it is time to drink', now(), now() from "
                        + users + ", generate_series(1, " + PRODUCTS + ") p",
                "insert into projects (id, user_id, product_id, status, video_configuration, actor_id, voice_id, video_layout_id,"
                        + " created_at, updated_at) select " + id("j", "n") + ", " + id("u", "n % " + USERS) + ", "
                        + id("p", "(n % " + USERS + ") * 1000 + 1")
                        + ", 'DRAFT', configured.video_configuration, (select id from actors limit 1),"
                        + " (select id from voices limit 1), (select id from video_layouts limit 1), now(), now() from "
                        + projects + ", (select video_configuration from projects limit 1) configured",
                "insert into scripts (id, project_id, title, content, is_custom, created_at, updated_at) select "
                        + id("s", "n") + ", " + id("j", "n")
                        + ", 'Your own script', 'Thirsty again? Glow Bottle lights up. Get yours today.', true, now(), now() from "
                        + projects,
                "update projects set final_script_id = scripts.id from scripts where scripts.project_id = projects.id",
                "insert into assets (id, project_id, type, object_key, sha256, bytes, content_type, width, height,"
                        + " duration_seconds, position, created_at) select " + id("a", "n") + ", " + id("j", "n")
                        + ", 'IMAGE', 'projects/' || " + id("j", "n")
                        + " || '/assets/a.png', repeat('0', 64), 1, 'image/png', 1080, 1080, 0, 0, now() from "
                        + projects);
    }

    /** A UUID that tells what it is of and its number. */
    private static String id(String kind, String number) {
        return "('" + kind(kind) + "-0000-4000-8000-' || lpad((" + number + ")::text, 12, '0'))::uuid";
    }

    private static String kind(String letter) {
        return "%08x".formatted((int) letter.charAt(0));
    }

    /** The path that asks for the ad of the next project. */
    String nextPath() {
        int number = next.getAndIncrement();
        if (number >= count) {
            throw new IllegalStateException("All " + count + " projects are used up");
        }
        return "/api/projects/" + new UUID(high("j"), low(number)) + "/generate-final-video";
    }

    /** Whose project a path names. */
    UUID userOf(String path) {
        String id = path.substring("/api/projects/".length(), "/api/projects/".length() + 36);
        return user(Integer.parseInt(id.substring(24)) % USERS);
    }

    /** One of the users. */
    UUID user(int number) {
        return new UUID(high("u"), low(number));
    }

    /** How many users there are. */
    int users() {
        return USERS;
    }

    private static long high(String kind) {
        return Long.parseLong(kind(kind), 16) << 32 | 0x4000;
    }

    private static long low(int number) {
        return 0x8000L << 48 | Long.parseLong("%012d".formatted(number), 16);
    }
}
