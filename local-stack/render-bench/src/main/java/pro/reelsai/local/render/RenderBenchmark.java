package pro.reelsai.local.render;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code ./reels bench render}: what editing and captions cost beside the limit, which is to decode and encode the same
 * finished video. All is measured in one run, one after the other; what was rendered stays for whoever wants to look.
 */
public final class RenderBenchmark {
    private static final String ENCODER = "-c:v libx264 -preset veryfast -crf 20 -profile:v high -pix_fmt yuv420p";

    private final Path folder;
    private final PrintStream out;

    private RenderBenchmark(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /** One argument: the folder for the report, inputs and what is rendered. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        new RenderBenchmark(folder.toAbsolutePath(), System.out).run();
    }

    private void run() throws Exception {
        out.println("Making the workload: 30 s, 1080x1920, 4 pictures, 2 clips, an actor, 75 words");
        Workload workload = Workload.in(folder.resolve("render-inputs"));

        out.println("Rendering with the editing and the caption stage, as two services");
        AdPipeline.Rendering services =
                new AdPipeline(workload, false, emptied(folder.resolve("render-two-services"))).measured();
        keep(services.between(), "composite_video.mp4");
        Path ad = keep(services.ad(), "two_services.mp4");

        out.println("Rendering in one pass");
        AdPipeline.Rendering onePass =
                new AdPipeline(workload, true, emptied(folder.resolve("render-one-pass"))).measured();
        keep(onePass.ad(), "one_pass.mp4");

        out.println("Measuring the limit, and where the time goes");
        Cost limit = Cost.of(() -> decodedAndEncoded(ad)).cost();
        RenderReport report = new RenderReport(limit, services, Breakdown.of(services), onePass, Breakdown.of(onePass));
        report.print(out);
        Path json = folder.resolve("render.json");
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), report.values());
        out.println("Written to " + json);
    }

    private Path decodedAndEncoded(Path ad) throws IOException, InterruptedException {
        Path copy = folder.resolve("limit.mp4");
        Tool.ffmpeg("-i @ " + ENCODER + " -c:a aac -b:a 192k @", ad, copy);
        return copy;
    }

    private Path keep(Path made, String name) throws IOException {
        return Files.copy(made, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> paths;
            try (Stream<Path> found = Files.walk(folder)) {
                paths = found.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : paths) {
                Files.delete(path);
            }
        }
        return Files.createDirectories(folder);
    }
}
