package pro.reelsai.lipsync.presenter;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import pro.reelsai.lipsync.viseme.Loudness;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Word;

/**
 * The pose of every frame of a speech. Head and eyes wander a little, the head nods and the brows rise on emphasised
 * words, the lids blink every few seconds and at the ends of phrases, the smile returns in the pauses. The same speech
 * and the same seed give the same poses.
 */
public final class PoseTrack {
    private static final double PHRASE_PAUSE_SECONDS = 0.2;
    private static final double BREATH_SECONDS = 3.9;

    private final SmoothNoise yaw;
    private final SmoothNoise pitch;
    private final SmoothNoise roll;
    private final SmoothNoise bob;
    private final SmoothNoise gazeX;
    private final SmoothNoise gazeY;
    private final List<Gesture> nods = new ArrayList<>();
    private final List<Gesture> raisedBrows = new ArrayList<>();
    private final List<Gesture> blinks = new ArrayList<>();
    private final List<Gesture> smiles = new ArrayList<>();
    private final double[] energyOf;
    private final int framesPerSecond;

    private PoseTrack(SpeechMarks marks, Loudness loudness, int frames, int framesPerSecond, long seed) {
        this.framesPerSecond = framesPerSecond;
        RandomGenerator random = new SplittableRandom(seed);
        double seconds = (double) frames / framesPerSecond;
        yaw = new SmoothNoise(random, seconds, 1.15);
        pitch = new SmoothNoise(random, seconds, 0.85);
        roll = new SmoothNoise(random, seconds, 1.35);
        bob = new SmoothNoise(random, seconds, 0.95);
        gazeX = new SmoothNoise(random, seconds, 1.6);
        gazeY = new SmoothNoise(random, seconds, 2.1);
        energyOf = energy(loudness, frames);
        List<Word> phraseEnds = phraseEnds(marks);
        planNods(Emphasis.beats(marks, loudness, framesPerSecond), random);
        planBlinks(phraseEnds, seconds, random);
        planSmiles(phraseEnds, marks);
    }

    /**
     * Computes the pose of every frame.
     *
     * @param marks when the words are heard
     * @param loudness the loudness of the same speech at the same frame rate
     * @param frames how many frames, the tail after the speech included
     * @param framesPerSecond the video's frame rate
     * @param seed what the presenter's chance movements come from
     */
    public static List<Pose> of(SpeechMarks marks, Loudness loudness, int frames, int framesPerSecond, long seed) {
        PoseTrack track = new PoseTrack(marks, loudness, frames, framesPerSecond, seed);
        return IntStream.range(0, frames).mapToObj(track::frame).toList();
    }

    private Pose frame(int frame) {
        double time = (frame + 0.5) / framesPerSecond;
        double nod = fullest(nods, time);
        double energy = energyOf[frame];
        return new Pose(
                0.75 * yaw.at(time),
                0.35 * pitch.at(time) + 0.55 * nod - 0.18 * energy,
                1.9 * roll.at(time),
                2.5 * bob.at(time) + 4.5 * nod - 2.0 * energy,
                Math.min(1, fullest(blinks, time)),
                Math.min(1, fullest(raisedBrows, time) + 0.18 * energy),
                0.35 * gazeX.at(time) - 0.25 * yaw.at(time),
                0.2 * gazeY.at(time) - 0.2 * nod,
                0.45 + 0.4 * fullest(smiles, time),
                Math.sin(2 * Math.PI * time / BREATH_SECONDS));
    }

    private static double fullest(List<Gesture> gestures, double time) {
        double fullest = 0;
        for (Gesture gesture : gestures) {
            fullest = Math.max(fullest, gesture.fullness(time));
        }
        return fullest;
    }

    /** The loudness, followed slowly, as a body follows it. */
    private static double[] energy(Loudness loudness, int frames) {
        double[] energy = new double[frames];
        double followed = 0;
        for (int frame = 0; frame < frames; frame++) {
            followed += (loudness.at(frame) - followed) * 0.15;
            energy[frame] = followed;
        }
        return energy;
    }

    private static List<Word> phraseEnds(SpeechMarks marks) {
        List<Word> ends = new ArrayList<>();
        for (int i = 0; i < marks.words().size(); i++) {
            Word word = marks.words().get(i);
            double next =
                    i + 1 < marks.words().size() ? marks.words().get(i + 1).start() : Double.MAX_VALUE;
            if (next - word.end() >= PHRASE_PAUSE_SECONDS) {
                ends.add(word);
            }
        }
        return ends;
    }

    private void planNods(List<Double> beats, RandomGenerator random) {
        for (double beat : beats) {
            double strength = random.nextDouble(0.6, 1);
            nods.add(new Gesture(beat, 0.16, 0.04, 0.42, strength));
            if (random.nextDouble() < 0.55) {
                raisedBrows.add(new Gesture(beat - 0.04, 0.18, 0.22, 0.4, strength));
            }
        }
    }

    private void planBlinks(List<Word> phraseEnds, double seconds, RandomGenerator random) {
        double last = -2;
        double next = random.nextDouble(0.8, 2.0);
        List<Double> ends = phraseEnds.stream().map(word -> word.end() + 0.06).toList();
        while (next < seconds) {
            double blink = next;
            for (double end : ends) {
                if (end > last + 1 && Math.abs(end - next) < 0.9) {
                    blink = end; // people blink where a phrase ends rather than within it
                }
            }
            blinks.add(new Gesture(blink, 0.08, 0.035, 0.15, 1));
            last = blink;
            next = blink + random.nextDouble(1.9, 4.2);
        }
    }

    private void planSmiles(List<Word> phraseEnds, SpeechMarks marks) {
        for (Word word : phraseEnds) {
            boolean last = word.equals(marks.words().getLast());
            smiles.add(new Gesture(word.end() + 0.2, 0.3, last ? 9 : 0.15, 0.5, last ? 1 : 0.7));
        }
    }
}
