package pro.reelsai.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever breaks: every ad arrives once and is paid once, or its credit comes back with a reason. */
class FaultTest {
    private static final int CAPTIONED = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Suites SUITES = new Suites();
    private static final List<Verdict> VERDICTS = new ArrayList<>();

    static List<Fault> quick() {
        return Faults.quick();
    }

    /** All of them, or those whose names hold what {@code -Dfault=…} says. */
    static List<Fault> all() {
        String wanted = System.getProperty("fault", "");
        return Faults.all().stream()
                .filter(fault -> fault.name().contains(wanted))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("quick")
    void losesNothingAndPaysNothingTwice(Fault fault) throws Exception {
        examine(fault);
    }

    @Test
    void paysForOneSpeechAndOneVideoWhereTenRunsDifferInTheirCaptionsAlone() throws Exception {
        // Given
        FaultSuite suite = SUITES.sound();
        long speeches = suite.vendors().speeches();
        int predictions = suite.vendors().predictions();
        Ads ads = Ads.prepare(suite, 1, true);

        // When
        for (int run = 0; run < CAPTIONED; run++) {
            ads.caption(suite, run % 2 == 0 ? "bold" : "calm");
            ads.start(suite);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> Trial.isOver(suite, ads));
        }

        // Then
        assertThat(ads.states(suite, ads.projects().getFirst()))
                .hasSize(CAPTIONED)
                .containsOnly("completed");
        assertThat(suite.vendors().speeches() - speeches).isEqualTo(1);
        assertThat(suite.vendors().predictions() - predictions).isEqualTo(1);
    }

    @Tag("all")
    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void losesNothingAndPaysNothingTwiceInAnyOfTheFaults(Fault fault) throws Exception {
        examine(fault);
    }

    private static void examine(Fault fault) throws Exception {
        // When
        Verdict verdict = verdict(fault);

        // Then
        VERDICTS.add(verdict);
        write();
        assertThat(verdict).matches(Verdict::isClean, "clean");
        assertThat(verdict.completed()).isPositive();
    }

    private static Verdict verdict(Fault fault) throws InterruptedException {
        try {
            return SUITES.examine(fault);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            e.printStackTrace(System.out);
            return Verdict.unknown(fault, e);
        }
    }

    /** The table of the faults, for whoever ran them. */
    @AfterAll
    static void print() throws Exception {
        SUITES.close();
        table().forEach(System.out::println);
    }

    private static void write() throws IOException {
        Files.write(Files.createDirectories(Path.of("target", "bench")).resolve("faults.txt"), table());
    }

    private static List<String> table() {
        List<String> lines = new ArrayList<>(List.of(Verdict.header()));
        VERDICTS.forEach(verdict -> lines.add(verdict.row()));
        return lines;
    }
}
