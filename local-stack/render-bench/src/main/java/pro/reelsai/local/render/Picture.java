package pro.reelsai.local.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Reads, scales and writes pictures. */
final class Picture {
    private Picture() {}

    /** A white picture. */
    static BufferedImage empty(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return picture;
    }

    /**
     * Reads a picture.
     *
     * @param side what its shorter side is scaled to, in pixels
     * @throws IOException if it cannot be read
     */
    static BufferedImage read(Path file, int side) throws IOException {
        BufferedImage picture = ImageIO.read(file.toFile());
        if (picture == null) {
            throw new IOException("This is no picture: " + file);
        }
        // Bilinear scaling looks at four pixels: to less than a half in one go, it would leave most of them out.
        while (shorter(picture) >= 2 * side) {
            picture = scaled(picture, picture.getWidth() / 2, picture.getHeight() / 2);
        }
        double factor = (double) side / shorter(picture);
        return scaled(
                picture, (int) Math.round(picture.getWidth() * factor), (int) Math.round(picture.getHeight() * factor));
    }

    /** Puts pictures into rows of two. */
    static BufferedImage inTwos(List<BufferedImage> pictures) {
        int width = 0;
        int height = 0;
        for (int i = 0; i < pictures.size(); i += 2) {
            List<BufferedImage> row = pictures.subList(i, Math.min(i + 2, pictures.size()));
            width = Math.max(
                    width, row.stream().mapToInt(BufferedImage::getWidth).sum());
            height += row.stream().mapToInt(BufferedImage::getHeight).max().orElseThrow();
        }
        BufferedImage all = empty(width, height);
        Graphics2D pen = all.createGraphics();
        int top = 0;
        for (int i = 0; i < pictures.size(); i += 2) {
            List<BufferedImage> row = pictures.subList(i, Math.min(i + 2, pictures.size()));
            int left = 0;
            for (BufferedImage picture : row) {
                pen.drawImage(picture, left, top, null);
                left += picture.getWidth();
            }
            top += row.stream().mapToInt(BufferedImage::getHeight).max().orElseThrow();
        }
        pen.dispose();
        return all;
    }

    /**
     * Writes a JPEG.
     *
     * @throws IOException if the disk fails
     */
    static Path write(BufferedImage picture, Path file) throws IOException {
        if (!ImageIO.write(picture, "jpg", file.toFile())) {
            throw new IOException("Nothing writes this picture: " + file);
        }
        return file;
    }

    private static int shorter(BufferedImage picture) {
        return Math.min(picture.getWidth(), picture.getHeight());
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        BufferedImage scaled = empty(width, height);
        Graphics2D pen = scaled.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return scaled;
    }
}
