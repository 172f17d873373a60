package pro.reelsai.caption.subtitle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Word;

class SubtitleFileTest {
    @Test
    void writesSentencesAsSubRip() {
        String srt =
                SubtitleFile.of(spoken("Hello there. It works, really!"), 10).srt();

        assertThat(srt).isEqualTo("""
                1
                00:00:00,000 --> 00:00:00,900
                Hello there.

                2
                00:00:01,000 --> 00:00:02,400
                It works, really!

                """);
    }

    @Test
    void breaksALongSentenceIntoTwoLines() {
        String vtt = SubtitleFile.of(spoken("The tool that turns your photos and clips into stories in minutes."), 20)
                .vtt();

        assertThat(vtt).contains("The tool that turns your photos\nand clips into stories in minutes.");
    }

    @Test
    void escapesWhatAPlayerWouldTakeForMarkup() {
        SubtitleFile file = SubtitleFile.of(spoken("<b>more</b> & more --> {\\an8} now"), 20);

        assertThat(file.vtt()).contains("&lt;b&gt;more&lt;/b&gt; &amp; more --&gt;");
        assertThat(file.srt()).doesNotContain("<b>").doesNotContain("{\\an8}");
    }

    @Test
    void endsWithTheAd() {
        assertThat(SubtitleFile.of(spoken("one two three four five"), 1.2).srt())
                .contains("--> 00:00:01,200");
    }

    private static SpeechMarks spoken(String text) {
        List<Word> words = new ArrayList<>();
        for (String word : text.split("\\s+")) {
            words.add(new Word(word, words.size() * 0.5, words.size() * 0.5 + 0.4));
        }
        return new SpeechMarks(words.size() * 0.5, "test", words, List.of());
    }
}
