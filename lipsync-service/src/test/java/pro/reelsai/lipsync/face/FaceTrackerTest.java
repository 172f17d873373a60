package pro.reelsai.lipsync.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pro.reelsai.lipsync.Likeness;
import pro.reelsai.lipsync.presenter.Presenter;
import pro.reelsai.lipsync.presenter.Presenters;

class FaceTrackerTest {
    static Stream<Presenter> everybody() {
        return Presenters.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void findsTheMouthBetweenNoseAndChin(Presenter presenter) {
        // Given
        Picture picture = Likeness.of(presenter);

        // When
        Optional<Face> face;
        try (FaceTracker tracker = new FaceTracker(30)) {
            face = tracker.next(picture);
        }

        // Then
        assertThat(face).hasValueSatisfying(found -> {
            Lips lips = new Lips(found);
            assertThat(lips.noseV()).isBetween(-0.6, -0.1);
            assertThat(lips.chinV()).isBetween(0.25, 0.9);
            assertThat(lips.halfWidth()).isBetween(0.15, 0.45);
            assertThat(lips.pixelX(0, 0)).isBetween(330.0, 390.0);
            assertThat(lips.pixelY(0, 0)).isBetween(690.0, 760.0);
        });
    }

    @Test
    void followsTheLargestOfSeveralFaces() {
        // Given
        Picture crowd = Picture.empty(1080, 1280);
        paste(Likeness.of(Presenters.MEI), crowd, 0, 200, 3);
        paste(Likeness.of(Presenters.LEO), crowd, 360, 0, 1);
        paste(Likeness.of(Presenters.HENRY), crowd, 0, 800, 3);

        // When
        Optional<Face> face;
        try (FaceTracker tracker = new FaceTracker(30)) {
            face = tracker.next(crowd);
        }

        // Then
        assertThat(face)
                .hasValueSatisfying(found -> assertThat(found.bounds().x()).isBetween(690.0, 750.0));
    }

    @Test
    void losesAFaceThatIsGoneAndFindsItAgain() {
        // Given
        Picture somebody = Likeness.of(Presenters.AMARA);
        Picture nobody = Picture.empty(somebody.width(), somebody.height());

        // When
        List<Boolean> seen;
        try (FaceTracker tracker = new FaceTracker(30)) {
            seen = Stream.of(somebody, nobody, nobody, somebody)
                    .map(picture -> tracker.next(picture).isPresent())
                    .toList();
        }

        // Then
        assertThat(seen).containsExactly(true, false, false, true);
    }

    private static void paste(Picture from, Picture to, int left, int top, int smaller) {
        for (int y = 0; y < from.height() / smaller; y++) {
            for (int x = 0; x < from.width() / smaller; x++) {
                int source = (y * smaller * from.width() + x * smaller) * Picture.PIXEL;
                int target = ((top + y) * to.width() + left + x) * Picture.PIXEL;
                System.arraycopy(from.pixels(), source, to.pixels(), target, Picture.PIXEL);
            }
        }
    }
}
