package pro.reelsai.editing.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Which asset the speech is about, frame by frame. Assets keep the user's order whatever the speech says: cues that go back
 * in it are left out, so that those that stay cover most of the speech.
 */
final class CueSheet {
    /** What a frame is about if it is about none. */
    private static final int NOTHING = -1;

    private final List<Cue> cues;
    /** For each frame, and one more, how many before it are about any asset. */
    private final int[] about;
    /** The same for each asset alone. */
    private final int[][] aboutEach;

    CueSheet(List<Cue> wanted, int assets, int frames, int framesPerSecond) {
        cues = inOrder(wanted.stream()
                .filter(cue -> cue.asset() >= 0 && cue.asset() < assets && cue.end() > cue.start())
                .sorted(Comparator.comparingDouble(Cue::start))
                .toList());
        int[] subjects = new int[frames];
        Arrays.fill(subjects, NOTHING);
        for (Cue cue : cues) {
            int from = Math.clamp(Math.round(cue.start() * framesPerSecond), 0, frames);
            int to = Math.clamp(Math.round(cue.end() * framesPerSecond), from, frames);
            Arrays.fill(subjects, from, to, cue.asset());
        }
        about = new int[frames + 1];
        aboutEach = new int[assets][frames + 1];
        for (int frame = 0; frame < frames; frame++) {
            about[frame + 1] = about[frame] + (subjects[frame] == NOTHING ? 0 : 1);
            for (int asset = 0; asset < assets; asset++) {
                aboutEach[asset][frame + 1] = aboutEach[asset][frame] + (subjects[frame] == asset ? 1 : 0);
            }
        }
    }

    /** Whether the speech says nothing of assets. */
    boolean isEmpty() {
        return cues.isEmpty();
    }

    /** What the speech is about, in its order and that of the assets. */
    List<Cue> cues() {
        return cues;
    }

    /** How many frames of a stretch are about an asset. */
    int about(int asset, int from, int to) {
        return aboutEach[asset][to] - aboutEach[asset][from];
    }

    /** How many frames of a stretch are about any asset. */
    int aboutAny(int from, int to) {
        return about[to] - about[from];
    }

    /** The longest-lasting choice of cues whose assets never go back. */
    private static List<Cue> inOrder(List<Cue> cues) {
        double[] lasting = new double[cues.size()];
        int[] before = new int[cues.size()];
        int best = NOTHING;
        for (int i = 0; i < cues.size(); i++) {
            before[i] = NOTHING;
            for (int j = 0; j < i; j++) {
                if (cues.get(j).asset() <= cues.get(i).asset() && lasting[j] > lasting[i]) {
                    lasting[i] = lasting[j];
                    before[i] = j;
                }
            }
            lasting[i] += cues.get(i).end() - cues.get(i).start();
            if (best == NOTHING || lasting[i] > lasting[best]) {
                best = i;
            }
        }
        List<Cue> kept = new ArrayList<>();
        for (int i = best; i != NOTHING; i = before[i]) {
            kept.add(cues.get(i));
        }
        Collections.reverse(kept);
        return List.copyOf(kept);
    }
}
