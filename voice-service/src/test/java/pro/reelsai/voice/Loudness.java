package pro.reelsai.voice;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Word;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.MediaException;
import pro.reelsai.voice.SpeechStudio.Spoken;

/** Listens to a finished speech without trusting its marks more than to know where to listen. */
final class Loudness {
    private static final double WINDOW = 0.002;
    private static final double AROUND = 0.10;
    private static final double AUDIBLE = 0.04;

    private Loudness() {}

    /** The words that follow a silence of some length, and the first one. */
    static List<Word> afterSilence(SpeechMarks marks, double seconds) {
        List<Word> words = new ArrayList<>();
        double end = -seconds;
        for (Word word : marks.words()) {
            if (word.start() - end >= seconds) {
                words.add(word);
            }
            end = word.end();
        }
        return words;
    }

    /** When a word is first heard: the last silent moment before it gets loud, searched around the word's start. */
    static double onset(Spoken spoken, Word word) {
        double loudest = 0;
        for (double at = word.start(); at < word.end(); at += WINDOW) {
            loudest = Math.max(loudest, level(spoken, at));
        }
        for (double at = Math.max(0, word.start() - AROUND); at < word.end(); at += WINDOW) {
            if (level(spoken, at) > AUDIBLE * loudest) {
                return at;
            }
        }
        return word.end();
    }

    private static double level(Spoken spoken, double from) {
        int first = (int) (from * SpeechStudio.RATE);
        int last = Math.min(spoken.samples().length, first + (int) (WINDOW * SpeechStudio.RATE));
        double sum = 0;
        for (int i = first; i < last; i++) {
            sum += (double) spoken.samples()[i] * spoken.samples()[i];
        }
        return Math.sqrt(sum / Math.max(1, last - first));
    }

    /** Measures a file by EBU R 128. */
    static Measured measure(Path file) throws IOException, InterruptedException, MediaException {
        String log = new Ffmpeg("ffmpeg")
                .measure(
                        new FFmpegBuilder()
                                .setVerbosity(FFmpegBuilder.Verbosity.INFO)
                                .addInput(file.toString())
                                .done()
                                .addOutput("-")
                                .setFormat("null")
                                .setAudioFilter("ebur128=peak=true:framelog=verbose")
                                .done(),
                        FfmpegRun.of(Duration.ofSeconds(60)));
        return new Measured(last(log, "I:\\s+(-?[0-9.]+) LUFS"), last(log, "Peak:\\s+(-?[0-9.]+) dBFS"));
    }

    private static double last(String log, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(log);
        double value = Double.NaN;
        while (matcher.find()) {
            value = Double.parseDouble(matcher.group(1));
        }
        return value;
    }

    /**
     * A measurement.
     *
     * @param integrated in LUFS
     * @param truePeak in dBTP
     */
    record Measured(double integrated, double truePeak) {}
}
