package pro.reelsai.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pro.reelsai.model.SpeechMarks.Word;

class BeatTimeTest {
    private static final UUID ASSET = UUID.randomUUID();
    private static final SpeechMarks MARKS = new SpeechMarks(
            3,
            "test",
            List.of(
                    new Word("Salt &", 0.1, 0.5),
                    new Word("pepper.", 0.6, 1.0),
                    new Word("Look", 1.5, 1.8),
                    new Word("here!", 1.9, 2.4)),
            List.of());

    @Test
    void aBeatLastsFromItsFirstWordToItsLast() {
        // When
        List<BeatTime> times = BeatTime.of(script("Salt & pepper.", "Look here!"), MARKS);

        // Then
        assertThat(times)
                .extracting(time -> time.beat().asset(), BeatTime::start, BeatTime::end)
                .containsExactly(tuple(null, 0.1, 1.0), tuple(ASSET, 1.5, 2.4));
    }

    @Test
    void beatsOfOtherWordsHaveNoTimes() {
        assertThat(BeatTime.of(script("Salt & pepper.", "Look there!"), MARKS)).isEmpty();
        assertThat(BeatTime.of(script("Salt & pepper.", "Look"), MARKS)).isEmpty();
        assertThat(BeatTime.of(new Script(ASSET, "Title", "Salt & pepper. Look here!"), MARKS))
                .isEmpty();
    }

    private static Script script(String first, String second) {
        return new Script(
                ASSET,
                "Title",
                first + " " + second,
                List.of(new ScriptBeat(first, null), new ScriptBeat(second, ASSET)),
                List.of());
    }
}
