package pro.reelsai.editing.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pro.reelsai.editing.timeline.Box;
import pro.reelsai.editing.timeline.Shot;
import pro.reelsai.editing.timeline.Timeline;
import pro.reelsai.editing.timeline.Track;

/**
 * Writes a timeline as an FFmpeg filter graph. Inputs are numbered track by track, shot by shot. Only numbers of ours get
 * into the text.
 */
final class FilterGraph {
    /** The label of the composed picture. */
    static final String OUTPUT = "[picture]";

    private final Timeline timeline;
    private final Colours actorColours;
    private final List<String> chains = new ArrayList<>();
    private int inputs;

    private FilterGraph(Timeline timeline, Colours actorColours) {
        this.timeline = timeline;
        this.actorColours = actorColours;
    }

    /**
     * The graph of a timeline.
     *
     * @param actorColours the colours of the actor's video
     * @throws IllegalArgumentException if the tracks are not stacked from top to bottom
     */
    static String of(Timeline timeline, Colours actorColours) {
        FilterGraph graph = new FilterGraph(timeline, actorColours);
        List<String> rows = new ArrayList<>();
        for (Track track : timeline.tracks()) {
            rows.add(graph.track(track, rows.size()));
        }
        graph.stack(rows);
        return String.join(";", graph.chains);
    }

    private String track(Track track, int number) {
        String running = "";
        for (int i = 0; i < track.shots().size(); i++) {
            Shot shot = track.shots().get(i);
            String label = "[t%ds%d]".formatted(number, i);
            chains.add(
                    "[%d:v:0]%s,settb=1/%d%s".formatted(inputs++, shot(track, i), timeline.framesPerSecond(), label));
            running = i == 0 ? label : crossFade(running, label, shot);
        }
        return running;
    }

    private String shot(Track track, int index) {
        int frames = track.framesOf(index);
        return switch (track.shots().get(index)) {
            case Shot.Still still -> new Camera(track.box(), timeline.framesPerSecond()).filters(still.move(), frames);
            case Shot.Clip clip -> exactly(frames);
            case Shot.Actor actor -> actor(track.box()) + "," + exactly(frames);
        };
    }

    /** A source that is a frame short must not end the ad early, so its last frame stands in. */
    private String exactly(int frames) {
        return "fps=%d,tpad=stop_mode=clone:stop=%d,trim=end_frame=%d"
                .formatted(timeline.framesPerSecond(), frames, frames);
    }

    private String actor(Box box) {
        return "%s%s,scale=%d:%d:flags=bicubic:%s,format=yuv420p,setsar=1"
                .formatted(
                        actorColours.assume(timeline.width(), timeline.height()),
                        new Framing(box).crop(),
                        box.width(),
                        box.height(),
                        Colours.CONVERT);
    }

    private String crossFade(String before, String after, Shot shot) {
        String faded = after.replace("[", "[x");
        chains.add(String.format(
                Locale.ROOT,
                "%s%sxfade=transition=fade:duration=%.6f:offset=%.6f%s",
                before,
                after,
                (double) shot.fade() / timeline.framesPerSecond(),
                (double) shot.start() / timeline.framesPerSecond(),
                faded));
        return faded;
    }

    private void stack(List<String> rows) {
        int y = 0;
        for (Track track : timeline.tracks()) {
            if (track.box().x() != 0 || track.box().y() != y || track.box().width() != timeline.width()) {
                throw new IllegalArgumentException("Tracks are not stacked: " + timeline.tracks());
            }
            y += track.box().height();
        }
        // Stacking rows copies memory; laying them over a canvas costs nine times as much.
        chains.add(rows.stream().collect(Collectors.joining()) + "vstack=inputs=" + rows.size() + "," + Colours.TAGS
                + ",format=yuv420p" + OUTPUT);
    }
}
