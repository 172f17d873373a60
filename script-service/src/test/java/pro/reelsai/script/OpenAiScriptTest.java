package pro.reelsai.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pro.reelsai.local.openai.OpenAiFault;
import pro.reelsai.local.openai.OpenAiServer;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.Asset;
import pro.reelsai.model.AssetType;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.Product;
import pro.reelsai.model.ScriptBeat;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.VideoConfiguration;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.script.writer.ScriptWriter;
import pro.reelsai.stage.ScriptResult;
import pro.reelsai.stage.ScriptVariant;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.StageHandler;
import pro.reelsai.stage.StageJob;

@QuarkusTest
@QuarkusTestResource(ScriptStack.class)
class OpenAiScriptTest {
    private static final String CHAT = "POST " + OpenAiServer.CHAT;

    @Inject
    StageHandler stage;

    @Any
    @Inject
    Instance<ScriptWriter> writers;

    private final UUID run = UUID.randomUUID();

    @BeforeEach
    void recover() {
        ScriptStack.openAi.recover();
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 30, 60})
    void writesAScriptThatFitsItsTime(int seconds) throws Exception {
        // When
        ScriptResult script = write(request(run, seconds, "A pocket grinder. It grinds in forty seconds."));

        // Then
        assertThat(script.provider()).isEqualTo("openai");
        assertThat(script.model()).isEqualTo("gpt-4.1-mini");
        assertThat(script.title()).contains("Brew Buddy");
        assertThat(script.content()).contains("grinds in forty seconds").endsWith("today.");
        assertThat((double) script.content().split("\\s+").length / seconds).isBetween(2.2, 2.8);
        assertThat(script.costUsd()).isGreaterThan(BigDecimal.ZERO).isLessThan(new BigDecimal("0.01"));
    }

    @Test
    void saysWhichAssetEachBeatShowsAndWritesFurtherHooksWhereAsked() throws Exception {
        // Given
        StageRequested plain = request(run, 30, "A pocket grinder. It grinds in forty seconds.");
        List<Asset> assets = List.of(asset("the grinder"), asset("a cup"));
        StageContext context = plain.context();
        StageRequested asked = new StageRequested(
                run,
                run,
                plain.userId(),
                Stage.SCRIPT,
                1,
                plain.requestedAt(),
                plain.deadline(),
                new StageContext(
                        context.product(),
                        context.configuration().withHooks(3),
                        null,
                        null,
                        null,
                        null,
                        assets,
                        Map.of()));

        // When
        ScriptResult script = write(asked);

        // Then
        assertThat(script.beats())
                .extracting(ScriptBeat::asset)
                .startsWith(
                        null,
                        assets.get(0).id(),
                        assets.get(1).id(),
                        assets.get(0).id())
                .endsWith((UUID) null);
        assertThat(String.join(
                        " ", script.beats().stream().map(ScriptBeat::spoken).toList()))
                .isEqualTo(script.content());
        assertThat(script.hooks())
                .hasSize(2)
                .doesNotContain(script.beats().getFirst().spoken())
                .allSatisfy(hook -> assertThat(hook).contains("Brew Buddy"));
    }

    @Test
    void writesSeveralScriptsInOneAnswer() throws Exception {
        // Given
        long before = ScriptStack.openAi.calls().count(CHAT);
        StageRequested request = request(run, 30, "A pocket grinder. It grinds in forty seconds.", "en", 3);

        // When
        ScriptResult script = write(request);

        // Then
        assertThat(ScriptStack.openAi.calls().count(CHAT)).isEqualTo(before + 1);
        assertThat(script.variants()).hasSize(2).allSatisfy(variant -> {
            assertThat(variant.title()).contains("Brew Buddy");
            assertThat((double) variant.content().split("\\s+").length / 30).isBetween(2.2, 2.8);
        });
        assertThat(Stream.concat(
                        Stream.of(script.beats()), script.variants().stream().map(ScriptVariant::beats)))
                .extracting(beats -> beats.getFirst().spoken())
                .doesNotHaveDuplicates();
    }

    @Test
    void asksOnceMoreWhereNoneOfSeveralScriptsFits() throws Exception {
        // Given
        ScriptStack.openAi.fail(OpenAiServer.CHAT, OpenAiFault.TOO_LONG, 1);
        long before = ScriptStack.openAi.calls().count(CHAT);

        // When
        ScriptResult script = write(request(run, 30, "A pocket grinder.", "en", 2));

        // Then
        assertThat(ScriptStack.openAi.calls().count(CHAT)).isEqualTo(before + 2);
        assertThat(script.variants()).hasSize(1);
    }

    private static Asset asset(String description) {
        return new Asset(
                UUID.randomUUID(), AssetType.IMAGE, new ObjectKey("a/b.jpg"), "ab", 1080, 1920, 0, description);
    }

    @Test
    void takesOutWhatNobodySays() throws Exception {
        // Given
        ScriptStack.openAi.fail(OpenAiServer.CHAT, OpenAiFault.UNSPEAKABLE, 1);

        // When
        ScriptResult script = write(request(run, 30, "A pocket grinder."));

        // Then
        assertThat(script.content())
                .doesNotContain("[", "#", "music", "\uD83D\uDE0D")
                .doesNotContain("  ");
    }

    /** One row: what OpenAI does, how often, whether the stage succeeds all the same, and else how it fails. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REFUSES          | 1 | true  |                    |       | 2",
                "REFUSES          | 2 | false | SCRIPT_REFUSED     | refused to write | 2",
                "CONTENT_FILTER   | 1 | true  |                    |       | 2",
                "CONTENT_FILTER   | 2 | false | SCRIPT_REFUSED     | refused to write | 2",
                "CUT_SHORT        | 1 | true  |                    |       | 2",
                "CUT_SHORT        | 2 | false | SCRIPT_UNAVAILABLE | cut off | 2",
                "WRONG_JSON       | 1 | true  |                    |       | 2",
                "WRONG_JSON       | 2 | false | SCRIPT_UNAVAILABLE | no usable script | 2",
                "TOO_LONG         | 1 | true  |                    |       | 2",
                "TOO_LONG         | 2 | false | SCRIPT_UNAVAILABLE | length of the ad | 2",
                "RATE_LIMITED     | 1 | true  |                    |       | 2",
                "SERVER_ERROR     | 2 | true  |                    |       | 3",
                "SERVER_ERROR     | 9 | false | SCRIPT_UNAVAILABLE | try again later | 4",
                "OVERLOADED       | 1 | true  |                    |       | 2",
                "WRONG_KEY        | 1 | false | SCRIPT_UNAVAILABLE | OPENAI_API_KEY | 1",
                "QUOTA_EXHAUSTED  | 1 | false | SCRIPT_UNAVAILABLE | OPENAI_API_KEY | 1",
                "CONTENT_POLICY   | 1 | false | SCRIPT_REFUSED     | against its rules | 1",
                "BREAKS_OFF       | 1 | false | SCRIPT_UNAVAILABLE | try again later | 1",
                "DAWDLES          | 1 | false | SCRIPT_UNAVAILABLE | try again later | 1",
            })
    void meetsEveryDocumentedFailure(
            OpenAiFault fault, int times, boolean succeeds, FailureCode code, String message, int calls)
            throws Exception {
        // Given
        ScriptStack.openAi.fail(OpenAiServer.CHAT, fault, times);
        long before = ScriptStack.openAi.calls().count(CHAT);
        StageRequested request = request(run, 30, "A pocket grinder.");

        // When
        if (succeeds) {
            assertThat(write(request).content()).contains("grinder");
        } else {
            assertThatThrownBy(() -> write(request))
                    .hasMessageContaining(message)
                    .isInstanceOfSatisfying(
                            StageException.class, e -> assertThat(e.code()).isEqualTo(code));
        }

        // Then
        assertThat(ScriptStack.openAi.calls().count(CHAT)).isEqualTo(before + calls);
    }

    /** One row: what OpenAI does, how often, and whether its stand-in writes. */
    @ParameterizedTest
    @CsvSource({
        "SERVER_ERROR, 9, true, 4",
        "WRONG_KEY, 1, true, 1",
        "QUOTA_EXHAUSTED, 1, true, 1",
        "WRONG_JSON, 2, true, 2",
        "BREAKS_OFF, 1, true, 1",
        "RATE_LIMITED, 1, false, 2",
        "REFUSES, 2, false, 2",
        "CONTENT_POLICY, 1, false, 1",
    })
    void letsTheFallbackWriteWhereOpenAiGivesNoUsableAnswer(OpenAiFault fault, int times, boolean local, int calls)
            throws Exception {
        // Given
        ScriptConfig config = new SmallRyeConfigBuilder()
                .withMapping(ScriptConfig.class)
                .withDefaultValue("reels.script.provider", "openai")
                .withDefaultValue("reels.script.fallback", "local")
                .build()
                .getConfigMapping(ScriptConfig.class);
        StageHandler withFallback = new ScriptStage(config, writers.stream().toList());
        ScriptStack.openAi.fail(OpenAiServer.CHAT, fault, times);
        long before = ScriptStack.openAi.calls().count(CHAT);

        // When
        Throwable failure = null;
        ScriptResult script = null;
        try {
            script = write(withFallback, request(run, 30, "A pocket grinder. It grinds in forty seconds."));
        } catch (StageException e) {
            failure = e;
        }

        // Then
        assertThat(ScriptStack.openAi.calls().count(CHAT)).isEqualTo(before + calls);
        if (local) {
            assertThat(script.provider()).isEqualTo("local");
            assertThat(script.costUsd()).isZero();
            assertThat(script.content()).contains("Brew Buddy");
        } else if (fault == OpenAiFault.RATE_LIMITED) {
            assertThat(script.provider()).isEqualTo("openai");
        } else {
            assertThat(failure).isInstanceOfSatisfying(StageException.class, e -> assertThat(e.code())
                    .isEqualTo(FailureCode.SCRIPT_REFUSED));
        }
    }

    @Test
    void doesNotPayForTheSameScriptAgain() throws Exception {
        // Given
        StageRequested request = request(run, 30, "A pocket grinder.");
        ScriptResult first = write(request);
        long before = ScriptStack.openAi.calls().count(CHAT);

        // When
        ScriptResult again = write(request);

        // Then
        assertThat(ScriptStack.openAi.calls().count(CHAT)).isEqualTo(before);
        assertThat(again.content()).isEqualTo(first.content());
        assertThat(again.costUsd()).isZero();
        assertThat(book()).containsExactly("openai gpt-4.1-mini SUCCEEDED " + first.costUsd());
    }

    @Test
    void asksAgainAfterAnAnswerThatNeverCameAndWritesEveryTryDown() throws Exception {
        // Given
        StageRequested request = request(run, 30, "A pocket grinder.");
        ScriptStack.openAi.fail(OpenAiServer.CHAT, OpenAiFault.BREAKS_OFF, 1);
        assertThatThrownBy(() -> write(request)).isInstanceOf(StageException.class);
        assertThat(book()).containsExactly("openai gpt-4.1-mini STARTED null");

        // When
        ScriptResult script = write(request);

        // Then
        assertThat(book()).containsExactly("openai gpt-4.1-mini SUCCEEDED " + script.costUsd());
    }

    @Test
    void refusesALanguageThatIsNone() {
        // Given
        StageRequested request = request(run, 30, "A pocket grinder.", "!!");

        // When
        assertThatThrownBy(() -> write(request))
                // Then
                .isInstanceOf(StageException.class)
                .hasMessageContaining("language");
    }

    private ScriptResult write(StageRequested request) throws Exception {
        return write(stage, request);
    }

    private static ScriptResult write(StageHandler stage, StageRequested request) throws Exception {
        Path directory = Files.createTempDirectory(Path.of("target"), "job");
        return (ScriptResult) stage.run(new StageJob() {
            @Override
            public StageRequested request() {
                return request;
            }

            @Override
            public Path directory() {
                return directory;
            }

            @Override
            public Path fetch(ObjectKey key) {
                throw new AssertionError("The script stage needs no object of the bucket");
            }

            @Override
            public void progress(int percent, String detail) {}

            @Override
            public void checkStillWanted() {}
        });
    }

    private List<String> book() throws Exception {
        try (Connection connection = ScriptStack.infrastructure.connect();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT provider || ' ' || model || ' ' || outcome || ' ' || coalesce(price_usd::text, 'null') AS row "
                                + "FROM provider_calls WHERE run_id = ?")) {
            select.setObject(1, run);
            ResultSet rows = select.executeQuery();
            List<String> book = new java.util.ArrayList<>();
            while (rows.next()) {
                book.add(rows.getString(1));
            }
            return book;
        }
    }

    private static StageRequested request(UUID run, int seconds, String description) {
        return request(run, seconds, description, "en");
    }

    private static StageRequested request(UUID run, int seconds, String description, String language) {
        return request(run, seconds, description, language, 1);
    }

    private static StageRequested request(UUID run, int seconds, String description, String language, int variants) {
        Instant now = Instant.now();
        return new StageRequested(
                run,
                run,
                UUID.randomUUID(),
                Stage.SCRIPT,
                1,
                now,
                now.plusSeconds(600),
                new StageContext(
                        new Product(UUID.randomUUID(), "Brew Buddy", description, null),
                        new VideoConfiguration(
                                        seconds, "campers", "Try it", "fun", AspectRatio.PORTRAIT, null, language)
                                .withVariants(variants),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        Map.of()));
    }
}
