package pro.reelsai.local.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pro.reelsai.local.AccessTokens;
import pro.reelsai.local.demo.ApiClient;
import pro.reelsai.local.demo.ApiException;
import pro.reelsai.local.stack.LocalStack;
import pro.reelsai.local.stack.StackException;

/**
 * Users, products and projects for whose ads everything is chosen, put into the database straight: an ad of each can be
 * asked for once.
 */
final class ReadyProjects {
    private static final int USERS = 64;
    private static final int PRODUCTS = 20;
    private static final int CREDITS = 1_000_000;
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(24);

    private final AtomicInteger next = new AtomicInteger();
    private volatile int count;

    private ReadyProjects() {}

    /**
     * Makes users, and no projects yet.
     *
     * @param stack asked by its API for one project, whose configuration all later ones share
     */
    static ReadyProjects insert(LocalStack stack, Connection database)
            throws StackException, ApiException, SQLException, IOException, InterruptedException {
        configureOne(stack);
        execute(database, userRows());
        return new ReadyProjects();
    }

    /** Makes so many projects more. */
    void add(Connection database, int more) throws SQLException {
        execute(database, projectRows(count, count + more - 1));
        count += more;
        try (Statement statement = database.createStatement()) {
            // As the server does by itself some time after so many rows have come in: not in the middle of a
            // measurement.
            statement.execute("vacuum analyze profiles, credit_ledger, products, projects, scripts, assets");
        }
    }

    private static void configureOne(LocalStack stack)
            throws StackException, ApiException, IOException, InterruptedException {
        String token = stack.token(UUID.randomUUID(), AccessTokens.AUTHENTICATED, Duration.ofHours(1));
        try (ApiClient api = new ApiClient(stack.config().gatewayUrl(), token)) {
            String product = api.post(
                            "/api/products/create-product", Map.of("name", "Glow Bottle", "description", "It glows"))
                    .path("product_id")
                    .asText();
            String project = api.post("/api/projects/create-project", Map.of("product_id", product))
                    .path("project_id")
                    .asText();
            api.post(
                    "/api/projects/" + project + "/video-configuration",
                    Map.of(
                            "duration",
                            15,
                            "target_audience",
                            "everybody",
                            "cta",
                            "Get yours",
                            "direction",
                            "cheerful"));
        }
    }

    private static void execute(Connection database, List<String> statements) throws SQLException {
        database.setAutoCommit(false);
        try (Statement statement = database.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        database.commit();
        database.setAutoCommit(true);
    }

    private static List<String> userRows() {
        String users = "generate_series(0, " + (USERS - 1) + ") u";
        return List.of(
                "insert into profiles (id, credits, is_beta_user, created_at, updated_at) select " + id("u", "u")
                        + ", 0, true, now(), now() from " + users,
                "insert into credit_ledger (user_id, kind, amount, reason, created_at) select " + id("u", "u")
                        + ", 'GRANT', " + CREDITS + ", 'For the benchmark', now() from " + users,
                "insert into products (id, user_id, name, description, created_at, updated_at) select "
                        + id("p", "u * 1000 + p") + ", " + id("u", "u")
                        + ", 'Glow Bottle ' || p, 'A bottle that glows when it is time to drink', now(), now() from "
                        + users + ", generate_series(1, " + PRODUCTS + ") p");
    }

    private static List<String> projectRows(int first, int last) {
        String projects = "generate_series(" + first + ", " + last + ") n";
        return List.of(
                "insert into projects (id, user_id, product_id, status, video_configuration, actor_id, voice_id, video_layout_id,"
                        + " created_at, updated_at) select " + id("j", "n") + ", " + id("u", "n % " + USERS) + ", "
                        + id("p", "(n % " + USERS + ") * 1000 + 1")
                        + ", 'DRAFT', configured.video_configuration, "
                        + first("actors") + ", " + first("voices") + ", " + first("video_layouts")
                        + ", now(), now() from "
                        + projects + ", (select video_configuration from projects limit 1) configured",
                "insert into scripts (id, project_id, title, content, is_custom, created_at, updated_at) select "
                        + id("s", "n") + ", " + id("j", "n")
                        + ", 'Your own script', 'Thirsty again? Glow Bottle lights up. Get yours today.', true, now(), now() from "
                        + projects,
                "update projects set final_script_id = scripts.id from scripts where scripts.project_id = projects.id"
                        + " and projects.final_script_id is null",
                "insert into assets (id, project_id, type, object_key, sha256, bytes, content_type, width, height,"
                        + " duration_seconds, position, created_at) select " + id("a", "n") + ", " + id("j", "n")
                        + ", 'IMAGE', 'projects/' || " + id("j", "n")
                        + " || '/assets/a.png', repeat('0', 64), 1, 'image/png', 1080, 1080, 0, 0, now() from "
                        + projects);
    }

    /** The first that users are offered: one that needs no vendor. */
    private static String first(String table) {
        return "(select id from " + table + " order by position limit 1)";
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

    /** How many there are. */
    int count() {
        return count;
    }

    /** Where the picture of a project has to lie, counted from 0; in the bucket nothing is yet. */
    String pictureKey(int number) {
        return "projects/" + new UUID(high("j"), low(number)) + "/assets/a.png";
    }

    /** What each user shows with a request; and somebody who has nothing yet. */
    Map<UUID, String> tokens(LocalStack stack) throws StackException {
        AccessTokens tokens =
                new AccessTokens(stack.secrets().jwtSecret(), stack.config().supabaseUrl());
        return IntStream.rangeClosed(0, USERS)
                .mapToObj(this::user)
                .collect(Collectors.toMap(
                        user -> user,
                        user -> "Bearer " + tokens.issue(user, AccessTokens.AUTHENTICATED, TOKEN_LIFETIME)));
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
