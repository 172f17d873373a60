package studio;

import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.EncodeJPEGOptions;
import io.github.humbleui.skija.EncoderJPEG;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.ImageInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes finished pictures. */
final class Picture {

    private static final int QUALITY = 89;

    private Picture() {}

    static ImageInfo rgba(int width, int height) {
        return new ImageInfo(width, height, ColorType.RGBA_8888, ColorAlphaType.OPAQUE);
    }

    static void save(byte[] rgba, int width, int height, Path file) throws IOException {
        try (Image image = Image.makeRasterFromBytes(rgba(width, height), rgba, (long) width * 4);
                Data data = EncoderJPEG.encode(image, EncodeJPEGOptions.DEFAULT.withQuality(QUALITY))) {
            Files.write(file, data.getBytes());
        }
    }
}
