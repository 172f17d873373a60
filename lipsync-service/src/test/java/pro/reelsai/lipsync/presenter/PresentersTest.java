package pro.reelsai.lipsync.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pro.reelsai.lipsync.presenter.Presenter.Face;

class PresentersTest {
    private static final Path MIGRATIONS =
            Path.of("..", "gateway-service", "src", "main", "resources", "db", "migration");
    private static final Pattern VOICE =
            Pattern.compile("\\('([0-9a-f-]{36})', '\\w+', *'(female|male)', *'LOCAL', *'");
    private static final Pattern ACTOR = Pattern.compile(
            "\\('[0-9a-f-]{36}', '\\w+', *'(female|male)', *'LOCAL', *'(\\w+)', *'([0-9a-f-]{36})', true");

    static Stream<Presenter> presenters() {
        return Presenters.ALL.stream();
    }

    @Test
    void looksDifferentFromOneToTheNext() {
        assertThat(Presenters.ALL).hasSizeGreaterThanOrEqualTo(4);
        for (Function<Presenter, Object> look : List.<Function<Presenter, Object>>of(
                Presenter::identifier,
                Presenter::skin,
                presenter -> presenter.hair().base(),
                presenter -> presenter.hair().cut().crown().size(),
                presenter -> presenter.outfit().cloth(),
                presenter -> presenter.backdrop().wallLight())) {
            assertThat(Presenters.ALL).extracting(look).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("presenters")
    void hasAFaceOfHumanProportions(Presenter presenter) {
        Face face = presenter.face();

        assertThat(face.cheek()).isGreaterThan(face.jaw());
        assertThat(face.jaw()).isGreaterThan(face.chin());
        assertThat(face.chinHeight()).isGreaterThan(face.jawHeight());
        assertThat(face.neck()).isLessThan(face.jaw());
        assertThat(presenter.outfit().shoulder()).isGreaterThan(1.5f * face.cheek());
        assertThat(List.of(face.age(), face.lashes())).allMatch(share -> share >= 0 && share <= 1);
    }

    /** The lighter colour of each pair is lighter, and what is skin, hair or cloth covers what is behind it. */
    @ParameterizedTest
    @MethodSource("presenters")
    void isPaintedInColoursThatFitTogether(Presenter presenter) {
        var skin = presenter.skin();
        var hair = presenter.hair();
        var outfit = presenter.outfit();

        assertThat(brightness(skin.light(), skin.base(), skin.shade(), skin.line()))
                .isSortedAccordingTo(darkest());
        assertThat(brightness(hair.light(), hair.base(), hair.dark())).isSortedAccordingTo(darkest());
        assertThat(brightness(outfit.clothLight(), outfit.cloth(), outfit.clothShade()))
                .isSortedAccordingTo(darkest());
        assertThat(IntStream.of(
                        skin.base(),
                        hair.base(),
                        hair.brow(),
                        outfit.cloth(),
                        presenter.face().iris()))
                .allMatch(colour -> colour >>> 24 == 0xFF);
    }

    /** The gateway offers those who are rows of its table, and this service draws those it knows. */
    @Test
    void isOfferedWithAVoiceThatFits() throws IOException {
        // Given
        String migrations = migrations();
        Map<String, String> voices = new HashMap<>();
        VOICE.matcher(migrations).results().forEach(row -> voices.put(row.group(1), row.group(2)));

        // When
        List<MatchResult> actors = ACTOR.matcher(migrations).results().toList();

        // Then
        assertThat(actors)
                .extracting(row -> row.group(2))
                .containsExactlyInAnyOrderElementsOf(
                        presenters().map(Presenter::identifier).toList());
        assertThat(actors)
                .allSatisfy(row -> assertThat(voices.get(row.group(3))).isEqualTo(row.group(1)));
    }

    private static String migrations() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.sorted().toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static List<Integer> brightness(int... colours) {
        return IntStream.of(colours)
                .map(colour -> 2 * (colour >> 16 & 0xFF) + 5 * (colour >> 8 & 0xFF) + (colour & 0xFF))
                .boxed()
                .toList();
    }

    private static Comparator<Integer> darkest() {
        return Comparator.reverseOrder();
    }
}
