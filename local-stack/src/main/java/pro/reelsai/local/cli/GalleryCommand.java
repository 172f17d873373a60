package pro.reelsai.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code gallery}: shows what ads can look like. */
@Command(
        name = "gallery",
        description =
                "Renders every layout in every shape with every caption style, and lays stills of them out in target/gallery.")
final class GalleryCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    GalleryCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Renderer.GALLERY.run(surroundings.root());
        return 0;
    }
}
