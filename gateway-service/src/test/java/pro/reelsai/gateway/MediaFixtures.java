package pro.reelsai.gateway;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;

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

    /** An MP4 of exactly so many bytes: what is missing becomes a box that players pass over. */
    static Path padded(Path mp4, int size) {
        byte[] bytes = bytes(mp4);
        ByteBuffer padded = ByteBuffer.allocate(size).put(bytes);
        padded.putInt(size - bytes.length).put("free".getBytes(StandardCharsets.US_ASCII));
        return file("padded-" + mp4.getFileName(), padded.array());
    }

    /** A picture as a phone writes it that is held upright: on its side, and Exif says so. */
    static Path phonePicture() {
        byte[] exif = HexFormat.of()
                .parseHex("ffe10022" + "457869660000" + "4d4d002a00000008" + "0001" + "0112000300000001" + "00060000"
                        + "00000000");
        byte[] jpeg = bytes(picture());
        return file(
                "phone.jpg",
                ByteBuffer.allocate(jpeg.length + exif.length)
                        .put(jpeg, 0, 2)
                        .put(exif)
                        .put(jpeg, 2, jpeg.length - 2)
                        .array());
    }

    /** A logo: a blue bar on what is see-through, red underneath where nobody sees it. */
    static Path logo() {
        BufferedImage image = new BufferedImage(1600, 400, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 1600; x++) {
                boolean bar = x >= 400 && x < 1200 && y >= 100 && y < 300;
                image.setRGB(x, y, bar ? 0xff0000ff : 0x00ff0000);
            }
        }
        try {
            Path file = directory().resolve("logo.png");
            ImageIO.write(image, "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A clip that lasts longer than one may. */
    static Path longClip() {
        return made(
                "long.mp4", "-f", "lavfi", "-i", "color=s=64x64:r=1:d=200", "-c:v", "libx264", "-preset", "ultrafast");
    }

    /** A clip in a codec that is not accepted. */
    static Path oddClip() {
        return made("odd.mkv", "-f", "lavfi", "-i", "testsrc2=s=160x120:d=1:r=10", "-c:v", "mjpeg");
    }

    static Path tinyPicture() {
        return made("tiny.png", "-f", "lavfi", "-i", "testsrc2=s=12x12", "-frames:v", "1");
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
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
