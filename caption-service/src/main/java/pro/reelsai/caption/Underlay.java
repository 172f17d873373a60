package pro.reelsai.caption;

import java.nio.file.Path;
import pro.reelsai.rendering.picture.Drawing;

/**
 * What captions are laid over.
 *
 * @param drawing the picture
 * @param sound a file with the final sound
 * @param width the picture's width in pixels
 * @param height the picture's height in pixels
 * @param seconds how long it is
 */
record Underlay(Drawing drawing, Path sound, int width, int height, double seconds) {}
