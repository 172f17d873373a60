package pro.reelsai.editing.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import pro.reelsai.editing.Speeches;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.AssetType;
import pro.reelsai.model.LayoutType;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.rendering.timeline.Box;
import pro.reelsai.rendering.timeline.Footage;
import pro.reelsai.rendering.timeline.Move;
import pro.reelsai.rendering.timeline.Outline;
import pro.reelsai.rendering.timeline.Shot;
import pro.reelsai.rendering.timeline.Timeline;
import pro.reelsai.rendering.timeline.Track;

class TimelinePlannerTest {
    private static final int FPS = 30;
    private static final double TAIL = 0.4;
    private final TimelinePlanner planner = new TimelinePlanner(FPS, TAIL, 0.4);

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void fillsTheWholeAdAtALivelyPace(int seed) {
        // Given
        Random random = new Random(seed);
        SpeechMarks marks = Speeches.of(0.5 + random.nextDouble() * 62, 3 + random.nextInt(12));

        // When
        Timeline timeline = planner.plan(layout(), marks, footage(random), List.of());

        // Then: that shots join without gap or overlap is checked by Track itself
        assertThat(timeline.seconds()).isCloseTo(marks.durationSeconds() + TAIL, within(0.02));
        List<Shot> shots = timeline.tracks().getFirst().shots();
        assertThat(shots).allSatisfy(shot -> assertThat((shot.end() - shot.start()) / (double) FPS)
                .isLessThanOrEqualTo(6)
                .isGreaterThanOrEqualTo(Math.min(2.5, timeline.seconds())));
        assertThat(shots.stream().skip(1)).allMatch(shot -> shot.fade() == 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void showsTheAssetsInOrderAndNoneAgainBeforeAllWereSeen(int seed) {
        Random random = new Random(seed);
        List<Footage> footage = footage(random);

        Timeline timeline = planner.plan(layout(), Speeches.of(5 + random.nextDouble() * 50, 7), footage, List.of());

        List<Integer> order = timeline.tracks().getFirst().shots().stream()
                .map(TimelinePlannerTest::asset)
                .toList();
        assertThat(order)
                .isEqualTo(IntStream.range(0, order.size())
                        .map(slot -> slot % footage.size())
                        .boxed()
                        .toList());
        int room = (int) (timeline.seconds() / 2.5);
        assertThat(order).hasSizeGreaterThanOrEqualTo(Math.min(footage.size(), room));
    }

    @Test
    void movesDifferentlyOverAPictureThatIsShownAgain() {
        Timeline timeline =
                planner.plan(layout(), Speeches.of(20, 7), List.of(new Footage(AssetType.IMAGE, 0)), List.of());

        List<Shot> shots = timeline.tracks().getFirst().shots();
        assertThat(shots).hasSizeGreaterThan(3);
        for (int i = 1; i < shots.size(); i++) {
            assertThat(((Shot.Still) shots.get(i)).move()).isNotEqualTo(((Shot.Still) shots.get(i - 1)).move());
        }
    }

    @Test
    void changesThePictureBetweenTwoSentences() {
        // Given: a sentence ends after every 8 words, that is 3.2 s
        SpeechMarks marks = Speeches.of(25.6, 8);

        // When
        Timeline timeline = planner.plan(layout(), marks, List.of(new Footage(AssetType.IMAGE, 0)), List.of());

        // Then
        Set<Integer> pauses = new HashSet<>();
        for (int i = 1; i <= 8; i++) {
            pauses.add((int) Math.round((i * 3.2 - 0.075) * FPS) - 6);
        }
        List<Shot> shots = timeline.tracks().getFirst().shots();
        assertThat(shots.stream().skip(1)).allMatch(shot -> pauses.contains(shot.start()));
    }

    @ParameterizedTest
    @EnumSource(AspectRatio.class)
    void splitsEveryShapeIntoTwoHalvesThatTouch(AspectRatio shape) {
        List<Layout.Pane> panes = layout(LayoutType.TOP_BOTTOM, shape, 1080).panes();
        Box assets = panes.getFirst().box();
        Box actor = panes.getLast().box();

        assertThat(assets.height() + actor.height()).isEqualTo(shape.height());
        assertThat(actor.y()).isEqualTo(assets.height());
        assertThat(Math.abs(assets.height() - actor.height())).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(AspectRatio.class)
    void drawsADraftInTheSameShape(AspectRatio shape) {
        Layout draft = layout(LayoutType.TOP_BOTTOM, shape, 270);

        assertThat(Math.min(draft.width(), draft.height())).isEqualTo(270);
        assertThat((double) draft.width() / draft.height())
                .isCloseTo((double) shape.width() / shape.height(), withinPercentage(1));
    }

    @ParameterizedTest
    @EnumSource(AspectRatio.class)
    void keepsTheBubbleInEveryCornerFreeOfWhatAppsDraw(AspectRatio shape) {
        for (Corner corner : Corner.values()) {
            Box bubble = Layout.of(LayoutType.AVATAR_BUBBLE, shape, corner, 1080)
                    .panes()
                    .getLast()
                    .box();

            assertThat(bubble.x()).isGreaterThanOrEqualTo((int) (shape.width() * 0.06));
            assertThat(bubble.x() + bubble.width()).isLessThanOrEqualTo((int) (shape.width() * 0.94));
            assertThat(bubble.y()).isGreaterThanOrEqualTo((int) (shape.height() * 0.12));
            assertThat(bubble.y() + bubble.height()).isLessThanOrEqualTo((int) (shape.height() * 0.8));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void letsTheActorOpenAndCloseTheAdAndCutsToEveryAssetInBetween(int seed) {
        // Given
        Random random = new Random(seed);
        List<Footage> footage = footage(random);
        Layout layout = layout(LayoutType.FULL_ACTOR, AspectRatio.PORTRAIT, 1080);

        // When
        Timeline timeline = planner.plan(layout, Speeches.of(8 + random.nextDouble() * 50, 7), footage, List.of());

        // Then
        List<Integer> order = timeline.tracks().getFirst().shots().stream()
                .map(TimelinePlannerTest::asset)
                .toList();
        assertThat(order).first().isEqualTo(-1);
        assertThat(order).last().isEqualTo(-1);
        List<Integer> shown = order.stream().filter(asset -> asset >= 0).toList();
        assertThat(shown)
                .isEqualTo(IntStream.range(0, shown.size())
                        .map(turn -> turn % footage.size())
                        .boxed()
                        .toList());
        int room = (int) (timeline.seconds() / 2.5) - 2;
        assertThat(shown).hasSizeGreaterThanOrEqualTo(Math.min(footage.size(), room));
        assertThat(timeline.tracks().getFirst().shots()).allMatch(shot -> shot.fade() == 0);
    }

    @Test
    void refusesATrackWithAGap() {
        List<Shot> shots =
                List.of(new Shot.Still(0, 0, 30, 0, Move.ZOOM_IN), new Shot.Still(0, 31, 60, 0, Move.ZOOM_IN));

        assertThatIllegalArgumentException().isThrownBy(() -> new Track(new Box(0, 0, 2, 2), Outline.RECTANGLE, shots));
    }

    private static int asset(Shot shot) {
        return switch (shot) {
            case Shot.Still still -> still.asset();
            case Shot.Clip clip -> clip.asset();
            case Shot.Actor actor -> -1;
        };
    }

    private static Layout layout() {
        return layout(LayoutType.TOP_BOTTOM, AspectRatio.PORTRAIT, 1080);
    }

    private static Layout layout(LayoutType type, AspectRatio shape, int shortSide) {
        return Layout.of(type, shape, Corner.LOWER_LEFT, shortSide);
    }

    private static List<Footage> footage(Random random) {
        List<Footage> footage = new ArrayList<>();
        for (int i = random.nextInt(10); i >= 0; i--) {
            footage.add(
                    random.nextBoolean()
                            ? new Footage(AssetType.IMAGE, 0)
                            : new Footage(AssetType.VIDEO, 0.5 + random.nextDouble() * 10));
        }
        return footage;
    }
}
