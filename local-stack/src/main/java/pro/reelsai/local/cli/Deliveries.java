package pro.reelsai.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pro.reelsai.local.demo.AdMaker.FinishedAd;
import pro.reelsai.local.demo.ApiClient;
import pro.reelsai.local.demo.ApiException;

/** Puts finished ads into files beside one another: {@code ad.mp4}, {@code ad_1x1.mp4}, {@code ad_hook2.mp4}. */
final class Deliveries {
    private final ApiClient api;
    private final Path first;
    private final List<String> shapes;
    private int ads;

    /**
     * @param first where the first ad's first shape goes
     * @param shapes the shapes that every ad is made in, the first one first; empty for one that the API chooses
     */
    Deliveries(ApiClient api, Path first, List<String> shapes) {
        this.api = api;
        this.first = first;
        this.shapes = List.copyOf(shapes);
    }

    /**
     * Fetches the next ad in all its shapes.
     *
     * @return the files
     * @throws ApiException if the API refuses
     * @throws IOException if the API does not answer, or a file cannot be written
     */
    List<Path> fetch(FinishedAd ad) throws ApiException, IOException, InterruptedException {
        ads++;
        String opening = ads == 1 ? "" : "_hook" + ads;
        List<Path> files = new ArrayList<>(List.of(file(opening)));
        api.download(ad.video(), files.getFirst());
        for (String shape : shapes.subList(Math.min(1, shapes.size()), shapes.size())) {
            Path further = file(opening + "_" + shape.replace(':', 'x'));
            api.download(ad.video(shape), further);
            files.add(further);
        }
        return files;
    }

    /** The name of the first file with something before its extension. */
    private Path file(String what) {
        String name = first.getFileName().toString();
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        return first.toAbsolutePath().normalize().resolveSibling(name.substring(0, dot) + what + name.substring(dot));
    }
}
