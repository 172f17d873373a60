package pro.reelsai.local.replicate;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The model's work, without the model: the actor's video, for as long as the speech lasts, with the speech. */
final class SpeakingVideo {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OK = 200;

    private final HttpClient client;

    /** How long a video becomes. */
    enum Length {
        /** The actor's video is played again until the speech is over. */
        OF_THE_SPEECH,
        /** It ends with whichever of them ends first. */
        OF_THE_SHORTER,
        /** Something goes wrong after that. */
        HALF_A_SECOND
    }

    SpeakingVideo(HttpClient client) {
        this.client = client;
    }

    /**
     * Makes a video.
     *
     * @param video where the actor is: an HTTP URL or a data URI
     * @param audio where the speech is
     * @param length how long it becomes
     * @param directory for the working files
     * @return an mp4
     * @throws IOException if an input cannot be fetched or read; the message is what a model's error would say
     */
    Path make(String video, String audio, Length length, Path directory) throws IOException, InterruptedException {
        Path picture = fetch(video, directory.resolve("video"));
        Path sound = fetch(audio, directory.resolve("audio"));
        Path output = directory.resolve("output.mp4");
        run(List.of(
                "ffmpeg",
                "-hide_banner",
                "-loglevel",
                "error",
                "-nostdin",
                "-y", //
                "-protocol_whitelist",
                "file",
                "-stream_loop",
                "-1",
                "-i",
                picture.toString(), //
                "-protocol_whitelist",
                "file",
                "-i",
                sound.toString(), //
                "-map",
                "0:v:0",
                "-map",
                "1:a:0",
                "-t",
                seconds(length, picture, sound), //
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-pix_fmt",
                "yuv420p",
                "-c:a",
                "aac", //
                "-movflags",
                "+faststart",
                output.toString()));
        return output;
    }

    private Path fetch(String uri, Path target) throws IOException, InterruptedException {
        if (uri.startsWith("data:")) {
            return Files.write(target, Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1)));
        }
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(uri)).timeout(PATIENCE).build();
        HttpResponse<Path> response = client.send(request, BodyHandlers.ofFile(target));
        if (response.statusCode() != OK) {
            throw new IOException("Prediction input file could not be fetched: HTTP " + response.statusCode());
        }
        return target;
    }

    private static String seconds(Length length, Path picture, Path sound) throws IOException, InterruptedException {
        String speech = seconds(sound);
        return switch (length) {
            case OF_THE_SPEECH -> speech;
            case OF_THE_SHORTER -> {
                String film = seconds(picture);
                yield Double.parseDouble(film) < Double.parseDouble(speech) ? film : speech;
            }
            case HALF_A_SECOND -> "0.5";
        };
    }

    /** {@code -shortest} would leave some frames too many. */
    private static String seconds(Path sound) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "ffprobe",
                        "-v",
                        "error",
                        "-protocol_whitelist",
                        "file",
                        "-show_entries",
                        "format=duration",
                        "-of",
                        "csv=p=0",
                        sound.toString())
                .redirectError(Redirect.DISCARD)
                .start();
        String seconds = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        if (process.waitFor() != 0 || !seconds.matches("\\d+(\\.\\d+)?")) {
            throw new IOException("An input cannot be decoded");
        }
        return seconds;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("The inputs cannot be decoded");
            }
        } finally {
            process.destroyForcibly();
        }
    }
}
