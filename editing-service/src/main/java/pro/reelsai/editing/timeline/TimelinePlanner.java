package pro.reelsai.editing.timeline;

import java.util.ArrayList;
import java.util.List;
import pro.reelsai.model.AssetType;
import pro.reelsai.model.SpeechMarks;

/**
 * Plans what is on screen when. Assets come in the user's order, none a second time before all were seen, and change
 * where the speech pauses.
 */
public final class TimelinePlanner {
    private static final double SLOW_MOTION_COST = 0.7;
    private static final double REPEAT_COST = 3;

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
     */
    public Timeline plan(Layout layout, SpeechMarks marks, List<Footage> footage) {
        int frames = Math.max(1, (int) Math.round((marks.durationSeconds() + tailSeconds) * framesPerSecond));
        List<Track> tracks = layout.panes().stream()
                .map(pane -> new Track(
                        pane.box(),
                        pane.outline(),
                        switch (pane.content()) {
                            case ACTOR -> List.of(new Shot.Actor(0, frames));
                            case ASSETS -> shots(marks, frames, footage, Casting.assetsOnly(footage.size()));
                            case ACTOR_AND_CUTAWAYS -> shots(marks, frames, footage, Casting.cutaways(footage.size()));
                        }))
                .toList();
        return new Timeline(layout.width(), layout.height(), framesPerSecond, frames, tracks);
    }

    private List<Shot> shots(SpeechMarks marks, int frames, List<Footage> footage, Casting casting) {
        List<Beat> beats = Beats.of(marks, frames, framesPerSecond, casting.cuts() ? 0 : fade / 2);
        SlotCutter cutter = new SlotCutter(
                frames, framesPerSecond, beats, (slot, seconds) -> stretch(footage, casting.likely(slot), seconds));
        List<Integer> starts = cutter.cut(casting.slotsForAll());
        List<Integer> cast = casting.of(starts.size());
        List<Shot> shots = new ArrayList<>();
        for (int slot = 0; slot < starts.size(); slot++) {
            boolean last = slot + 1 == starts.size();
            int end = last ? frames : starts.get(slot + 1);
            int overlap = last || casting.cuts() ? 0 : fade;
            int fadeIn = slot == 0 || casting.cuts() ? 0 : Math.min(fade, end - starts.get(slot));
            shots.add(shot(footage, cast.get(slot), starts.get(slot), end, fadeIn, overlap));
        }
        return shots;
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
