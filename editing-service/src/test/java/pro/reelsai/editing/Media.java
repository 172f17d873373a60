package pro.reelsai.editing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes and looks at media with the FFmpeg tools, apart from the code under test. */
final class Media {
    private Media() {}

    /** Runs {@code ffmpeg} with words separated by spaces, then the file. */
    static Path make(Path file, String arguments) {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-y", "-v", "error", "-nostdin"));
        command.addAll(Arrays.asList(arguments.split(" ")));
        command.add(file.toString());
        run(command);
        return file;
    }

    /** An actor video: 720x1280, 30 fps, always moving, green, untagged or tagged as given. */
    static Path actor(Path file, double seconds) {
        return make(
                file,
                "-f lavfi -i color=c=0x20A040:s=720x1280:r=30:d=%s,noise=alls=20:allf=t,scale=out_color_matrix=bt709"
                                .formatted(seconds)
                        + " -c:v libx264 -preset ultrafast -crf 18 -pix_fmt yuv420p -colorspace bt709");
    }

    /** A speech-like sound: bursts of a buzzing tone, {@code perSecond} a second. */
    static Path speech(Path file, double seconds) {
        return make(
                file,
                "-f lavfi -i aevalsrc='0.1*(sin(2*PI*180*t)+0.6*sin(2*PI*900*t)+0.3*random(0))*lt(mod(t,0.4),0.28)':d=%s:s=44100"
                                .formatted(seconds)
                        + " -ac 1 -c:a libmp3lame -b:a 96k");
    }

    /** The pixel at a moment, averaged over a small square: red, green, blue. */
    static int[] colour(Path video, double second, int x, int y) {
        byte[] rgb = run(List.of(
                "ffmpeg",
                "-v",
                "error",
                "-nostdin",
                "-ss",
                String.valueOf(second),
                "-i",
                video.toString(),
                "-frames:v",
                "1",
                "-vf",
                "crop=16:16:%d:%d,scale=1:1:flags=area,format=rgb24".formatted(x - 8, y - 8),
                "-f",
                "rawvideo",
                "-"));
        return new int[] {rgb[0] & 255, rgb[1] & 255, rgb[2] & 255};
    }

    /** What FFmpeg logs about a file when it goes through filters. */
    static String log(Path file, String option, String filter) {
        return new String(
                run(List.of(
                        "ffmpeg",
                        "-hide_banner",
                        "-nostats",
                        "-nostdin",
                        "-i",
                        file.toString(),
                        option,
                        filter,
                        "-f",
                        "null",
                        "-")),
                StandardCharsets.UTF_8);
    }

    /** What ffprobe says: {@code entries} as for {@code -show_entries}, one line a value. */
    static List<String> probe(Path file, String stream, String entries) {
        return new String(
                        run(List.of(
                                "ffprobe",
                                "-v",
                                "error",
                                "-count_packets",
                                "-select_streams",
                                stream,
                                "-show_entries",
                                entries,
                                "-of",
                                "default=nokey=1:noprint_wrappers=1",
                                file.toString())),
                        StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static byte[] run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            byte[] output = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + "\n" + new String(output, StandardCharsets.UTF_8));
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
