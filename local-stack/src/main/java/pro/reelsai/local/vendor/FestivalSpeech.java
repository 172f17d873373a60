package pro.reelsai.local.vendor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Festival made of a text: one sound, and the times of its words.
 *
 * @param wave the whole sound as RIFF WAVE
 * @param seconds how long it lasts
 * @param spans begin and end of every run in seconds; empty for a run that was not spoken
 */
record FestivalSpeech(Path wave, double seconds, List<double[]> spans) {
    private static final Pattern RUN = Pattern.compile("\\S+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern WORD = Pattern.compile("[a-z]+(?:'[a-z]+)*|\\d");
    private static final List<String> DIGITS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
    private static final int LONGEST_SENTENCE = 30;
    private static final double BETWEEN_SENTENCES = 0.2;
    private static final int HEADER = 44;

    /** The program; the sentences are data that Festival parses and does not evaluate. */
    private static final String PROGRAM = """
            (voice_cmu_us_slt_arctic_hts)
            (set! number 0)
            (mapcar
             (lambda (text)
               (let ((utterance (utt.synth (eval (list 'Utterance 'Text text)))))
                 (format t "sentence\\n")
                 (mapcar
                  (lambda (token)
                    (if (not (item.parent token))
                        (begin
                          (format t "token\\n")
                          (mapcar
                           (lambda (word)
                             (format t "word %f %f\\n" (item.feat word "word_start") (item.feat word "word_end")))
                           (item.daughters token)))))
                  (utt.relation.items utterance 'Token))
                 (utt.save.wave utterance (string-append number ".wav") 'riff)
                 (set! number (+ number 1))))
             (load "sentences.lisp" t))
            """;

    /** A run of non-spaces, where it begins, and the words that are said for it. */
    record Run(String text, int offset, List<String> words) {
        boolean endsSentence() {
            return text.matches(".*[.!?…]\\W*");
        }
    }

    double[] span(int run) {
        return spans.get(run);
    }

    static List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        Matcher matcher = RUN.matcher(text);
        while (matcher.find()) {
            List<String> words = new ArrayList<>();
            Matcher word = WORD.matcher(matcher.group().toLowerCase(Locale.ROOT).replace('’', '\''));
            while (word.find()) {
                boolean digit = Character.isDigit(word.group().charAt(0));
                words.add(digit ? DIGITS.get(Character.digit(word.group().charAt(0), 10)) : word.group());
            }
            runs.add(new Run(matcher.group(), matcher.start(), words));
        }
        return runs;
    }

    static FestivalSpeech speak(List<Run> runs, Path directory) throws IOException, InterruptedException {
        List<List<Integer>> sentences = sentences(runs);
        Files.writeString(directory.resolve("speak.scm"), PROGRAM);
        Files.writeString(directory.resolve("sentences.lisp"), lisp(runs, sentences));
        String printed = sentences.isEmpty()
                ? ""
                : Tool.run(
                        List.of(
                                "festival",
                                "--batch",
                                directory.resolve("speak.scm").toString()),
                        directory);
        String[] blocks = printed.split("sentence\n");
        List<double[]> spans = new ArrayList<>();
        runs.forEach(run -> spans.add(new double[0]));
        Wave wave = new Wave();
        for (int i = 0; i < sentences.size(); i++) {
            double start = wave.seconds();
            wave.append(Files.readAllBytes(directory.resolve(i + ".wav")));
            place(runs, sentences.get(i), blocks[i + 1].split("token\n"), start, spans);
            wave.silence(BETWEEN_SENTENCES);
        }
        wave.silence(BETWEEN_SENTENCES);
        Path whole = directory.resolve("whole.wav");
        wave.write(whole);
        return new FestivalSpeech(whole, wave.seconds(), spans);
    }

    /** The indices of the runs of every sentence; runs without a word are in none. */
    private static List<List<Integer>> sentences(List<Run> runs) {
        List<List<Integer>> sentences = new ArrayList<>();
        List<Integer> current = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            if (!runs.get(i).words().isEmpty()) {
                current.add(i);
            }
            if (!current.isEmpty() && (runs.get(i).endsSentence() || current.size() >= LONGEST_SENTENCE)) {
                sentences.add(List.copyOf(current));
                current.clear();
            }
        }
        if (!current.isEmpty()) {
            sentences.add(current);
        }
        return sentences;
    }

    private static String lisp(List<Run> runs, List<List<Integer>> sentences) {
        StringBuilder lisp = new StringBuilder();
        for (List<Integer> sentence : sentences) {
            StringBuilder text = new StringBuilder();
            for (int run : sentence) {
                text.append(text.isEmpty() ? "" : " ")
                        .append(String.join(" ", runs.get(run).words()));
                text.append(runs.get(run).text().endsWith(",") ? "," : "");
            }
            lisp.append('"').append(text).append(".\"\n");
        }
        return lisp.toString();
    }

    private static void place(
            List<Run> runs, List<Integer> sentence, String[] tokens, double start, List<double[]> spans) {
        int token = 1;
        for (int run : sentence) {
            double first = Double.MAX_VALUE;
            double last = 0;
            for (int word = 0; word < runs.get(run).words().size(); word++, token++) {
                for (String line : tokens[token].split("\n")) {
                    String[] fields = line.split(" ");
                    if (fields[0].equals("word") && Double.parseDouble(fields[2]) > 0) {
                        first = Math.min(first, Double.parseDouble(fields[1]));
                        last = Math.max(last, Double.parseDouble(fields[2]));
                    }
                }
            }
            spans.set(run, new double[] {start + first, start + last});
        }
    }

    /** 16-bit mono sound that grows. */
    private static final class Wave {
        private static final int DEFAULT_RATE = 48_000;
        private final java.io.ByteArrayOutputStream samples = new java.io.ByteArrayOutputStream();
        private int rate = DEFAULT_RATE;

        double seconds() {
            return samples.size() / 2.0 / rate;
        }

        void append(byte[] riff) {
            rate = ByteBuffer.wrap(riff).order(ByteOrder.LITTLE_ENDIAN).getInt(24);
            samples.write(riff, HEADER, riff.length - HEADER);
        }

        void silence(double seconds) {
            samples.writeBytes(new byte[(int) (seconds * rate) * 2]);
        }

        void write(Path file) throws IOException {
            int bytes = samples.size();
            ByteBuffer riff = ByteBuffer.allocate(HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
            riff.put("RIFF".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                    .putInt(36 + bytes)
                    .put("WAVEfmt ".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            riff.putInt(16).putShort((short) 1).putShort((short) 1).putInt(rate).putInt(rate * 2);
            riff.putShort((short) 2).putShort((short) 16);
            riff.put("data".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                    .putInt(bytes)
                    .put(samples.toByteArray());
            Files.write(file, riff.array());
        }
    }
}
