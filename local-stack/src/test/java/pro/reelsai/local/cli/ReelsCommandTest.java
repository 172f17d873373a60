package pro.reelsai.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import pro.reelsai.local.JsonWebTokens;
import pro.reelsai.local.StackSecrets;

class ReelsCommandTest {
    @TempDir
    Path root;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void printsATokenAndNothingElse() throws Exception {
        // When
        Answer answer = run(
                "token", "--user", "11111111-1111-4111-8111-111111111111", "--role", "service_role", "--hours", "2");

        // Then
        Path file = root.resolve(".reels/secrets.json");
        StackSecrets secrets = StackSecrets.loadOrCreate(file);
        JwtClaims claims = new JsonWebTokens(secrets.jwtSecret(), Clock.systemUTC())
                .verify(answer.out().strip());
        assertThat(answer.out().strip()).doesNotContain("\n");
        assertThat(claims.getSubject()).isEqualTo("11111111-1111-4111-8111-111111111111");
        assertThat(claims.getIssuer()).isEqualTo("http://127.0.0.1:8093/auth/v1");
        assertThat(claims.getAudience()).containsExactly("authenticated");
        assertThat(claims.getClaimValue("role")).isEqualTo("service_role");
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(7200);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void tellsTheStateOfEveryPartAsJson() throws Exception {
        // Given
        environment.put("REELS_PORT", "9000");

        // When
        Answer answer = run("status", "--json");

        // Then
        JsonNode parts = new ObjectMapper().readTree(answer.out());
        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(parts).hasSize(9);
        assertThat(parts.findValuesAsText("name")).contains("kafka", "postgres", "storage", "gateway", "caption");
        assertThat(parts.findValuesAsText("state")).containsOnly("stopped");
        assertThat(parts.findValuesAsText("port")).contains("9000", "9005", "9013");
    }

    @Test
    void stopsNothingWhereNothingRuns() {
        // When
        Answer answer = run("down");

        // Then
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("was not running");
    }

    @Test
    void saysWhatIsNotBuiltBeforeItStartsAnything() {
        // When
        Answer answer = run("up");

        // Then
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("Not built yet").contains("quarkus-run.jar");
        assertThat(root.resolve(".reels/run/kafka.pid")).doesNotExist();
    }

    @Test
    void saysThatTheRendererIsNotBuilt() {
        assertThat(run("bench", "render").err()).contains("Not built yet", "render-bench.jar");
        assertThat(run("gallery").exitCode()).isEqualTo(1);
    }

    @Test
    void namesTheServicesWhereOneIsMisspelled() {
        // When
        Answer answer = run("logs", "gatway");

        // Then
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("gatway").contains("gateway, script, voice");
    }

    @Test
    void refusesAPortThatIsNone() {
        // Given
        environment.put("REELS_PORT", "80a");

        // When
        Answer answer = run("up");

        // Then
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).isEqualToIgnoringNewLines("REELS_PORT has to be a number, not '80a'");
    }

    @Test
    void refusesADemoThatCannotWorkBeforeItStartsAnything() {
        // When
        Answer length = run("demo", "--seconds", "20");
        Answer product = run("demo", "--product-name", "Lamp");
        Answer hooks = run("demo", "--hooks", "6");
        Answer asset = run("demo", "--asset", "no-such-file.jpg");

        // Then
        assertThat(length.err()).contains("--seconds has to be 15 or 30");
        assertThat(hooks.err()).contains("--hooks has to be from 1 to 5");
        assertThat(product.err()).contains("--product-description");
        assertThat(asset.err()).contains("There is no file no-such-file.jpg");
        assertThat(asset.exitCode()).isEqualTo(2);
    }

    @Test
    void namesWhatThereIsWhereAnAdsLookIsMisspelled() {
        assertThat(run("demo", "--layout", "SIDEWAYS").err()).contains("SIDEWAYS", "TOP_BOTTOM, AVATAR_BUBBLE");
        assertThat(run("demo", "--aspect", "3:2").err()).contains("3:2", "9:16, 1:1, 16:9, 4:5");
        assertThat(run("demo", "--aspect", "9:16,3:2").err()).contains("3:2", "9:16, 1:1, 16:9, 4:5");
        assertThat(run("demo", "--aspect", "1:1,1:1").err()).contains("--aspect has to name every shape once");
        assertThat(run("demo", "--caption-style", "loud").err())
                .contains("loud", "bold-pop, karaoke, boxed, clean, typewriter");
        assertThat(run("demo", "--music", "techno").err()).contains("techno", "sunrise, pulse, drift");
    }

    @Test
    void refusesAReplayThatIsNeitherOfARunNorOfAStage() {
        // Given
        String id = "11111111-1111-4111-8111-111111111111";

        // When / Then
        assertThat(run("replay", "--run", id).err()).contains("Either --run and --from");
        assertThat(run("replay", "--run", id, "--from", "voice", "--since", "2h")
                        .exitCode())
                .isEqualTo(2);
        assertThat(run("replay", "--run", id, "--from", "lunch").err()).contains("lunch");
        assertThat(run("replay", "--run", id, "--from", "voice", "--paid-calls").err())
                .contains("--shadow");
        assertThat(run("replay", "--stage", "voice", "--since", "yesterday").err())
                .contains("say 30s, 15m, 2h or 3d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo", "up", "down", "status", "logs", "token", "session", "lag", "events", "replay", "bench",
                "gallery"
            })
    void explainsEachCommand(String command) {
        // When
        Answer answer = run(command, "--help");

        // Then
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("Usage: reels " + command);
    }

    private Answer run(String... arguments) {
        environment.put("REELS_ROOT", root.toString());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = ReelsCommand.commandLine(new Surroundings(environment))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        int exitCode = commandLine.execute(arguments);
        return new Answer(exitCode, out.toString(), err.toString());
    }

    private record Answer(int exitCode, String out, String err) {}
}
