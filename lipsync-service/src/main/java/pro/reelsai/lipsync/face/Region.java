package pro.reelsai.lipsync.face;

/**
 * A part of a picture, which may lie askew.
 *
 * @param x its middle, in pixels from the left
 * @param y its middle, in pixels from the top
 * @param width in pixels
 * @param height in pixels
 * @param angle how far it is turned clockwise, in radians
 */
record Region(double x, double y, double width, double height, double angle) {
    static Region square(double x, double y, double side, double angle) {
        return new Region(x, y, side, side, angle);
    }

    static Region whole(Picture picture) {
        return new Region(picture.width() / 2.0, picture.height() / 2.0, picture.width(), picture.height(), 0);
    }
}
