package pro.reelsai.editing.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pro.reelsai.editing.Speeches;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.AssetType;
import pro.reelsai.model.LayoutType;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.rendering.timeline.Footage;
import pro.reelsai.rendering.timeline.Shot;
import pro.reelsai.rendering.timeline.Timeline;

/** Timelines of speeches that say which asset they are about. */
class SpokenTimelineTest {
    private static final int FPS = 30;
    private static final Footage PICTURE = new Footage(AssetType.IMAGE, 0);

    private final TimelinePlanner planner = new TimelinePlanner(FPS, 0.4, 0.4);

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @Test
    void showsAnAssetWhileTheSpeechIsAboutIt() {
        // Given: sentences of 2.8 s, of which the second and the fourth to sixth are about an asset
        SpeechMarks marks = Speeches.of(19.6, 7);
        List<Cue> cues = List.of(cue(0, 1, 2), cue(1, 3, 5), cue(2, 5, 6));

        // When
        List<Shot> shots = shots(LayoutType.TOP_BOTTOM, marks, pictures(3), cues);

        // Then
        assertThat(shots).extracting(SpokenTimelineTest::asset).startsWith(0, 1, 2);
        assertThat(seen(shots, 1, 8.4, 13.9)).isCloseTo(5.5, within(0.3));
        assertThat(seen(shots, 2, 14.0, 16.7)).isCloseTo(2.7, within(0.3));
    }

    @Test
    void showsTheActorWhileTheSpeechIsAboutNoAsset() {
        // Given
        SpeechMarks marks = Speeches.of(19.6, 7);
        List<Cue> cues = List.of(cue(0, 1, 2), cue(1, 4, 6));

        // When
        List<Shot> shots = shots(LayoutType.FULL_ACTOR, marks, pictures(2), cues);

        // Then
        assertThat(shots).extracting(SpokenTimelineTest::asset).containsExactly(-1, 0, -1, 1, -1);
        assertThat(seen(shots, 0, 2.8, 5.5)).isCloseTo(2.7, within(0.1));
        assertThat(seen(shots, 1, 11.2, 16.7)).isCloseTo(5.5, within(0.1));
    }

    @Test
    void staysAtItsEvenPaceWhereTheSpeechSaysNothingOfAssets() {
        SpeechMarks marks = Speeches.of(25.6, 8);
        Layout layout = layout(LayoutType.TOP_BOTTOM);

        Timeline unknown = planner.plan(layout, marks, pictures(3), List.of(new Cue(7, 1, 9)));

        assertThat(unknown).isEqualTo(planner.plan(layout, marks, pictures(3), List.of()));
    }

    /** That shots join without gap or overlap and last as long as the ad is checked by the tracks themselves. */
    @ParameterizedTest
    @MethodSource("seeds")
    void keepsTheOrderOfTheAssetsWhateverTheSpeechIsAbout(int seed) {
        // Given
        Random random = new Random(seed);
        SpeechMarks marks = Speeches.of(3 + random.nextDouble() * 59, 3 + random.nextInt(9));
        List<Footage> footage = footage(random);
        List<Cue> cues = cues(random, marks.durationSeconds(), footage.size());

        // When
        List<Shot> below = shots(LayoutType.TOP_BOTTOM, marks, footage, cues);
        List<Shot> between = shots(LayoutType.FULL_ACTOR, marks, footage, cues);

        // Then
        assertInOrder(below, footage.size());
        assertInOrder(between, footage.size());
        assertThat(below).noneMatch(Shot.Actor.class::isInstance);
        assertThat(between).first().isInstanceOf(Shot.Actor.class);
        assertThat(between).allMatch(shot -> shot.fade() == 0);
        double room = Math.floor(marks.durationSeconds() / 2.5);
        assertThat(below).hasSizeGreaterThanOrEqualTo((int) Math.min(footage.size(), room));
    }

    /** A beat for every asset, with time enough: the usual script. */
    @ParameterizedTest
    @MethodSource("seeds")
    void showsEveryAssetInItsBeatIfTheBeatsKeepTheOrder(int seed) {
        // Given
        Random random = new Random(seed);
        int assets = 1 + random.nextInt(6);
        List<Cue> cues = new ArrayList<>();
        int sentence = random.nextInt(2);
        for (int asset = 0; asset < assets; asset++) {
            int next = sentence + 1 + random.nextInt(2);
            cues.add(cue(asset, sentence, next));
            sentence = next;
        }
        SpeechMarks marks = Speeches.of((sentence + random.nextInt(2)) * 2.8, 7);

        // When
        List<Shot> shots = shots(LayoutType.TOP_BOTTOM, marks, pictures(assets), cues);

        // Then
        assertThat(cues).allSatisfy(cue -> assertThat(seen(shots, cue.asset(), cue.start(), cue.end()))
                .isGreaterThan(0.85 * (cue.end() - cue.start())));
    }

    private static void assertInOrder(List<Shot> shots, int assets) {
        List<Integer> shown = shots.stream()
                .map(SpokenTimelineTest::asset)
                .filter(asset -> asset >= 0)
                .toList();
        assertThat(shown)
                .isEqualTo(IntStream.range(0, shown.size())
                        .map(turn -> turn % assets)
                        .boxed()
                        .toList());
    }

    private List<Shot> shots(LayoutType type, SpeechMarks marks, List<Footage> footage, List<Cue> cues) {
        return planner.plan(layout(type), marks, footage, cues)
                .tracks()
                .getFirst()
                .shots();
    }

    private static Layout layout(LayoutType type) {
        return Layout.of(type, AspectRatio.PORTRAIT, Corner.LOWER_LEFT, 1080);
    }

    /** A cue from the beginning of a sentence of 2.8 s to the beginning of another. */
    private static Cue cue(int asset, int from, int to) {
        return new Cue(asset, from * 2.8, to * 2.8 - 0.15);
    }

    /** How many seconds of a stretch an asset is seen. */
    private static double seen(List<Shot> shots, int asset, double from, double to) {
        return shots.stream()
                .filter(shot -> asset(shot) == asset)
                .mapToDouble(shot -> Math.max(
                        0, Math.min(to, shot.end() / (double) FPS) - Math.max(from, shot.start() / (double) FPS)))
                .sum();
    }

    private static int asset(Shot shot) {
        return switch (shot) {
            case Shot.Still still -> still.asset();
            case Shot.Clip clip -> clip.asset();
            case Shot.Actor actor -> -1;
        };
    }

    private static List<Cue> cues(Random random, double seconds, int assets) {
        List<Cue> cues = new ArrayList<>();
        double clock = random.nextDouble() * 4;
        while (clock < seconds) {
            double end = Math.min(seconds, clock + 0.3 + random.nextDouble() * 6);
            cues.add(new Cue(random.nextInt(assets), clock, end));
            clock = end + (random.nextBoolean() ? 0 : random.nextDouble() * 5);
        }
        return cues;
    }

    private static List<Footage> pictures(int count) {
        return Collections.nCopies(count, PICTURE);
    }

    private static List<Footage> footage(Random random) {
        List<Footage> footage = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            footage.add(random.nextBoolean() ? PICTURE : new Footage(AssetType.VIDEO, 0.5 + random.nextDouble() * 10));
        }
        return footage;
    }
}
