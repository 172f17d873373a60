package pro.reelsai.lipsync.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pro.reelsai.lipsync.presenter.Pose;
import pro.reelsai.lipsync.presenter.Presenter;
import pro.reelsai.lipsync.presenter.Presenters;
import pro.reelsai.lipsync.viseme.MouthShape;

class PresenterPainterTest {
    private static final MouthShape WIDE_OPEN = new MouthShape(0.9, 0, 0, 0, 0);
    private static final List<Pose> EXTREMES = List.of(
            new Pose(1, -1, -2.5, -6, 0, 1, 1, -1, 1, 1),
            new Pose(-1, -1, 2.5, -6, 1, 1, -1, 1, 0, -1),
            new Pose(1, 1, 2.5, 8, 0.5, 0, 1, 1, 1, 1));

    static Stream<String> presenters() {
        return Presenters.ALL.stream().map(Presenter::identifier);
    }

    @ParameterizedTest
    @MethodSource("presenters")
    void drawsTheSameBytesForTheSamePose(String presenter) {
        // Given
        byte[] first = new byte[PresenterPainter.FRAME_BYTES];
        byte[] again = new byte[PresenterPainter.FRAME_BYTES];

        // When
        try (PresenterPainter painter = painter(presenter)) {
            painter.paint(EXTREMES.getFirst(), WIDE_OPEN, first);
            painter.paint(Pose.REST, MouthShape.SHUT, again); // nothing of it may linger
            painter.paint(EXTREMES.getFirst(), WIDE_OPEN, again);
        }

        // Then
        assertThat(again).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("presenters")
    void keepsTheHeadAndItsHairInsideOfTheRowsThatALayoutCropsTo(String presenter) {
        // Given
        byte[] rest = new byte[PresenterPainter.FRAME_BYTES];
        byte[] moved = new byte[PresenterPainter.FRAME_BYTES];

        try (PresenterPainter painter = painter(presenter)) {
            painter.paint(Pose.REST, MouthShape.SHUT, rest);
            for (Pose extreme : EXTREMES) {
                // When
                painter.paint(extreme, WIDE_OPEN, moved);

                // Then
                int firstTouched = Arrays.mismatch(rest, moved) / 4 / PresenterPainter.WIDTH;
                assertThat(firstTouched).isGreaterThan(320 + 16);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("presenters")
    void movesOnlyTheMouthAndJawWhenTheMouthOpens(String presenter) {
        // Given
        byte[] shut = new byte[PresenterPainter.FRAME_BYTES];
        byte[] open = new byte[PresenterPainter.FRAME_BYTES];

        // When
        try (PresenterPainter painter = painter(presenter)) {
            painter.paint(Pose.REST, MouthShape.SHUT, shut);
            painter.paint(Pose.REST, WIDE_OPEN, open);
        }

        // Then
        int firstRow = Arrays.mismatch(shut, open) / 4 / PresenterPainter.WIDTH;
        assertThat(firstRow).isBetween(640, 720);
    }

    /** Not much of a test, but the way to look at the presenters: see the pictures in the build directory. */
    @ParameterizedTest
    @MethodSource("presenters")
    void drawsAContactSheet(String presenter) throws IOException {
        // Given
        Path sheet = Path.of("target", "presenter-" + presenter + ".png");

        // When
        try (PresenterPainter painter = painter(presenter)) {
            Files.write(sheet, ContactSheet.draw(painter));
        }

        // Then
        assertThat(sheet).isNotEmptyFile();
    }

    @Test
    void drawsACutOutPresenterBeforeNothing() {
        // Given
        byte[] frame = new byte[PresenterPainter.FRAME_BYTES];

        // When
        try (PresenterPainter painter =
                new PresenterPainter(Presenters.named("maya").orElseThrow(), true)) {
            painter.paint(Pose.REST, MouthShape.SHUT, frame);
        }

        // Then
        assertThat(opacity(frame, 20, 20)).isZero();
        assertThat(opacity(frame, PresenterPainter.WIDTH / 2, 640)).isEqualTo(255);
    }

    private static int opacity(byte[] frame, int x, int y) {
        return frame[4 * (y * PresenterPainter.WIDTH + x) + 3] & 255;
    }

    private static PresenterPainter painter(String presenter) {
        return new PresenterPainter(Presenters.named(presenter).orElseThrow(), false);
    }
}
