package pro.reelsai.lipsync.face;

import java.util.List;
import java.util.stream.IntStream;
import pro.reelsai.lipsync.face.Opening.Column;
import pro.reelsai.lipsync.viseme.MouthShape;

/**
 * Moves the lower half of a face in a picture, so that the mouth has a shape: lips part and meet, the chin follows, the
 * cheeks give way, and between the lips the inside of a mouth is seen. Not for more than one thread.
 */
public final class MouthWarp {
    private static final int[] CHEEKS = {205, 425};
    /** How soft the edge of a lip is, in pixels. */
    private static final double EDGE = 1.2;
    /** How dark the line is where lips meet that were apart before. */
    private static final double SEAM = 0.5;
    /** How far below the mouth anything moves sideways, in halves of the mouth's width. */
    private static final double SIDEWAYS = 1.4;
    /** Below the chin, everything is at rest again after this share of the way from the mouth to the chin. */
    private static final double NECK = 0.6;

    private final Picture before;

    /** Warps pictures of one size, given in pixels. */
    public MouthWarp(int width, int height) {
        before = Picture.empty(width, height);
    }

    /** What is the same for all pixels of a picture; columns lie at half a pixel's distance. */
    private record Plan(Lips lips, Opening opening, MouthInside inside, List<Column> columns) {
        static Plan of(Lips lips, Opening opening, MouthInside inside) {
            int last = (int) (4 * opening.reach() * lips.unit()) + 2;
            List<Column> columns = IntStream.rangeClosed(0, last)
                    .mapToObj(i -> opening.column((2.0 * i / last - 1) * opening.reach()))
                    .toList();
            return new Plan(lips, opening, inside, columns);
        }

        Column column(double u) {
            return columns.get((int) Math.round((u / opening.reach() + 1) / 2 * (columns.size() - 1)));
        }

        boolean moves(double u, double v) {
            return Math.abs(u) < opening.reach() && v > lips.noseV() && v < lowest();
        }

        double lowest() {
            return lips.chinV() * (1 + NECK) + opening.gap();
        }
    }

    /**
     * Gives the mouth a shape. A mouth that is turned away is left as it is.
     *
     * @param picture what is changed
     * @param face where the face is in it
     */
    public void shape(Picture picture, Face face, MouthShape shape) {
        Lips lips = new Lips(face);
        if (!lips.areSeen()) {
            return;
        }
        Opening opening = new Opening(lips, shape);
        Plan plan = Plan.of(lips, opening, new MouthInside(skin(picture, face), opening.gap(), shape));
        System.arraycopy(picture.pixels(), 0, before.pixels(), 0, before.pixels().length);
        double radius = Math.hypot(opening.reach(), Math.max(plan.lowest(), -lips.noseV())) * lips.unit();
        int left = (int) Math.max(0, lips.pixelX(0, 0) - radius);
        int right = (int) Math.min(picture.width() - 1.0, lips.pixelX(0, 0) + radius);
        int top = (int) Math.max(0, lips.pixelY(0, 0) - radius);
        int bottom = (int) Math.min(picture.height() - 1.0, lips.pixelY(0, 0) + radius);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                if (plan.moves(lips.u(x, y), lips.v(x, y))) {
                    paint(picture, x, y, plan);
                }
            }
        }
    }

    private void paint(Picture picture, int x, int y, Plan plan) {
        Lips lips = plan.lips();
        double u = lips.u(x, y);
        double v = lips.v(x, y);
        Column column = plan.column(u);
        boolean upper = v < (column.upper() + column.lower()) / 2;
        double way = upper ? wayOfUpper(column, v, lips) : wayOfLower(column, v, lips);
        double near = 1 - Smooth.step(v < 0 ? v / lips.noseV() : v / (SIDEWAYS * lips.halfWidth()));
        double fromU = u + (column.sourceU() - u) * near;
        double fromX = lips.pixelX(fromU, v - way);
        double fromY = lips.pixelY(fromU, v - way);
        double below = v - column.upper();
        double above = column.lower() - v;
        double open = Math.clamp(Math.min(below, above) * lips.unit() / EDGE + 0.5, 0, 1) * within(column);
        double seam = seam(column, Math.min(Math.abs(below), Math.abs(above)) * lips.unit(), lips.unit());
        int place = (y * picture.width() + x) * Picture.PIXEL;
        for (int channel = 0; channel < 3; channel++) {
            double color = before.at(fromX, fromY, channel) * (1 - seam);
            if (open > 0) {
                color += open * (plan.inside().color(below, above, column.aside(), channel) - color);
            }
            picture.pixels()[place + channel] = (byte) Math.clamp(Math.round(color), 0, 255);
        }
    }

    /** Inside of a gap at all: where the lips meet, the soft edges of both would add up to a dark line. */
    private static double within(Column column) {
        return column.aside() < 1 && column.lower() - column.upper() > 1e-4 ? 1 : 0;
    }

    private static double wayOfUpper(Column column, double v, Lips lips) {
        double share = (column.upper() - v) / Math.max(1e-6, column.upper() - lips.noseV());
        return (column.upper() - column.upperSeen()) * (1 - Smooth.step(share));
    }

    private static double wayOfLower(Column column, double v, Lips lips) {
        double chin = lips.chinV() + column.jaw();
        double lip = column.lower() - column.lowerSeen();
        double toChin = Smooth.step((v - column.lower()) / Math.max(1e-6, chin - column.lower()));
        double rest = 1 - Smooth.step((v - chin) / (NECK * lips.chinV()));
        return (lip + (column.jaw() - lip) * toChin) * rest;
    }

    /** Lips that meet throw a shadow on one another; those that were shut have theirs already. */
    private static double seam(Column column, double distance, double unit) {
        double wasOpen = Math.min(1, (column.lowerSeen() - column.upperSeen()) * unit / 4);
        double shut = 1 - Smooth.step((column.lower() - column.upper()) * unit / 4);
        double line = Math.exp(-distance * distance / 2);
        return SEAM * wasOpen * shut * line * Math.max(0, 1 - column.aside() * column.aside());
    }

    private static double skin(Picture picture, Face face) {
        double sum = 0;
        for (int cheek : CHEEKS) {
            double x = face.x()[cheek];
            double y = face.y()[cheek];
            sum += 0.11 * picture.at(x, y, 0) + 0.59 * picture.at(x, y, 1) + 0.3 * picture.at(x, y, 2);
        }
        return sum / CHEEKS.length;
    }
}
