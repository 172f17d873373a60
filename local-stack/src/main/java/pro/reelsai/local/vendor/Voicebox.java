package pro.reelsai.local.vendor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import pro.reelsai.local.vendor.Spoken.Word;

/**
 * Really speaks, with Festival's voice {@code slt} turned into as many voices as a vendor has, so that whatever comes
 * after has real sound to work with. One text is spoken at a time.
 */
public final class Voicebox {
    private final Semaphore turn = new Semaphore(1);

    /**
     * Speaks a text.
     *
     * @param text any text; what no English voice can say is left out
     * @param pitch 0.6 to 1.4, relative to the woman {@code slt}
     * @param speed 0.25 to 4, relative to her pace
     * @param format how the sound is wrapped
     * @throws IOException if Festival or FFmpeg fails
     * @throws InterruptedException if the server stops
     */
    public Spoken speak(String text, double pitch, double speed, SoundFormat format)
            throws IOException, InterruptedException {
        turn.acquire();
        Path directory = Files.createTempDirectory("reels-voicebox");
        try {
            List<FestivalSpeech.Run> runs = FestivalSpeech.runs(text);
            FestivalSpeech speech = FestivalSpeech.speak(runs, directory);
            byte[] sound = wrap(speech.wave(), directory, pitch, speed, format);
            List<Word> words = new ArrayList<>();
            double clock = 0;
            for (int i = 0; i < runs.size(); i++) {
                double[] span = speech.span(i);
                double start = span.length == 0 ? clock : span[0] / speed;
                clock = span.length == 0 ? clock : span[1] / speed;
                words.add(new Word(runs.get(i).text(), runs.get(i).offset(), start, clock));
            }
            return new Spoken(text, sound, speech.seconds() / speed, words);
        } finally {
            turn.release();
            delete(directory);
        }
    }

    private static byte[] wrap(Path wave, Path directory, double pitch, double speed, SoundFormat format)
            throws IOException, InterruptedException {
        Path out = directory.resolve("out");
        List<String> command =
                new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-i", wave.toString(), "-af"));
        // Played faster and then stretched back: another throat, the same times.
        command.add(String.format(
                Locale.ROOT,
                "aresample=48000,asetrate=%d,aresample=48000%s",
                Math.round(48_000 * pitch),
                tempo(speed / pitch)));
        command.addAll(List.of("-ac", "1"));
        command.addAll(format.arguments());
        command.add(out.toString());
        Tool.run(command, directory);
        return Files.readAllBytes(out);
    }

    /** FFmpeg changes the tempo by at most 2 at a time without dropping samples. */
    private static String tempo(double factor) {
        StringBuilder filters = new StringBuilder();
        double left = factor;
        while (left > 2 || left < 0.5) {
            double step = left > 2 ? 2 : 0.5;
            filters.append(",atempo=").append(step);
            left /= step;
        }
        return filters.append(String.format(Locale.ROOT, ",atempo=%.5f", left)).toString();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
