package pro.reelsai.rendering.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pro.reelsai.rendering.timeline.Box;
import pro.reelsai.rendering.timeline.Outline;
import pro.reelsai.rendering.timeline.Shot;
import pro.reelsai.rendering.timeline.Timeline;
import pro.reelsai.rendering.timeline.Track;

/**
 * Writes a timeline as an FFmpeg filter graph. Inputs are numbered track by track, shot by shot. Only numbers of ours get
 * into the text.
 */
final class FilterGraph {
    /** The label of the composed picture. */
    static final String OUTPUT = "[picture]";

    /** An actor is filmed upright: a wider box shows all of it on a blurred background instead of its nose. */
    private static final double WIDEST_ACTOR = 1.3;

    private final Timeline timeline;
    private final Colours actorColours;
    private final List<ShotSource> sources;
    private final List<String> chains = new ArrayList<>();
    private int inputs;

    private FilterGraph(Timeline timeline, List<ShotSource> sources, Colours actorColours) {
        this.timeline = timeline;
        this.sources = sources;
        this.actorColours = actorColours;
    }

    /**
     * The graph of a timeline.
     *
     * @param sources where each shot comes from, track by track
     * @param actorColours the colours of the actor's video
     */
    static String of(Timeline timeline, List<ShotSource> sources, Colours actorColours) {
        FilterGraph graph = new FilterGraph(timeline, sources, actorColours);
        List<String> labels = new ArrayList<>();
        for (Track track : timeline.tracks()) {
            labels.add(graph.track(track, labels.size()));
        }
        graph.arrange(labels);
        return String.join(";", graph.chains);
    }

    private String track(Track track, int number) {
        boolean fades = track.shots().stream().anyMatch(shot -> shot.fade() > 0);
        String name = "t" + number;
        return fades ? faded(track, name) : cut(track, name);
    }

    private String faded(Track track, String name) {
        Planes running = planes(track, 0, name + "s0");
        for (int i = 1; i < track.shots().size(); i++) {
            Planes next = planes(track, i, name + "s" + i);
            Planes joined = new Planes(name + "x" + i);
            for (int plane = 0; plane < joined.labels().size(); plane++) {
                String both = running.labels().get(plane) + next.labels().get(plane);
                chains.add(both + join(track.shots().get(i)) + joined.labels().get(plane));
            }
            running = joined;
        }
        String label = "[" + name + "]";
        chains.add(running.merged() + label);
        return label;
    }

    private String cut(Track track, String name) {
        String running = picture(track, 0, name + "s0");
        for (int i = 1; i < track.shots().size(); i++) {
            String joined = "[%sx%d]".formatted(name, i);
            chains.add(running
                    + picture(track, i, name + "s" + i)
                    + join(track.shots().get(i))
                    + joined);
            running = joined;
        }
        return running;
    }

    /** Draws a shot in planes. */
    private Planes planes(Track track, int index, String name) {
        Planes planes = new Planes(name);
        String input = "[%d:v:0]".formatted(inputs);
        if (track.shots().get(index) instanceof Shot.Still still) {
            Camera camera = new Camera(track.box(), timeline.framesPerSecond());
            chains.addAll(camera.chains(input, still.move(), track.framesOf(index), planes));
        } else {
            chains.add(input + moving(track, index) + ",format=yuv420p," + planes.split());
        }
        inputs++;
        return planes;
    }

    /** Draws a shot. */
    private String picture(Track track, int index, String name) {
        String label = "[" + name + "]";
        if (track.shots().get(index) instanceof Shot.Still) {
            chains.add(planes(track, index, name).merged() + label);
        } else {
            chains.add("[%d:v:0]%s%s".formatted(inputs, moving(track, index), label));
            inputs++;
        }
        return label;
    }

    /** Scaled while colours are still multiplied by opacity, or what is behind the actor would shine through its edges. */
    private String cutOut(Box box) {
        return "split[upper][lower];[upper]crop=iw:ih/2:0:0[colour];[lower]crop=iw:ih/2:0:ih/2,format=gray[opacity];"
                + "[colour][opacity]alphamerge,scale=%d:%d:flags=bicubic,setsar=1".formatted(box.width(), box.height());
    }

