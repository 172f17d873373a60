package pro.reelsai.rendering.picture;

import java.nio.file.Path;

/**
 * Where a shot's pictures come from.
 *
 * @param file the file
 * @param from where in it the shot begins, in seconds
 * @param filters what makes the shot's pictures of the file's; empty where they are as they should be
 */
public record ShotSource(Path file, double from, String filters) {
    static ShotSource of(Path file) {
        return new ShotSource(file, 0, "");
    }
}
