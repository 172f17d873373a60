package pro.reelsai.local.vendor;

import java.util.List;

/**
 * How a vendor wraps its sound.
 *
 * @param contentType the media type of the answer
 * @param arguments what FFmpeg is told to write
 */
public record SoundFormat(String contentType, List<String> arguments) {
    public SoundFormat {
        arguments = List.copyOf(arguments);
    }

    /** MP3 of a sample rate in hertz and a bit rate in kilobits per second. */
    public static SoundFormat mp3(int rate, int kilobits) {
        return new SoundFormat(
                "audio/mpeg", List.of("-ar", "" + rate, "-c:a", "libmp3lame", "-b:a", kilobits + "k", "-f", "mp3"));
    }

    /** Headerless 16-bit mono samples. */
    public static SoundFormat pcm(String contentType, int rate) {
        return new SoundFormat(contentType, List.of("-ar", "" + rate, "-c:a", "pcm_s16le", "-f", "s16le"));
    }
}
