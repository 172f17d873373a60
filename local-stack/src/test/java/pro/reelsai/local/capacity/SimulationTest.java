package pro.reelsai.local.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.reelsai.model.Stage;

class SimulationTest {
    private static final long SEED = 7;
    private static final double AT_ONCE = 1;
    private static final double JOBS = 60_000;

    @ParameterizedTest
    @CsvSource({"1, 0.0, 0.6", "1, 1.0, 0.6", "1, 2.0, 0.5", "4, 0.5, 0.8", "8, 1.0, 0.8"})
    void agreesWithTheFormulaWhereProcessesShareAQueue(int processes, double variation, double utilization) {
        // Given
        StagePool pool = new StagePool(Stage.EDITING, 20, variation, 12, processes, processes);
        double perSecond = processes * utilization / pool.seconds();

        // When
        SimulatedStage seen = days(pool, perSecond, Queueing.SHARED);

        // Then
        assertThat(seen.utilization()).isCloseTo(utilization, within(0.02));
        assertThat(seen.waits().mean())
                .isCloseTo(ErlangC.wait(pool, perSecond, processes), Percentage.withPercentage(8));
    }

    @Test
    void letsRequestsWaitLongerWhereAProcessHasOnlyItsOwnPartitions() {
        // Given
        StagePool pool = new StagePool(Stage.EDITING, 20, 0.5, 12, 6, 6);
        double perSecond = 6 * 0.7 / pool.seconds();

        // When
        SimulatedStage owned = days(pool, perSecond, Queueing.PARTITIONS);
        SimulatedStage shared = days(pool, perSecond, Queueing.SHARED);

        // Then each process is a queue of its own, with a sixth of the load
        StagePool alone = new StagePool(Stage.EDITING, 20, 0.5, 12, 1, 1);
        assertThat(owned.waits().mean()).isCloseTo(ErlangC.wait(alone, perSecond / 6, 1), Percentage.withPercentage(8));
        assertThat(shared.waits().mean()).isLessThan(owned.waits().mean() / 3);
    }

    @Test
    void addsProcessesAtOnceAndTakesThemAwayOneByOne() {
        // Given
        StagePool pool = new StagePool(Stage.EDITING, 25, 0, 12, 1, 12);
        Scaler scaler = new Scaler(pool);

        // When
        int atRest = scaler.look(0, 0, 0);
        int inARush = scaler.look(15, 40, 12);
        int rightAfter = scaler.look(30, 0, 0);
        int tenMinutesLater = scaler.look(630, 0, 0);
        int fifteenSecondsLater = scaler.look(645, 0, 0);
        int aMinuteLater = scaler.look(690, 0, 0);

        // Then
        assertThat(List.of(atRest, inARush, rightAfter, tenMinutesLater, fifteenSecondsLater, aMinuteLater))
                .containsExactly(1, 12, 12, 11, 11, 10);
    }

    @Test
    void finishesEveryAdThatWasAskedFor() {
        // Given
        List<StagePool> pools =
                List.of(new StagePool(Stage.VOICE, 5, 0.5, 12, 1, 6), new StagePool(Stage.EDITING, 25, 0.5, 12, 1, 12));

        // When
        SimulatedDays seen = Simulation.play(pools, new Arrivals(2000, 1.8, 2), Queueing.PARTITIONS, 20, SEED);

        // Then
        assertThat(seen.ads().count()).isBetween(3700, 4300);
        assertThat(seen.stages()).allSatisfy(stage -> assertThat(stage.waits().count())
                .isEqualTo(seen.ads().count()));
        assertThat(seen.ads().median()).isGreaterThan(25);
    }

    private static SimulatedStage days(StagePool pool, double perSecond, Queueing queueing) {
        int days = (int) Math.ceil(JOBS / perSecond / 86_400);
        Arrivals arrivals = new Arrivals(perSecond * 86_400, 1, days);
        return Simulation.play(List.of(pool), arrivals, queueing, AT_ONCE, SEED)
                .stages()
                .getFirst();
    }
}
