package pro.reelsai.stage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.Product;
import pro.reelsai.model.Rendition;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.StoredObject;
import pro.reelsai.model.VideoConfiguration;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.model.event.RunCompleted;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.stage.TransientStageException;

/** An ad in several shapes, with a stage that notes what it is asked for. */
class EveryShapeTest {
    private static final UUID ID = new UUID(0, 1);

    private final List<StageRequested> asked = new ArrayList<>();
    private final List<Integer> percents = new ArrayList<>();

    @Test
    void makesEveryShapeOnceAndTellsOfAllInOneEvent() throws Exception {
        // When
        ReelsEvent outcome = EveryShape.of(
                request(Stage.EDITING, AspectRatio.SQUARE, AspectRatio.PORTRAIT, AspectRatio.FEED), this::make);

        // Then
        assertThat(outcome).isInstanceOfSatisfying(StageRequested.class, next -> assertThat(next.stage())
                .isEqualTo(Stage.CAPTION));
        StageOutput output = output(outcome, Stage.EDITING);
        assertThat(output.artifacts()).isEqualTo(files(AspectRatio.SQUARE));
        assertThat(output.renditions())
                .extracting(Rendition::shape)
                .containsExactly(AspectRatio.PORTRAIT, AspectRatio.FEED);
        assertThat(output.renditions().getFirst().artifacts()).isEqualTo(files(AspectRatio.PORTRAIT));
        assertThat(output.costUsd()).isEqualByComparingTo("0.75");
        assertThat(output.reused()).isFalse();
        assertThat(percents).containsExactly(0, 16, 33, 33, 50, 66, 66, 83, 100);
    }

    @Test
    void asksForEveryShapeAsAnAdInThatShapeAloneWould() throws Exception {
        // When
        EveryShape.of(request(Stage.EDITING, AspectRatio.PORTRAIT, AspectRatio.SQUARE), this::make);

        // Then
        assertThat(asked)
                .extracting(StageRequested::context)
                .containsExactly(
                        request(Stage.EDITING, AspectRatio.PORTRAIT).context(),
                        request(Stage.EDITING, AspectRatio.SQUARE).context());
    }

    @Test
    void givesEveryShapeWhatTheStageBeforeHasMadeInThatShape() throws Exception {
        // Given
        ReelsEvent edited = EveryShape.of(request(Stage.EDITING, AspectRatio.PORTRAIT, AspectRatio.SQUARE), this::make);
        asked.clear();

        // When
        ReelsEvent completed = EveryShape.of((StageRequested) edited, this::make);

        // Then
        assertThat(asked)
                .extracting(shape -> shape.context().output(Stage.EDITING).orElseThrow())
                .satisfiesExactly(
                        first -> assertThat(first.artifacts()).isEqualTo(files(AspectRatio.PORTRAIT)),
                        second -> assertThat(second.artifacts()).isEqualTo(files(AspectRatio.SQUARE)))
                .allSatisfy(made -> assertThat(made.renditions()).isEmpty());
        assertThat(completed).isInstanceOf(RunCompleted.class);
        assertThat(output(completed, Stage.EDITING).renditions()).hasSize(1);
        assertThat(output(completed, Stage.CAPTION).renditions()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"VOICE", "LIPSYNC"})
    void speaksAndFilmsOnceForAllShapes(Stage stage) throws Exception {
        // Given
        StageRequested request = request(stage, AspectRatio.PORTRAIT, AspectRatio.SQUARE, AspectRatio.LANDSCAPE);

        // When
        ReelsEvent outcome = EveryShape.of(request, this::make);

        // Then
        assertThat(asked).containsExactly(request);
        assertThat(output(outcome, stage).renditions()).isEmpty();
    }

    @Test
    void countsAsReusedOnlyWhenEveryShapeWasThere() throws Exception {
        // Given
        StageRequested request = request(Stage.CAPTION, AspectRatio.PORTRAIT, AspectRatio.SQUARE);

        // When
        ReelsEvent all = EveryShape.of(
                request, (shape, portion) -> new Came.Made(made(shape).asReused(), true));
        ReelsEvent some = EveryShape.of(
                request,
                (shape, portion) -> portion.number() == 1
                        ? new Came.Made(made(shape).asReused(), true)
                        : new Came.Made(made(shape), false));

        // Then
        assertThat(output(all, Stage.CAPTION).reused()).isTrue();
        assertThat(output(all, Stage.CAPTION).costUsd()).isZero();
        assertThat(output(some, Stage.CAPTION).reused()).isFalse();
        assertThat(output(some, Stage.CAPTION).costUsd()).isEqualByComparingTo("0.25");
    }

    @Test
    void saysNothingOfTheOthersWhenOneShapeCannotBeMadeJustNow() {
        // Given
        StageRequested request = request(Stage.CAPTION, AspectRatio.PORTRAIT, AspectRatio.SQUARE);

        // When
        assertThatThrownBy(() -> EveryShape.of(request, (shape, portion) -> {
                    if (portion.number() == 2) {
                        throw new TransientStageException(FailureCode.DISK_FULL, "Full", null);
                    }
                    return make(shape, portion);
                }))
                // Then
                .isInstanceOf(TransientStageException.class);
        assertThat(asked).hasSize(1);
    }

    @Test
    void saysWhichOfSeveralShapesIsBeingMade() {
        assertThat(new Portion(1, 1).detail("Adding captions")).isEqualTo("Adding captions");
        assertThat(new Portion(2, 3).detail("Adding captions")).isEqualTo("Adding captions (2 of 3)");
    }

    private Came make(StageRequested shape, Portion portion) {
        asked.add(shape);
        for (int percent : List.of(0, 50, 100)) {
            percents.add(portion.percent(percent));
        }
        return new Came.Made(made(shape), false);
    }

    private static StageOutput made(StageRequested request) {
        return new StageOutput(
                Fingerprint.of(
                        request.stage(), request.context().configuration().aspectRatio()),
                files(request.context().configuration().aspectRatio()),
                6,
                "local",
                "test",
                new BigDecimal("0.25"),
                false);
    }

    private static Map<Artifact, StoredObject> files(AspectRatio shape) {
        StoredObject file = new StoredObject(new ObjectKey("test/" + shape), "0".repeat(64), 1, "video/mp4");
        return Map.of(Artifact.COMPOSITE_VIDEO, file);
    }

    private static StageOutput output(ReelsEvent event, Stage stage) {
        StageContext context =
                switch (event) {
                    case StageRequested next -> next.context();
                    case RunCompleted completed -> completed.context();
                    default -> throw new AssertionError(event);
                };
        return context.output(stage).orElseThrow();
    }

    private static StageRequested request(Stage stage, AspectRatio first, AspectRatio... further) {
        VideoConfiguration configuration =
                new VideoConfiguration(15, "all", "Buy", "fun", first, null, "en", 1, 1, null, List.of(further));
        StageContext context = new StageContext(
                new Product(ID, "Mug", "A mug", null), configuration, null, null, null, null, List.of(), Map.of());
        return new StageRequested(ID, ID, ID, stage, 1, Instant.EPOCH, Instant.MAX, context);
    }
}
