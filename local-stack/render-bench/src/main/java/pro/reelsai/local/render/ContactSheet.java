package pro.reelsai.local.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Stills of one shape: a row for each layout, a column for each caption style.
 *
 * @param shape what all of them have in common, such as {@code 9:16}
 * @param columns the columns' names
 * @param rows the rows from the upper one on
 */
record ContactSheet(String shape, List<String> columns, List<Row> rows) {
    private static final int GAP = 6;
    private static final int LINE = 18;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

    /** A row and its stills, pictures of the same size. */
    record Row(String name, List<Path> stills) {}

    /**
     * Draws the sheet.
     *
     * @param side the shorter side of a still on it, in pixels
     * @throws IOException if a still cannot be read
     */
    BufferedImage draw(int side) throws IOException {
        BufferedImage first = Picture.read(rows.getFirst().stills().getFirst(), side);
        int across = first.getWidth() + GAP;
        int down = LINE + first.getHeight() + GAP;
        BufferedImage sheet = Picture.empty(GAP + across * columns.size(), LINE + down * rows.size());
        Graphics2D pen = sheet.createGraphics();
        pen.setFont(FONT);
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        for (int column = 0; column < columns.size(); column++) {
            pen.drawString(columns.get(column), GAP + column * across, LINE - GAP);
        }
        for (int row = 0; row < rows.size(); row++) {
            int top = LINE + row * down;
            pen.drawString(shape + " " + rows.get(row).name(), GAP, top + LINE - GAP);
            List<Path> stills = rows.get(row).stills();
            for (int column = 0; column < stills.size(); column++) {
                BufferedImage still = Picture.read(stills.get(column), side);
                pen.drawImage(still, GAP + column * across, top + LINE, null);
            }
        }
        pen.dispose();
        return sheet;
    }
}
