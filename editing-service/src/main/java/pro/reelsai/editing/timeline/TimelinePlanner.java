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
        return new Timeline(
                layout.width(),
                layout.height(),
                framesPerSecond,
                frames,
                List.of(
                        new Track(layout.assets(), assets(marks, footage, frames)),
                        new Track(layout.actor(), List.of(new Shot.Actor(0, frames)))));
    }

    private List<Shot> assets(SpeechMarks marks, List<Footage> footage, int frames) {
        List<Beat> beats = Beats.of(marks, frames, framesPerSecond, fade / 2);
        SlotCutter cutter = new SlotCutter(
                frames,
                framesPerSecond,
                beats,
                (slot, seconds) -> stretch(footage.get(slot % footage.size()), seconds));
        List<Integer> starts = cutter.cut(footage.size());
        List<Shot> shots = new ArrayList<>();
        for (int slot = 0; slot < starts.size(); slot++) {
            boolean last = slot + 1 == starts.size();
            int end = last ? frames : starts.get(slot + 1);
            shots.add(shot(footage, slot, starts.get(slot), end, last ? 0 : fade));
        }
        return shots;
    }

    private Shot shot(List<Footage> footage, int slot, int start, int end, int overlap) {
        int asset = slot % footage.size();
        int showing = slot / footage.size();
        int fadeIn = slot == 0 ? 0 : Math.min(fade, end - start);
        Footage source = footage.get(asset);
        if (source.type() == AssetType.IMAGE) {
            return new Shot.Still(asset, start, end, fadeIn, Move.of(asset, showing));
        }
        double needed = (double) (end - start + overlap) / framesPerSecond;
        return new Shot.Clip(asset, start, end, fadeIn, ClipTiming.fill(source.seconds(), needed, showing));
    }

    private static double stretch(Footage source, double seconds) {
        if (source.type() == AssetType.IMAGE || source.seconds() <= 0 || seconds <= source.seconds()) {
            return 0;
        }
        return seconds <= source.seconds() * ClipTiming.SLOWEST ? SLOW_MOTION_COST : REPEAT_COST;
    }
}
