package pro.reelsai.runtime.media;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a fence in front of every file that FFmpeg opens: local files and pipes only, and only demuxers of plain media
 * files. A playlist that an attacker named {@code .mp4} can then neither fetch a URL nor read a file of ours.
 *
 * <p>Source: <a href="https://ffmpeg.org/ffmpeg-protocols.html">FFmpeg protocols, {@code protocol_whitelist}</a> and
 * <a href="https://ffmpeg.org/ffmpeg-formats.html">FFmpeg formats, {@code format_whitelist}</a>.
 */
final class HardenedArguments {
    /** Demuxers that read one self-contained file; playlists, concat scripts and network formats are not among them. */
    static final String DEMUXERS =
            "mov,matroska,webm,avi,mp3,wav,flac,ogg,aac,gif,image2,jpeg_pipe,png_pipe,webp_pipe,rawvideo,s16le,f32le";

    private static final String PROTOCOLS = "file,pipe";
    private static final String PIPE = "pipe:0";

    private HardenedArguments() {}

    /** The options that precede an input. */
    static List<String> fence() {
        return List.of("-protocol_whitelist", PROTOCOLS, "-format_whitelist", DEMUXERS);
    }

    /**
     * Fences the inputs of an FFmpeg command line.
     *
     * @throws IllegalArgumentException if an input is neither a local file, standard input nor a generated source
     */
    static List<String> fenced(List<String> arguments) {
        List<String> fenced = new ArrayList<>(arguments.size() + 8);
        boolean generated = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("-f") && i + 1 < arguments.size()) {
                generated = arguments.get(i + 1).equals("lavfi");
            }
            if (!argument.equals("-i")) {
                fenced.add(argument);
                continue;
            }
            String input = arguments.get(++i);
            if (!generated) {
                fenced.addAll(fence());
            }
            fenced.add("-i");
            fenced.add(generated || input.equals(PIPE) ? input : localFile(input));
            generated = false;
        }
        return fenced;
    }

    /** A file by its {@code file:} URL, so that no name is taken for a protocol. */
    static String localFile(String input) {
        Path path = Path.of(input.startsWith("file:") ? input.substring("file:".length()) : input);
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("FFmpeg input is not a local file: " + path);
        }
        return "file:" + path.toAbsolutePath();
    }
}
