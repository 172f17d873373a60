package pro.reelsai.local.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Word;

/**
 * What is rendered: 30 s with 4 pictures, 2 clips, an actor and 75 words, the same every time. Grain and fractals make it hard
 * to compress, so that the encoder is what costs most, as it should be.
 *
 * @param assets pictures and clips in their order
 * @param actor the actor's video
 * @param speech the speech
 */
record Workload(List<Path> assets, Path actor, Path speech) {
    /** How long the speech is; the picture stays on for 0.4 s more. */
    static final double SPEECH_SECONDS = 29.6;

    private static final int WORDS = 75;
    private static final String TEXT =
            "tired of wasting hours on video ads that nobody watches meet the tool that turns your photos "
                    + "and clips into scroll stopping stories in minutes just upload your product pick an actor and write one line our "
                    + "studio adds motion voice and captions for you no camera no editing no stress thousands of small shops already "
                    + "sell more every single day try it free today and see your first ad before your coffee gets cold";

    private static final String[] SCALES = {"2.2", "0.02", "0.006", "0.5"};
    private static final String[] CENTRES = {
        "start_x=-0.6:start_y=0",
        "start_x=-0.743643:start_y=-0.131825",
        "start_x=-0.1592:start_y=-1.0317",
        "start_x=-0.77:start_y=0.1"
    };

    /** As a phone or an agency of stock clips would encode. */
    private static final String CODEC = " -c:v libx264 -preset medium -crf 21 -pix_fmt yuv420p -an @";

    /** Makes the inputs in a folder, as far as they are not there. */
    static Workload in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path[] pictures = new Path[SCALES.length];
        for (int i = 0; i < pictures.length; i++) {
            pictures[i] = folder.resolve("picture-" + (i + 1) + ".jpg");
            make(
                    "-f lavfi -i mandelbrot=s=1600x1200:start_scale=%s:%s -f lavfi -i gradients=s=1600x1200:seed=%d:n=4:d=1:r=25"
                                    .formatted(SCALES[i], CENTRES[i], i + 1)
                            + " -filter_complex [0][1]blend=all_mode=average,noise=alls=6:allf=p:all_seed=%d,format=rgb24"
                                    .formatted(i + 1)
                            + " -frames:v 1 -q:v 2 @",
                    pictures[i]);
        }
        Path zoom = folder.resolve("clip-1.mp4");
        make(
                "-f lavfi -i mandelbrot=s=1920x1080:r=30:start_scale=0.6:end_scale=0.02:end_pts=240:start_x=-0.743643:start_y=-0.131825"
                        + " -t 8 -vf noise=alls=4:allf=t:all_seed=7" + CODEC,
                zoom);
        Path colours = folder.resolve("clip-2.mp4");
        make(
                "-f lavfi -i gradients=s=1920x1080:r=30:seed=42:n=6:speed=0.05 -f lavfi -i testsrc2=s=1920x1080:r=30 -t 8"
                        + " -filter_complex [0][1]blend=all_mode=average,noise=alls=4:allf=t:all_seed=9" + CODEC,
                colours);
        Path actor = folder.resolve("actor.mp4");
        make(
                "-f lavfi -i testsrc2=s=720x1280:r=25:d=30 -f lavfi -i gradients=s=720x1280:r=25:seed=5:n=3:speed=0.02:d=30"
                        + " -filter_complex [0][1]blend=all_mode=average,noise=alls=4:allf=t:all_seed=11" + CODEC,
                actor);
        return new Workload(
                List.of(pictures[0], zoom, pictures[1], pictures[2], colours, pictures[3]), actor, speech(folder));
    }

    private static Path speech(Path folder) throws IOException, InterruptedException {
        Path spoken = folder.resolve("spoken.wav");
        if (!Files.exists(spoken)) {
            Tool.run(List.of(
                    "flite", "-voice", "slt", "--setf", "duration_stretch=1.15", "-t", TEXT, "-o", spoken.toString()));
        }
        Path speech = folder.resolve("speech.mp3");
        if (!Files.exists(speech)) {
            Tool.ffmpeg("-i @ -af apad,atrim=end=%s -b:a 160k @".formatted(SPEECH_SECONDS), spoken, speech);
        }
        return speech;
    }

    private static void make(String arguments, Path file) throws IOException, InterruptedException {
        if (!Files.exists(file)) {
            Path unfinished = file.resolveSibling("unfinished-" + file.getFileName());
            Tool.ffmpeg(arguments, unfinished);
            Files.move(unfinished, file);
        }
    }

    /** 75 words, one after the other without a pause. */
    static SpeechMarks marks() {
        String[] texts = TEXT.split(" ");
        double each = SPEECH_SECONDS / WORDS;
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < WORDS; i++) {
            words.add(new Word(texts[i], i * each, (i + 1) * each));
        }
        return new SpeechMarks(SPEECH_SECONDS, "bench", words, List.of());
    }
}
