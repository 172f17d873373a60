package pro.reelsai.lipsync.film;

import pro.reelsai.lipsync.LipsyncConfig.Lengthening;
import pro.reelsai.runtime.media.MediaInfo;

/**
 * How an actor's video comes to last as long as a speech, for those who animate it and do not see to that themselves.
 *
 * @param way how
 * @param cycles how often the video, or the video there and back again, is played; from 1
 * @param seconds how long it is to play in the end
 */
public record SourcePlan(Lengthening way, int cycles, double seconds) {
    /** Sound is decoded to whole packets, and a picture that ends first would end the ad's actor. */
    private static final double MARGIN_SECONDS = 0.4;

    /** Goes back the way it came, so that nothing jumps where it begins again. */
    private static final String THERE_AND_BACK =
            "[0:v]%s,split[there][back];[back]reverse[reversed];[there][reversed]concat[film]";

    private static final String THERE = "[0:v]%s[film]";

    /** To be played backwards, a video has to lie in memory, picture by picture. */
    private static final double LARGEST_REVERSED_BYTES = 256L << 20;

    private static final double BYTES_PER_PIXEL = 1.5;
    private static final double USUAL_FRAMES_PER_SECOND = 30;

    /**
     * Plans.
     *
     * @param wanted what the model needs
     * @param film the actor's video
     * @param speechSeconds how long the speech lasts
     * @throws IllegalArgumentException if the video is no moving picture
     */
    public static SourcePlan of(Lengthening wanted, MediaInfo film, double speechSeconds) {
        MediaInfo.Video picture = film.video()
                .filter(some -> !film.isStill() && film.durationSeconds() > 0)
                .orElseThrow(() -> new IllegalArgumentException("no moving picture"));
        if (wanted == Lengthening.NONE || film.durationSeconds() >= speechSeconds) {
            return new SourcePlan(Lengthening.NONE, 1, film.durationSeconds());
        }
        double seconds = speechSeconds + MARGIN_SECONDS;
        Lengthening way = fitsIntoMemory(picture, film.durationSeconds()) ? wanted : Lengthening.LOOP;
        double cycle = way == Lengthening.BOUNCE ? 2 * film.durationSeconds() : film.durationSeconds();
        return new SourcePlan(way, (int) Math.ceil(seconds / cycle), seconds);
    }

    /**
     * The complex filter that draws what is repeated, once, to {@code [film]}.
     *
     * @param drawn the filters that every picture goes through
     */
    public String filter(String drawn) {
        return (way == Lengthening.BOUNCE ? THERE_AND_BACK : THERE).formatted(drawn);
    }

    /** How fast a video runs, in frames a second. */
    public static double framesPerSecond(MediaInfo.Video picture) {
        double rate = picture.framesPerSecond();
        return rate >= 1 && rate <= 120 ? rate : USUAL_FRAMES_PER_SECOND;
    }

    private static boolean fitsIntoMemory(MediaInfo.Video picture, double seconds) {
        double frame = BYTES_PER_PIXEL * picture.width() * picture.height();
        return frame * framesPerSecond(picture) * seconds <= LARGEST_REVERSED_BYTES;
    }
}
