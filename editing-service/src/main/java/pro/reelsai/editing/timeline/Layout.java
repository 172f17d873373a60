package pro.reelsai.editing.timeline;

import java.util.List;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.LayoutType;
import pro.reelsai.rendering.timeline.Box;
import pro.reelsai.rendering.timeline.Outline;

/**
 * Where assets and actor are in the picture.
 *
 * @param width the picture's width in pixels
 * @param height the picture's height in pixels
 * @param panes the places, from the back to the front
 */
public record Layout(int width, int height, List<Pane> panes) {
    /** Free of what the apps draw over a video: about 6 % at either side, 12 % at the top, 20 % at the bottom. */
    private static final double SIDE_MARGIN = 0.065;

    private static final double TOP_MARGIN = 0.13;
    private static final double BOTTOM_MARGIN = 0.21;

    /** A bubble's diameter as a share of the shorter side. */
    private static final double BUBBLE = 0.38;

    private static final double CUT_OUT_UPRIGHT = 0.64;
    private static final double CUT_OUT_WIDE = 0.94;

    /** Actors are drawn and filmed 9:16. */
    private static final double ACTOR_ASPECT = 9.0 / 16;

    public Layout {
        panes = List.copyOf(panes);
    }

    /**
     * A place in the picture.
     *
     * @param content what is seen there
     * @param box where it is
     * @param outline its shape; a round one needs a square box
     */
    public record Pane(Content content, Box box, Outline outline) {}

    /** What is seen in a place. */
    public enum Content {
        /** The user's pictures and clips, one after the other. */
        ASSETS,
        /** The actor, all the time. */
        ACTOR,
        /** The actor, whom pictures and clips replace for a while. */
        ACTOR_AND_CUTAWAYS
    }

    /**
     * The places of a layout in a shape.
     *
     * @param corner where a bubble is
     * @param shortSide the picture's shorter side in pixels, even
     */
    public static Layout of(LayoutType type, AspectRatio shape, Corner corner, int shortSide) {
        double scale = (double) shortSide / Math.min(shape.width(), shape.height());
        int width = even(shape.width() * scale);
        int height = even(shape.height() * scale);
        return new Layout(
                width,
                height,
                switch (type) {
                    case TOP_BOTTOM -> topAndBottom(width, height);
                    case SIDE_BY_SIDE -> sideBySide(width, height);
                    case AVATAR_BUBBLE -> bubble(width, height, corner);
                    case FULL_ACTOR -> List.of(rectangle(Content.ACTOR_AND_CUTAWAYS, 0, 0, width, height));
                    case ACTOR_CUTOUT -> cutOut(width, height);
                });
    }

    private static List<Pane> topAndBottom(int width, int height) {
        int seam = (height / 2 + 1) & ~1;
        return List.of(
                rectangle(Content.ASSETS, 0, 0, width, seam), rectangle(Content.ACTOR, 0, seam, width, height - seam));
    }

    private static List<Pane> sideBySide(int width, int height) {
        int seam = (width / 2 + 1) & ~1;
        return List.of(
                rectangle(Content.ASSETS, 0, 0, seam, height), rectangle(Content.ACTOR, seam, 0, width - seam, height));
    }

    private static List<Pane> bubble(int width, int height, Corner corner) {
        int diameter = even(Math.min(width, height) * BUBBLE);
        int left = even(width * SIDE_MARGIN);
        int x = corner.isLeft() ? left : width - left - diameter;
        int y = corner.isUpper() ? even(height * TOP_MARGIN) : even(height * (1 - BOTTOM_MARGIN)) - diameter;
        return List.of(
                rectangle(Content.ASSETS, 0, 0, width, height),
                new Pane(Content.ACTOR, new Box(x, y, diameter, diameter), Outline.ROUND));
    }

    /** The actor stands on the lower edge, on the right, and leaves most of an upright picture to the product. */
    private static List<Pane> cutOut(int width, int height) {
        int actorHeight = even(height * (height > width ? CUT_OUT_UPRIGHT : CUT_OUT_WIDE));
        int actorWidth = Math.min(width, even(actorHeight * ACTOR_ASPECT));
        Box box = new Box(width - actorWidth, height - actorHeight, actorWidth, actorHeight);
        return List.of(rectangle(Content.ASSETS, 0, 0, width, height), new Pane(Content.ACTOR, box, Outline.CUT_OUT));
    }

    private static Pane rectangle(Content content, int x, int y, int width, int height) {
        return new Pane(content, new Box(x, y, width, height), Outline.RECTANGLE);
    }

    private static int even(double pixels) {
        return (int) Math.round(pixels / 2) * 2;
    }
}
