package pro.reelsai.editing.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pro.reelsai.editing.timeline.SlotCutter.Pace;
import pro.reelsai.model.AssetType;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.rendering.timeline.ClipTiming;
import pro.reelsai.rendering.timeline.Footage;
import pro.reelsai.rendering.timeline.Move;
import pro.reelsai.rendering.timeline.Shot;
import pro.reelsai.rendering.timeline.Timeline;
import pro.reelsai.rendering.timeline.Track;

/**
 * Plans what is on screen when. Assets come in the user's order, none a second time before all were seen, and change
 * where the speech pauses; those that the speech is about are seen while it is, if the order allows it.
 */
public final class TimelinePlanner {
    private static final double SLOW_MOTION_COST = 0.7;
    private static final double REPEAT_COST = 3;
    /** For each second in which the speech is about an asset that is not seen. */
    private static final double MISSED_COST = 10;
    /** For each second in which an asset takes the actor's place though the speech is about none. */
    private static final double INTERRUPTED_COST = 2;

    private final int framesPerSecond;
    private final double tailSeconds;
    private final int fade;

    /**
     * @param framesPerSecond frame rate of the ad
     * @param tailSeconds how long the picture stays on after the speech, in seconds
     * @param crossFadeSeconds how long one asset fades into the next, in seconds
     */
    public TimelinePlanner(int framesPerSecond, double tailSeconds, double crossFadeSeconds) {
        this.framesPerSecond = framesPerSecond;
        this.tailSeconds = tailSeconds;
        this.fade = (int) Math.round(crossFadeSeconds * framesPerSecond);
    }

    /**
     * Plans an ad.
     *
     * @param marks the speech, which gives the length
     * @param footage the assets in the user's order, at least one
     * @param cues which parts of the speech are about which of them; empty where nobody has said
     */
    public Timeline plan(Layout layout, SpeechMarks marks, List<Footage> footage, List<Cue> cues) {
        int frames = Math.max(1, (int) Math.round((marks.durationSeconds() + tailSeconds) * framesPerSecond));
        CueSheet sheet = new CueSheet(cues, footage.size(), frames, framesPerSecond);
        List<Track> tracks = layout.panes().stream()
                .map(pane -> new Track(
                        pane.box(),
                        pane.outline(),
                        switch (pane.content()) {
                            case ACTOR -> List.of(new Shot.Actor(0, frames));
                            case ASSETS -> shots(marks, frames, footage, Casting.assetsOnly(footage.size()), sheet);
                            case ACTOR_AND_CUTAWAYS ->
                                shots(marks, frames, footage, Casting.cutaways(footage.size()), sheet);
                        }))
                .toList();
        return new Timeline(layout.width(), layout.height(), framesPerSecond, frames, tracks);
    }

    private List<Shot> shots(SpeechMarks marks, int frames, List<Footage> footage, Casting casting, CueSheet cues) {
        List<Beat> beats = Beats.of(marks, frames, framesPerSecond, casting.cuts() ? 0 : fade / 2);
        Slots slots =
                spoken(frames, beats, footage, casting, cues).orElseGet(() -> even(frames, beats, footage, casting));
        List<Integer> starts = slots.starts();
        List<Shot> shots = new ArrayList<>();
        for (int slot = 0; slot < starts.size(); slot++) {
            boolean last = slot + 1 == starts.size();
            int end = last ? frames : starts.get(slot + 1);
            int overlap = last || casting.cuts() ? 0 : fade;
            int fadeIn = slot == 0 || casting.cuts() ? 0 : Math.min(fade, end - starts.get(slot));
            shots.add(shot(footage, slots.cast().get(slot), starts.get(slot), end, fadeIn, overlap));
        }
        return shots;
    }

    /**
     * When who is seen.
     *
     * @param starts the first frame of every slot
     * @param cast who is seen in it, see {@link Casting}
     */
    private record Slots(List<Integer> starts, List<Integer> cast) {}

    private Slots even(int frames, List<Beat> beats, List<Footage> footage, Casting casting) {
        SlotCutter cutter = new SlotCutter(
                frames,
                framesPerSecond,
                beats,
                Pace.LIVELY,
                (slot, from, to) -> stretch(footage, casting.likely(slot), seconds(to - from)));
        List<Integer> starts = cutter.cut(casting.slotsForAll());
        return new Slots(starts, casting.of(starts.size()));
    }

    /** Empty where the speech says nothing of assets, or no lively way leads through all that it does say. */
    private Optional<Slots> spoken(
            int frames, List<Beat> beats, List<Footage> footage, Casting casting, CueSheet cues) {
        if (cues.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> cast = casting.following(cues, Pace.SPOKEN.shortest());
        SlotCutter cutter = new SlotCutter(frames, framesPerSecond, beats, Pace.SPOKEN, (slot, from, to) -> {
            int turn = slot < cast.size() ? cast.get(slot) : slot;
            return stretch(footage, turn, seconds(to - from)) + missed(cues, turn, footage.size(), from, to, casting);
        });
        if (casting.cuts()) {
            return cutter.cutInto(cast.size()).map(starts -> new Slots(starts, cast));
        }
        List<Integer> starts = cutter.cut(cast.size());
        return Optional.of(new Slots(starts, casting.of(starts.size())));
    }

    private double missed(CueSheet cues, int turn, int assets, int from, int to, Casting casting) {
        int about = cues.aboutAny(from, to);
        if (turn == Casting.ACTOR) {
            return MISSED_COST * seconds(about);
        }
        double interrupted = casting.cuts() ? INTERRUPTED_COST * seconds(to - from - about) : 0;
        return MISSED_COST * seconds(about - cues.about(turn % assets, from, to)) + interrupted;
    }

    private double seconds(int frames) {
        return (double) frames / framesPerSecond;
    }

    private Shot shot(List<Footage> footage, int turn, int start, int end, int fadeIn, int overlap) {
        if (turn == Casting.ACTOR) {
            return new Shot.Actor(start, end);
        }
        int asset = turn % footage.size();
        int showing = turn / footage.size();
        Footage source = footage.get(asset);
        if (source.type() == AssetType.IMAGE) {
            return new Shot.Still(asset, start, end, fadeIn, Move.of(asset, showing));
        }
        double needed = (double) (end - start + overlap) / framesPerSecond;
        return new Shot.Clip(asset, start, end, fadeIn, ClipTiming.fill(source.seconds(), needed, showing));
    }

    private static double stretch(List<Footage> footage, int turn, double seconds) {
        return turn == Casting.ACTOR ? 0 : stretch(footage.get(turn % footage.size()), seconds);
    }

    private static double stretch(Footage source, double seconds) {
        if (source.type() == AssetType.IMAGE || source.seconds() <= 0 || seconds <= source.seconds()) {
            return 0;
        }
        return seconds <= source.seconds() * ClipTiming.SLOWEST ? SLOW_MOTION_COST : REPEAT_COST;
    }
}
