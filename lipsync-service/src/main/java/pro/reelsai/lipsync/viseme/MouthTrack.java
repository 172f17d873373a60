package pro.reelsai.lipsync.viseme;

import java.util.List;
import java.util.stream.IntStream;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Phone;

/**
 * The mouth of every frame of a speech.
 *
 * <p>Every phone pulls the mouth towards its viseme with a strength that fades with the distance in time, so
 * neighbouring phones blend (co-articulation). Two things are not left to the blend, because the eye notices them at
 * once: the lips meet at p, b and m, and the mouth is shut in a pause.
 */
public final class MouthTrack {
    /** The mouth runs a little ahead of the sound, as a speaker's does. */
    private static final double LEAD_SECONDS = 0.03;
    /** Shorter silences are part of speaking: the closure of a stop, the gap before a plosive. */
    private static final double SHORTEST_PAUSE_SECONDS = 0.15;
    /** How long the lips take to part before speech and to meet after it, inside the pause. */
    private static final double PAUSE_EDGE_SECONDS = 0.07;
    /** Below this the lips touch; a hair's breadth of mouth interior would flicker. */
    private static final double SHUT_BELOW = 0.025;

    private final List<Phone> phones;
    private final Loudness loudness;
    private final int framesPerSecond;

    private MouthTrack(List<Phone> phones, Loudness loudness, int framesPerSecond) {
        this.phones = phones;
        this.loudness = loudness;
        this.framesPerSecond = framesPerSecond;
    }

    /**
     * Computes the mouth of every frame.
     *
     * @param marks when the phones are heard; where the source knows none they are guessed from the words' spelling
     * @param loudness the loudness of the same speech at the same frame rate
     * @param frames how many frames, the tail after the speech included
     * @param framesPerSecond the video's frame rate
     */
    public static List<MouthShape> of(SpeechMarks marks, Loudness loudness, int frames, int framesPerSecond) {
        List<Phone> phones = marks.phones().isEmpty() ? SpelledPhones.of(marks) : marks.phones();
        MouthTrack track = new MouthTrack(phones, loudness, framesPerSecond);
        return IntStream.range(0, frames).mapToObj(track::frame).toList();
    }

    private MouthShape frame(int frame) {
        double time = (frame + 0.5) / framesPerSecond + LEAD_SECONDS;
        double loud = loudness.at(frame);
        MouthShape blended = blend(time);
        double open = blended.open() * (0.7 + 0.4 * loud) * audibility(frame) * lipsApart(time) * speaking(time);
        return blended.withOpen(open < SHUT_BELOW ? 0 : Math.min(1, open));
    }

    /** All phones' visemes, each weighted by its dominance and its distance in time. */
    private MouthShape blend(double time) {
        double open = 0;
        double width = 0;
        double roundness = 0;
        double lipToTeeth = 0;
        double tongue = 0;
        double sum = 1e-6;
        for (Phone phone : phones) {
            double length = Math.max(phone.end() - phone.start(), 0.04);
            double distance = Math.max(Math.abs(time - middle(phone)) - length * 0.25, 0);
            Viseme viseme = Visemes.of(phone.symbol());
            double weight = viseme.dominance() * Math.exp(-Math.pow(distance / (0.032 + length * 0.28), 1.6));
            MouthShape target = viseme.target();
            open += weight * target.open();
            width += weight * target.width();
            roundness += weight * target.roundness();
            lipToTeeth += weight * target.lipToTeeth();
            tongue += weight * target.tongue();
            sum += weight;
        }
        return new MouthShape(open / sum, width / sum, roundness / sum, lipToTeeth / sum, tongue / sum);
    }

    /** 0 at the heart of a p, b or m, 1 away from them. */
    private double lipsApart(double time) {
        double apart = 1;
        for (Phone phone : phones) {
            if (Visemes.of(phone.symbol()).closesLips()) {
                double distance =
                        Math.max(Math.abs(time - middle(phone)) - (phone.end() - phone.start()) * 0.3, 0) / 0.028;
                apart *= 1 - Math.exp(-distance * distance);
            }
        }
        return apart;
    }

    /** 0 inside of a pause, before the first and after the last phone; 1 while speaking. */
    private double speaking(double time) {
        if (phones.isEmpty()) {
            return 0;
        }
        double speaking = Math.min(
                fadesOver(phones.getFirst().start() - time),
                fadesOver(time - phones.getLast().end()));
        for (Phone phone : phones) {
            boolean pause =
                    phone.symbol().equals(SpeechMarks.PAUSE) && phone.end() - phone.start() >= SHORTEST_PAUSE_SECONDS;
            if (pause && time > phone.start() && time < phone.end()) {
                speaking = Math.min(speaking, fadesOver(Math.min(time - phone.start(), phone.end() - time)));
            }
        }
        return speaking;
    }

    /** Shuts the mouth where the marks promise speech but the audio is silent, as with guessed phones. */
    private double audibility(int frame) {
        double loudest = Math.max(loudness.at(frame), Math.max(loudness.at(frame - 1), loudness.at(frame + 2)));
        return smoothStep((loudest - 0.01) / 0.05);
    }

    private static double fadesOver(double secondsIntoThePause) {
        return 1 - smoothStep(secondsIntoThePause / PAUSE_EDGE_SECONDS);
    }

    private static double smoothStep(double x) {
        double u = Math.clamp(x, 0, 1);
        return u * u * (3 - 2 * u);
    }

    private static double middle(Phone phone) {
        return (phone.start() + phone.end()) / 2;
    }
}
