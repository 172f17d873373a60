package studio;

import io.github.humbleui.skija.Bitmap;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.SamplingMode;
import io.github.humbleui.skija.Surface;
import io.github.humbleui.types.Rect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Clip: the last sun wanders over a bedroom wall and goes, and the lamp on the night table comes on. */
final class Dusk {

    private static final double SECONDS = 7;
    private static final double MARGIN = 1.09;
    private static final double STENCIL = 120;
    private static final Vec STENCIL_AT = Vec.of(0, 20, -18);

    private Dusk() {}

    private static Scene scene() {
        List<Shape> shapes = new ArrayList<>();
        Material wall = Material.pattern(
                p -> Vec.srgb(0x7E9C91).times(0.97 + 0.06 * Noise.cloud(p.x() * 0.5, p.y() * 0.5, 3)), 0, 1);
        shapes.add(new Cove(26, 0, Material.matte(Vec.srgb(0x8A6A4E)), wall));
        Material oak = Props.wood(Vec.srgb(0x7A4E2C), Vec.srgb(0xC4955F), 0.035);
        shapes.add(new Block(Vec.of(0, -2, -4), Vec.of(60, 2, 21), 0.7, 0, oak));
        Duskling.Unit lamp = Duskling.at(Vec.of(0, 0, 0), Duskling.MUSTARD, 13);
        shapes.addAll(lamp.shapes());
        shapes.addAll(Props.book(Vec.of(-17.5, 0, 0), 17, 2.6, 12, 9, Vec.srgb(0x9C3F2C)));
        shapes.addAll(Props.book(Vec.of(-17.2, 2.6, -0.4), 15, 1.9, 11, -6, Vec.srgb(0xE6D5B8)));
        shapes.add(Props.bowl(Vec.of(-17.6, 4.5, 0), 2.5, 3.8, 6.2, Material.satin(Vec.srgb(0xDDE3DC), 0.05, 0.25)));
        Vec vase = Vec.of(16.5, 0, -5);
        shapes.add(Props.vase(vase, 14, Material.satin(Vec.srgb(0xD9A08A), 0.045, 0.35)));
        Vec green = Vec.srgb(0x6F9479);
        Vec mouth = vase.plus(Vec.of(0, 12, 0));
        shapes.addAll(Props.branch(mouth, Vec.of(0.18, 1, 0.1), 22, green, 3));
        shapes.addAll(Props.branch(mouth, Vec.of(-0.34, 1, 0.12), 17, green, 8));
        shapes.addAll(Props.branch(mouth, Vec.of(0.62, 1, 0.22), 16, green.times(0.85), 21));
        Vec towards = Vec.of(-0.66, 0.46, 0.68).unit();
        Sun sun = new Sun(towards, Vec.of(5.4, 4.1, 2.8), new Gobo(Stencils.windowWithPalm(0), STENCIL, STENCIL_AT));
        return Scene.of(shapes, lamp.glows(), sun, Skies.room(Vec.of(0.72, 0.76, 0.88), Vec.of(1.25, 1.2, 1.15)));
    }

    static void shoot(Path file, double scale, int paths, int every) throws IOException {
        int width = (int) (Clip.WIDTH * scale) / 2 * 2;
        int height = (int) (Clip.HEIGHT * scale) / 2 * 2;
        int wide = (int) (width * MARGIN);
        int high = (int) (height * MARGIN);
        Scene scene = scene();
        Camera camera = new Camera(Vec.of(2, 19, 82), Vec.of(0.5, 15.4, 0), 27, 82, 0);
        Film film = new Tracer(scene, camera).shoot(wide, high, paths);
        for (Light light : new Light[] {Light.SKY, Light.SUN_BOUNCE, Light.LAMP}) {
            Denoise.smooth(film, light.ordinal(), 4, 0.8);
        }
        Sunbeams beams = new Sunbeams(scene, camera, wide, high);
        Grade grade = new Grade(0.85, 0.09, 0.2, 0.9);
        int frames = (int) (SECONDS * Clip.RATE);
        try (Clip clip = new Clip(file, width, height, 21)) {
            for (int i = 0; i < frames; i += every) {
                byte[] large = grade.develop(light(film, beams, i / (double) Clip.RATE), wide, high, i);
                double in = i / (frames - 1.0);
                double zoom = MARGIN + (1 - MARGIN) * (0.75 * in + 0.25 * Ease.step(in, 0, 1));
                clip.add(crop(large, wide, high, zoom / MARGIN, width, height));
            }
        }
    }

    /** The light of one moment, mixed of its groups. */
    private static float[] light(Film film, Sunbeams beams, double seconds) {
        double gone = Ease.step(seconds, 0.6, 4.3);
        double lit = Ease.step(seconds, 2.7, 3.7);
        double breath = 1 + 0.035 * Math.sin(seconds * 2.2);
        Vec sky = Vec.of(0.5, 0.5, 0.5).mix(Vec.of(0.075, 0.1, 0.18), Ease.step(seconds, 0.4, 4.8));
        Vec sun = Vec.of(1.25, 1.2, 1.1).mix(Vec.of(0.9, 0.42, 0.18), gone).times(1 - Ease.step(seconds, 1.6, 4.5));
        float[] sum = new float[film.light[0].length];
        add(sum, film.light[Light.SKY.ordinal()], sky);
        add(sum, film.light[Light.SUN_BOUNCE.ordinal()], sun);
        add(sum, film.light[Light.LAMP.ordinal()], Vec.ONE.times(lit * breath));
        if (sun.max() > 0.002) {
            double breeze = 0.035 * Math.sin(seconds * 1.9) + 0.02 * Math.sin(seconds * 3.1 + 1);
            Gobo gobo = new Gobo(Stencils.windowWithPalm(breeze), STENCIL, STENCIL_AT);
            beams.shine(gobo, -0.10 + 0.045 * seconds, -0.06 + 0.026 * seconds, sun, sum);
        }
        return sum;
    }

    private static void add(float[] sum, float[] light, Vec tint) {
        float r = (float) tint.x();
        float g = (float) tint.y();
        float b = (float) tint.z();
        for (int i = 0; i < sum.length; i += 3) {
            sum[i] += light[i] * r;
            sum[i + 1] += light[i + 1] * g;
            sum[i + 2] += light[i + 2] * b;
        }
    }

    private static byte[] crop(byte[] rgba, int wide, int high, double share, int width, int height) {
        float w = (float) (wide * share);
        float h = (float) (high * share);
        var info = Picture.rgba(width, height);
        try (Image image = Image.makeRasterFromBytes(Picture.rgba(wide, high), rgba, (long) wide * 4);
                Surface surface = Surface.makeRaster(info);
                Bitmap bitmap = new Bitmap()) {
            surface.getCanvas()
                    .drawImageRect(
                            image,
                            Rect.makeXYWH((wide - w) / 2, (high - h) / 2, w, h),
                            Rect.makeWH(width, height),
                            SamplingMode.MITCHELL,
                            null,
                            true);
            bitmap.allocPixels(info);
            surface.readPixels(bitmap, 0, 0);
            return bitmap.readPixels();
        }
    }
}
