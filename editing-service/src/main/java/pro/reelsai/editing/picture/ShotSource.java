package pro.reelsai.editing.picture;

import java.nio.file.Path;

/**
 * Where a shot's pictures come from.
 *
 * @param file the file
 * @param from where in it the shot begins, in seconds
 */
public record ShotSource(Path file, double from) {
    static ShotSource of(Path file) {
        return new ShotSource(file, 0);
    }
}
