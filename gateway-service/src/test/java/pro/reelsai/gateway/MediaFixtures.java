package pro.reelsai.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pictures and clips, good and bad, made by FFmpeg when they are needed. */
final class MediaFixtures {
    private MediaFixtures() {}

    static Path picture() {
        return made("picture.jpg", "-f", "lavfi", "-i", "testsrc2=s=640x480", "-frames:v", "1");
    }

    static Path hugePicture() {
        return made("huge.jpg", "-f", "lavfi", "-i", "testsrc2=s=5472x3648", "-frames:v", "1");
    }

    static Path clip() {
        return made(
                "clip.mp4",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=320x240:d=2:r=25",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-pix_fmt",
                "yuv420p",
                "-movflags",
                "faststart");
    }

    static Path matroska() {
        return made("clip.mkv", "-i", clip().toString(), "-c", "copy");
    }

    static Path sound() {
        return made("sound.mp3", "-f", "lavfi", "-i", "sine=d=1");
    }

    static Path truncated(Path whole) {
        try {
            byte[] bytes = Files.readAllBytes(whole);
            return file("cut-" + whole.getFileName(), Arrays.copyOf(bytes, bytes.length * 6 / 10));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path renamed(Path original, String name) {
        try {
            return file(name, Files.readAllBytes(original));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(String name, byte[] content) {
        try {
            return Files.write(directory().resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path made(String name, String... arguments) {
        Path target = directory().resolve(name);
        if (Files.exists(target)) {
            return target;
        }
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
        command.addAll(List.of(arguments));
        command.add(target.toString());
        try {
            int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException("FFmpeg could not make " + name);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path directory() {
        try {
            return Files.createDirectories(Path.of("target", "media-fixtures"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
