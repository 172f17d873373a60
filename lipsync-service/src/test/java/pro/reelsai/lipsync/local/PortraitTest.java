package pro.reelsai.lipsync.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.reelsai.lipsync.face.Face;

class PortraitTest {
    /** One row: the film, the face in it, and what is seen of it. */
    @ParameterizedTest
    @CsvSource({
        "720, 1280, 360, 640, 340,      6,   10, 708, 1258",
        "1920, 1080, 960, 540, 400,   656,    0, 606, 1080",
        "1920, 1080, 100, 100, 200,     0,    0, 416, 740",
        "1920, 1080, 1900, 1000, 100, 1560, 440, 360, 640",
        "200, 150, 100, 75, 60,         58,   0,  84, 150",
        "64, 2000, 32, 1990, 30,         0, 1888, 64, 112",
    })
    void framesTheFaceInsideOfTheFilm(
            int filmWidth, int filmHeight, double x, double y, double size, int left, int top, int width, int height) {
        // When
        Portrait portrait = Portrait.of(new Face.Bounds(x, y, size), filmWidth, filmHeight);

        // Then
        assertThat(portrait).isEqualTo(new Portrait(left, top, width, height));
        assertThat(portrait.x() + portrait.width()).isLessThanOrEqualTo(filmWidth);
        assertThat(portrait.y() + portrait.height()).isLessThanOrEqualTo(filmHeight);
        assertThat((double) portrait.width() / portrait.height()).isCloseTo(9 / 16.0, within(0.02));
    }
}
