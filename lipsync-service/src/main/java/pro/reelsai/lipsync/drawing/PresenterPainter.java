package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.Pixmap;
import io.github.humbleui.skija.Surface;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.reelsai.lipsync.presenter.HairCut;
import pro.reelsai.lipsync.presenter.Pose;
import pro.reelsai.lipsync.presenter.Presenter;
import pro.reelsai.lipsync.viseme.MouthShape;

/**
 * Draws one presenter, frame by frame, 720x1280 pixels. The head lies so that the rows 320 to 960 show it with room
 * above and the shoulders below. Not for more than one thread; holds native memory until it is closed.
 */
public final class PresenterPainter implements AutoCloseable {
    /** The drawing's width in pixels. */
    public static final int WIDTH = 720;
    /** The drawing's height in pixels. */
    public static final int HEIGHT = 1280;
    /** The size of a frame: four bytes a pixel, blue first, the fourth without meaning in a room, else the opacity by which
     * the others are multiplied. */
    public static final int FRAME_BYTES = WIDTH * HEIGHT * 4;

    /** Pixels a unit of the drawing. */
    static final float SCALE = 1.2f;

    private static final int TRANSPARENT = 0;

    private static final float EYES_X = WIDTH / 2f;
    private static final float EYES_Y = 606;

    private final ByteBuffer pixels = ByteBuffer.allocateDirect(FRAME_BYTES);
    private final Pixmap pixmap;
    private final Surface surface;
    private final @Nullable Image room;
    private final List<Layer> layers;

    /**
     * Makes everything that stays the same from frame to frame.
     *
     * @param cutOut whether there is nothing behind the presenter, not even a room
     */
    public PresenterPainter(Presenter presenter, boolean cutOut) {
        ColorAlphaType alpha = cutOut ? ColorAlphaType.PREMUL : ColorAlphaType.OPAQUE;
        ImageInfo info = new ImageInfo(WIDTH, HEIGHT, ColorType.BGRA_8888, alpha);
        pixmap = Pixmap.make(info, pixels, WIDTH * 4);
        surface = Surface.wrapPixels(pixmap);
        room = cutOut ? null : furnish(presenter);
        layers = layers(presenter);
    }

    private static List<Layer> layers(Presenter presenter) {
        HairCut cut = presenter.hair().cut();
        List<Layer> layers = new ArrayList<>();
        layers.add(new HangingHairLayer(cut.behind(), presenter.hair(), HairLight.SHADED, HeadMotion.BACK));
        layers.add(new BodyLayer(presenter));
        layers.add(new HangingHairLayer(cut.draped(), presenter.hair(), HairLight.HANGING, HeadMotion.SIDE));
        layers.add(new FaceLayer(presenter));
        if (presenter.face().age() > 0) {
            layers.add(new LinesLayer(presenter));
        }
        layers.add(new NoseLayer(presenter));
        layers.add(new MouthLayer(presenter));
        layers.add(new EyesLayer(presenter));
        if (presenter.outfit().glasses() != 0) {
            layers.add(new GlassesLayer(presenter));
        }
        layers.add(new CrownLayer(cut.crown(), presenter.hair()));
        if (!cut.overEars()) {
            layers.add(new EarsLayer(presenter));
        }
        return List.copyOf(layers);
    }

    private Image furnish(Presenter presenter) {
        Scenery.draw(surface.getCanvas(), WIDTH, HEIGHT, presenter.backdrop());
        return surface.makeImageSnapshot();
    }

    /**
     * Draws a frame.
     *
     * @param pose the head, eyes and chest
     * @param mouth the mouth
     * @param frame where the pixels go, {@link #FRAME_BYTES} long
     */
    public void paint(Pose pose, MouthShape mouth, byte[] frame) {
        paint(pose, mouth);
        pixels.get(0, frame);
    }

    /** The picture as it is now, for the caller to close. */
    Image picture() {
        return surface.makeImageSnapshot();
    }

    /** Draws a frame and leaves it on the surface. */
    void paint(Pose pose, MouthShape mouth) {
        Canvas canvas = surface.getCanvas();
        if (room == null) {
            canvas.clear(TRANSPARENT);
        } else {
            canvas.drawImage(room, 0, 0);
        }
        canvas.save();
        canvas.translate(EYES_X, EYES_Y);
        canvas.scale(SCALE, SCALE);
        for (Layer layer : layers) {
            layer.draw(canvas, pose, mouth);
        }
        canvas.restore();
    }

    @Override
    public void close() {
        layers.forEach(Layer::close);
        if (room != null) {
            room.close();
        }
        surface.close();
        pixmap.close();
    }
}
