package pro.reelsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** The schema as whoever comes past the gateway sees it: a browser through Supabase's API. */
@GatewayTest
class SchemaTest {
    /** As Supabase has it: Auth is there first, and belongs to somebody else; new tables are granted to everybody. */
    private static final String SUPABASE = """
            do $$ begin
                create role supabase_auth_admin login noinherit;
                create role hosted_postgres login createrole bypassrls password 'hosted';
            exception when duplicate_object then null; end $$;
            grant anon, authenticated, service_role to hosted_postgres;
            create schema auth authorization supabase_auth_admin;
            create table auth.users (id uuid primary key, email text);
            alter table auth.users owner to supabase_auth_admin;
            create function auth.uid() returns uuid language sql stable as
                $f$ select (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid $f$;
            grant usage on schema auth to hosted_postgres, anon, authenticated, service_role;
            grant all on auth.users to hosted_postgres;
            grant all on schema public to hosted_postgres;
            grant usage on schema public to anon, authenticated, service_role;
            alter default privileges for role hosted_postgres in schema public
                grant all on tables to anon, authenticated, service_role;
            """;

    @Test
    void keepsRowLevelSecurityOnForEveryTable() throws SQLException {
        // Given
        String open = """
                select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity""";

        // When
        List<String> tables = query(owner("reels"), open);

        // Then
        assertThat(tables).isEmpty();
    }

    @Test
    void showsASignedInUserTheirOwnRowsAndNobodyElses() throws SQLException {
        // Given
        Caller caller = new Caller();
        Caller other = new Caller();
        caller.startAd(caller.readyProject());
        other.startAd(other.readyProject());

        // When
        Map<String, List<String>> seen = rowsSeenBy(caller.id(), "reels");

        // Then
        assertThat(seen.keySet())
                .containsExactlyInAnyOrder(
                        "actors",
                        "assets",
                        "credit_ledger",
                        "products",
                        "profiles",
                        "projects",
                        "scripts",
                        "video_layouts",
                        "voices",
                        "stage_executions",
                        "runs");
        for (String table : Set.of("products", "projects", "profiles", "runs", "credit_ledger")) {
            assertThat(seen.get(table)).as(table).isNotEmpty().allSatisfy(row -> assertThat(row)
                    .contains(caller.id().toString()));
        }
        assertThat(seen.values().stream().flatMap(List::stream))
                .noneSatisfy(row -> assertThat(row).contains(other.id().toString()));
        assertThat(seen.get("scripts")).hasSize(1);
        assertThat(seen.get("assets")).hasSize(1);
        assertThat(seen.get("voices")).isNotEmpty();
    }

    @Test
    void letsNobodyWriteButTheGateway() throws SQLException {
        // Given
        Caller caller = new Caller();
        caller.product();

        // When
        List<String> statements = List.of(
                "update profiles set credits = 1000",
                "insert into credit_ledger (user_id, kind, amount, reason, created_at) values ('" + caller.id()
                        + "', 'GRANT', 99, 'please', now())",
                "delete from products",
                "update runs set state = 'COMPLETED'",
                "select * from outbox",
                "select context from runs");

        // Then
        for (String statement : statements) {
            assertThatThrownBy(() -> as(caller.id(), "reels", connection -> connection.execute(statement)))
                    .as(statement)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void movesIntoASupabaseProjectAndWelcomesWhoeverSignsUpThere() throws SQLException {
        // Given
        execute(owner("postgres"), "create database supabase_like");
        execute(owner("supabase_like"), SUPABASE);

        // When
        Flyway.configure()
                .dataSource(url("supabase_like"), "hosted_postgres", "hosted")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholders(Map.of("starting_credits", "7", "new_users_are_beta", "false"))
                .load()
                .migrate();
        UUID user = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        for (UUID id : List.of(user, other)) {
            execute(
                    owner("supabase_like"),
                    "set role supabase_auth_admin; insert into auth.users (id) values ('" + id + "')");
        }

        // Then
        assertThat(query(owner("supabase_like"), "select is_beta_user || ' ' || credits from profiles"))
                .containsExactly("false 7", "false 7");
        assertThat(query(owner("supabase_like"), "select sum(amount)::text from credit_ledger group by user_id"))
                .containsExactly("7", "7");
        assertThat(rowsSeenBy(user, "supabase_like").get("profiles"))
                .singleElement()
                .satisfies(row -> assertThat(row).contains(user.toString()));
        assertThat(query(owner("supabase_like"), """
                select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity""")).isEmpty();
    }

    @Test
    void neverKeepsAnybodyFromSigningUp() throws SQLException {
        // Given
        UUID user = UUID.randomUUID();

        // When
        execute(owner("reels"), """
                begin;
                alter table profiles rename to profiles_away;
                insert into auth.users (id) values ('%s');
                alter table profiles_away rename to profiles;
                commit;
                """.formatted(user));

        // Then
        assertThat(query(owner("reels"), "select id::text from auth.users where id = '" + user + "'"))
                .hasSize(1);
    }

    @Test
    void asksNothingOfATransactionPoolerThatItCannotDo() {
        // Given
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addPropertiesSources()
                .withSources(new PropertiesConfigSource(Map.of("DATABASE_POOLER", "transaction"), "test", 400))
                .build();

        // When
        boolean cached = config.getValue("quarkus.datasource.reactive.cache-prepared-statements", Boolean.class);
        boolean proxy = config.getValue("quarkus.datasource.reactive.postgresql.use-layer7-proxy", Boolean.class);

        // Then
        assertThat(cached).isFalse();
        assertThat(proxy).isTrue();
    }

    /** Every row, as JSON, of every table from which the user may read. */
    private static Map<String, List<String>> rowsSeenBy(UUID user, String database) throws SQLException {
        Map<String, List<String>> seen = new TreeMap<>();
        for (String table : query(
                owner(database), "select tablename from pg_tables where schemaname = 'public' order by tablename")) {
            String columns = String.join(", ", query(owner(database), """
                    select quote_ident(attname) from pg_attribute
                    where attrelid = 'public.%s'::regclass and attnum > 0 and not attisdropped
                        and has_column_privilege('authenticated', attrelid, attnum, 'select')""".formatted(table)));
            if (!columns.isEmpty()) {
                as(user, database, connection -> {
                    try (ResultSet rows = connection.executeQuery(
                            "select row_to_json(r)::text from (select " + columns + " from " + table + ") r")) {
                        List<String> found = new ArrayList<>();
                        while (rows.next()) {
                            found.add(rows.getString(1));
                        }
                        seen.put(table, found);
                    }
                });
            }
        }
        seen.keySet()
                .removeIf(table ->
                        table.equals("starting_profile") && seen.get(table).isEmpty());
        return seen;
    }

    private interface Work {
        void run(Statement statement) throws SQLException;
    }

    /** As Supabase's API does it for a request. */
    private static void as(UUID user, String database, Work work) throws SQLException {
        try (Connection connection = owner(database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local role authenticated");
            statement.execute("select set_config('request.jwt.claims', '{\"sub\":\"" + user + "\"}', true)");
            work.run(statement);
            connection.rollback();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static Connection owner(String database) throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                url(database),
                config.getValue("DATABASE_USER", String.class),
                config.getValue("DATABASE_PASSWORD", String.class));
    }

    private static String url(String database) {
        Config config = ConfigProvider.getConfig();
        return "jdbc:postgresql://" + config.getValue("DATABASE_HOST", String.class) + ":"
                + config.getValue("DATABASE_PORT", String.class) + "/" + database;
    }
}