    /** What joins a shot to those before it. */
    private String join(Shot shot) {
        if (shot.fade() == 0) {
            return "concat=n=2:v=1,settb=1/" + timeline.framesPerSecond();
        }
        return String.format(
                Locale.ROOT,
                "xfade=transition=fade:duration=%.6f:offset=%.6f",
                (double) shot.fade() / timeline.framesPerSecond(),
                (double) shot.start() / timeline.framesPerSecond());
    }

    /** The filters of a shot whose source moves by itself. */
    private String moving(Track track, int index) {
        int frames = track.framesOf(index);
        String filters =
                switch (track.shots().get(index)) {
                    case Shot.Still still -> throw new IllegalArgumentException("Moved by a camera: " + still);
                    case Shot.Clip clip -> clip(sources.get(inputs)) + exactly(frames);
                    case Shot.Actor actor
                    when track.outline() == Outline.CUT_OUT -> exactly(frames) + "," + cutOut(track.box());
                    case Shot.Actor actor -> actor(track.box()) + "," + exactly(frames);
                };
        return filters + ",settb=1/" + timeline.framesPerSecond();
    }

    private static String clip(ShotSource source) {
        return source.filters().isEmpty() ? "" : source.filters() + ",";
    }

    /** A source that is a frame short must not end the ad early, so its last frame stands in. */
    private String exactly(int frames) {
        return "fps=%d,tpad=stop_mode=clone:stop=%d,trim=end_frame=%d"
                .formatted(timeline.framesPerSecond(), frames, frames);
    }

    private String actor(Box box) {
        String assumed = actorColours.assume(timeline.width(), timeline.height());
        return box.aspect() > WIDEST_ACTOR
                ? assumed + Framing.onBlur(box)
                : "%s%s,scale=%d:%d:flags=bicubic:%s,format=yuv420p,setsar=1"
                        .formatted(assumed, new Framing(box).crop(), box.width(), box.height(), Colours.CONVERT);
    }

    /** The length is set here: an encoder that is told to stop after so many frames lets go of sound that is still to come. */
    private String finish() {
        return Colours.TAGS + ",format=yuv420p,trim=end_frame=" + timeline.frames() + OUTPUT;
    }

    /** Stacking copies memory; laying over a canvas costs nine times as much. */
    private void arrange(List<String> labels) {
        String pictures = String.join("", labels);
        List<Track> tracks = timeline.tracks();
        if (tracks.size() == 1) {
            chains.add(pictures + finish());
        } else if (areRows(tracks)) {
            chains.add(pictures + "vstack=inputs=" + labels.size() + "," + finish());
        } else if (areColumns(tracks)) {
            chains.add(pictures + "hstack=inputs=" + labels.size() + "," + finish());
        } else {
            layOver(labels);
        }
    }

    private void layOver(List<String> labels) {
        String below = labels.getFirst();
        for (int i = 1; i < labels.size(); i++) {
            Track track = timeline.tracks().get(i);
            String over = labels.get(i);
            if (track.outline() == Outline.ROUND) {
                Bubble bubble = new Bubble(track.box().width(), "b" + i);
                chains.addAll(bubble.chains(over));
                over = bubble.label();
            }
            String label = "[o" + i + "]";
            String alpha = track.outline() == Outline.CUT_OUT ? ":alpha=premultiplied" : "";
            chains.add("%s%soverlay=%d:%d:format=yuv420%s%s"
                    .formatted(below, over, track.box().x(), track.box().y(), alpha, label));
            below = label;
        }
        chains.add(below + finish());
    }

    private boolean areRows(List<Track> tracks) {
        int y = 0;
        for (Track track : tracks) {
            if (track.box().x() != 0 || track.box().y() != y || track.box().width() != timeline.width()) {
                return false;
            }
            y += track.box().height();
        }
        return y == timeline.height();
    }

    private boolean areColumns(List<Track> tracks) {
        int x = 0;
        for (Track track : tracks) {
            if (track.box().y() != 0 || track.box().x() != x || track.box().height() != timeline.height()) {
                return false;
            }
            x += track.box().width();
        }
        return x == timeline.width();
    }
}
