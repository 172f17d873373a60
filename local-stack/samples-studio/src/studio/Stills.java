package studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Shoots the stills: {@code java … Stills.java FOLDER [NAME [WIDTH [PATHS]]]}. */
final class Stills {

    private static final Map<String, Supplier<Shot>> SHOTS = new TreeMap<>(Map.of(
            "duskling-hero", Hero::shot,
            "duskling-terrace", Terrace::shot,
            "duskling-dial", Detail::shot,
            "duskling-colours", LineUp::shot));

    private Stills() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        int width = args.length > 2 ? Integer.parseInt(args[2]) : 1600;
        int paths = args.length > 3 ? Integer.parseInt(args[3]) : 128;
        for (var entry : SHOTS.entrySet()) {
            if (args.length < 2 || args[1].equals(entry.getKey())) {
                long start = System.nanoTime();
                int height = width * 3 / 4;
                byte[] rgba = entry.getValue().get().render(width, height, paths);
                Path file = folder.resolve(entry.getKey() + ".jpg");
                Picture.save(rgba, width, height, file);
                System.out.printf(
                        "%s %d kB %.0f s%n", file, Files.size(file) / 1024, (System.nanoTime() - start) / 1e9);
            }
        }
    }
}
