package pro.reelsai.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.voice.SpeechStudio.Spoken;
import pro.reelsai.voice.sound.Pcm;
import pro.reelsai.voice.text.SpokenWords;
import pro.reelsai.voice.timing.EnergyTimer;
import pro.reelsai.voice.timing.ForcedAligner;
import pro.reelsai.voice.timing.Lexicon;
import pro.reelsai.voice.timing.Loud;
import pro.reelsai.voice.timing.Span;
import pro.reelsai.voice.timing.TextAlignment;
import pro.reelsai.voice.timing.TextAlignment.Heard;

/** Measures timings against speech whose times are known, because a local voice spoke it. */
class WordTimesTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"slt", "rms"})
    void fittingTheTextFindsWordsWithinAFrame(String voice) throws Exception {
        // Given
        Spoken spoken = new SpeechStudio(FixedVoiceConfig.DEFAULTS, directory).speak(Scripts.AD, voice);
        Path narrow = resampled(spoken.mp3());

        // When
        List<Span> fitted = new ForcedAligner(new Lexicon(FixedVoiceConfig.DEFAULTS))
                .align(SpokenWords.of(Scripts.AD), narrow, directory)
                .orElseThrow();

        // Then
        assertThat(meanError(fitted, spoken)).isLessThan(0.033);
    }

    @ParameterizedTest
    @ValueSource(strings = {"slt", "rms"})
    void loudnessAloneFindsTheNeighbourhood(String voice) throws Exception {
        // Given
        Spoken spoken = new SpeechStudio(FixedVoiceConfig.DEFAULTS, directory).speak(Scripts.AD, voice);

        // When
        List<Span> guessed = EnergyTimer.time(SpokenWords.of(Scripts.AD), Loud.of(Pcm.read(resampled(spoken.mp3()))));

        // Then
        assertThat(meanError(guessed, spoken)).isLessThan(0.4);
    }

    @Test
    void misheardSwallowedAndAddedWordsDoNotMoveTheOthers() {
        // Given
        List<String> spoken = List.of("meet", "brew", "buddy", "the", "pocket", "grinder", "in", "forty", "seconds");
        List<Heard> heard = List.of(
                heard("meet", 0.0, 0.3),
                heard("brood", 0.3, 0.5),
                heard("body", 0.5, 0.9),
                heard("pocket", 1.1, 1.5),
                heard("grinder", 1.5, 2.0),
                heard("uh", 2.0, 2.1),
                heard("in", 2.1, 2.2),
                heard("40", 2.2, 2.6),
                heard("seconds", 2.6, 3.0));

        // When
        List<Span> spans = TextAlignment.align(spoken, heard, 3.2);

        // Then
        assertThat(spans).extracting(Span::start).containsExactly(0.0, 0.3, 0.5, 0.9, 1.1, 1.5, 2.1, 2.2, 2.6);
        assertThat(spans.get(3)).as("the swallowed word fills the gap").isEqualTo(new Span(0.9, 1.1));
    }

    private static Heard heard(String word, double start, double end) {
        return new Heard(word, new Span(start, end));
    }

    private static double meanError(List<Span> spans, Spoken spoken) {
        assertThat(spans).hasSameSizeAs(spoken.marks().words());
        double error = 0;
        for (int i = 0; i < spans.size(); i++) {
            error += Math.abs(
                    spans.get(i).start() - spoken.marks().words().get(i).start());
        }
        return error / spans.size();
    }

    private Path resampled(Path mp3) throws Exception {
        Path narrow = Files.createTempFile(directory, "narrow", ".wav");
        new Ffmpeg("ffmpeg")
                .run(
                        new FFmpegBuilder()
                                .addInput(mp3.toString())
                                .done()
                                .overrideOutputFiles(true)
                                .addOutput(narrow.toString())
                                .setFormat("wav")
                                .setAudioCodec("pcm_s16le")
                                .setAudioChannels(1)
                                .setAudioSampleRate(16_000)
                                .done(),
                        FfmpegRun.of(Duration.ofSeconds(60)));
        return narrow;
    }
}
