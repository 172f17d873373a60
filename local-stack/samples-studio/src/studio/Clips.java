package studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shoots the clips: {@code java … Clips.java FOLDER [NAME [SCALE [PATHS [EVERY-NTH-FRAME]]]]}. */
final class Clips {

    private Clips() {}

    private interface Shoot {
        void into(Path file, double scale, int paths, int every) throws IOException;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        double scale = args.length > 2 ? Double.parseDouble(args[2]) : 1;
        int paths = args.length > 3 ? Integer.parseInt(args[3]) : 96;
        int every = args.length > 4 ? Integer.parseInt(args[4]) : 1;
        shoot(args, folder, "duskling-evening", Dusk::shoot, scale, paths, every);
        shoot(args, folder, "duskling-glow", Parade::shoot, scale, paths, every);
    }

    private static void shoot(String[] args, Path folder, String name, Shoot shoot, double scale, int paths, int every)
            throws IOException {
        if (args.length < 2 || args[1].equals(name)) {
            long start = System.nanoTime();
            Path file = folder.resolve(name + ".mp4");
            shoot.into(file, scale, paths, every);
            System.out.printf("%s %d kB %.0f s%n", file, Files.size(file) / 1024, (System.nanoTime() - start) / 1e9);
        }
    }
}
