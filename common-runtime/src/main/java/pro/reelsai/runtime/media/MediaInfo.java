package pro.reelsai.runtime.media;

import java.util.Optional;

/**
 * What a media file is, by its bytes.
 *
 * @param format FFmpeg's name of the container, such as {@code mov,mp4,m4a,3gp,3g2,mj2} or {@code png_pipe}
 * @param durationSeconds how long it plays, in seconds; 0 where the file does not say
 * @param video its first picture track
 * @param audio its first sound track
 */
public record MediaInfo(String format, double durationSeconds, Optional<Video> video, Optional<Audio> audio) {
    /**
     * A picture track.
     *
     * @param codec FFmpeg's name of the codec, such as {@code h264}, {@code mjpeg}
     * @param profile the codec's profile, such as {@code High}; empty where it has none
     * @param width in pixels as displayed, rotation applied
     * @param height in pixels as displayed, rotation applied
     * @param framesPerSecond average frame rate; 0 where unknown
     * @param pixelFormat FFmpeg's name, such as {@code yuv420p}
     * @param rotation how far a player turns the picture counter-clockwise, in degrees: 0, 90, 180 or 270
     */
    public record Video(
            String codec,
            String profile,
            int width,
            int height,
            double framesPerSecond,
            String pixelFormat,
            int rotation) {
        private Video turnedBy(int degrees) {
            boolean onItsSide = degrees % 180 != 0;
            return new Video(
                    codec,
                    profile,
                    onItsSide ? height : width,
                    onItsSide ? width : height,
                    framesPerSecond,
                    pixelFormat,
                    degrees);
        }
    }

    /**
     * A sound track.
     *
     * @param codec FFmpeg's name of the codec, such as {@code aac}
     * @param sampleRate in Hz
     * @param channels 1 for mono, 2 for stereo
     */
    public record Audio(String codec, int sampleRate, int channels) {}

    /** Whether the file is one still picture. */
    public boolean isStill() {
        return format.equals("image2") || format.endsWith("_pipe");
    }

    /** The same file, whose picture turned out to be shown turned. */
    MediaInfo turnedBy(int degrees) {
        return degrees == 0
                ? this
                : new MediaInfo(format, durationSeconds, video.map(picture -> picture.turnedBy(degrees)), audio);
    }
}
