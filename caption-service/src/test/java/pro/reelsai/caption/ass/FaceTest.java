package pro.reelsai.caption.ass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.CaptionStyle;
import pro.reelsai.model.LayoutType;

/** What is written over an actor who fills the picture leaves the face alone. */
class FaceTest {
    private static final Pattern PLATE =
            Pattern.compile("Plate,.*pos\\(([0-9.]+),([0-9.]+)\\).*?m (\\d+) 0 l (\\d+) 0.*? (\\d+) l 0 \\d+");

    /** Where an actor filmed upright has forehead and chin, ear and ear, as shares of the film. */
    private static final double FOREHEAD = 0.38;

    private static final double CHIN = 0.62;
    private static final double EAR = 0.3;

    @ParameterizedTest
    @EnumSource(AspectRatio.class)
    void isNotCoveredByTheClosingCard(AspectRatio shape) {
        // Given
        ClosingCard card =
                new ClosingCard("Get your own lamp today and never look for a switch again", "duskling.example");
        CaptionArea captions = CaptionArea.of(LayoutType.FULL_ACTOR, shape, true);

        // When
        String file = new AssScript(captions, CaptionLook.of(CaptionStyle.BOLD_POP), 30)
                .write(List.of(), card, LayoutType.FULL_ACTOR, shape, 15);

        // Then
        List<MatchResult> plates = PLATE.matcher(file).results().toList();
        assertThat(plates).hasSize(2).allSatisfy(plate -> {
            double right = number(plate, 1) + number(plate, 3) + number(plate, 4);
            double bottom = number(plate, 2) + number(plate, 3) + number(plate, 5);
            assertThat(right < ear(shape) || bottom < row(shape, FOREHEAD)).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource(AspectRatio.class)
    void isNotCoveredByCaptions(AspectRatio shape) {
        // Given
        double halfALine =
                0.75 * CaptionLook.of(CaptionStyle.BOLD_POP).em() * Math.min(shape.width(), shape.height()) / 1080;

        // When
        CaptionArea captions = CaptionArea.of(LayoutType.FULL_ACTOR, shape, true);

        // Then
        assertThat(captions.centreY() - halfALine).isGreaterThan(row(shape, CHIN));
        assertThat(captions.centreY() + halfALine).isLessThan(shape.height() * 0.92);
    }

    /** The left ear: a wide picture shows all of the film, in its middle. */
    private static double ear(AspectRatio shape) {
        double film = Math.min(shape.width(), shape.height() * 9.0 / 16);
        double filled = shape.width() > shape.height() ? film : shape.width();
        return (shape.width() - filled) / 2 + filled * EAR;
    }

    /** A row of the film; what is not wide is filled by it and loses as much above as below. */
    private static double row(AspectRatio shape, double share) {
        double film = shape.width() > shape.height() ? shape.height() : shape.width() * 16.0 / 9;
        return (shape.height() - film) / 2 + film * share;
    }

    private static double number(MatchResult match, int group) {
        return Double.parseDouble(match.group(group));
    }
}
