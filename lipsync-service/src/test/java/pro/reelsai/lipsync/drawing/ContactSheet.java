package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.EncoderPNG;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.SamplingMode;
import io.github.humbleui.skija.Surface;
import io.github.humbleui.types.Rect;
import java.util.List;
import pro.reelsai.lipsync.presenter.Pose;
import pro.reelsai.lipsync.viseme.MouthShape;

/** Several frames of a presenter in one picture, cropped as the lower half of an ad is. */
final class ContactSheet {
    private static final int COLUMNS = 4;
    private static final int CELL_WIDTH = 480;
    private static final int CELL_HEIGHT = CELL_WIDTH * 640 / 720;

    private record Frame(Pose pose, MouthShape mouth) {}

    private static final List<Frame> FRAMES = List.of(
            new Frame(Pose.REST, MouthShape.SHUT),
            new Frame(new Pose(1, 0.3, 2, 0, 0, 0, 0.5, 0, 0.4, 0), new MouthShape(0.85, 0.05, 0, 0, 0)),
            new Frame(new Pose(-1, -0.3, -2, 0, 0, 0.8, -0.5, 0, 0.4, 0), new MouthShape(0.2, 0.8, 0, 0, 0)),
            new Frame(new Pose(0, 0.8, 0, 3, 1, 0, 0, 0, 0.4, 0), new MouthShape(0.42, -0.5, 0.8, 0, 0)),
            new Frame(new Pose(0.5, 0, 1, 0, 0.5, 0, 0, 0, 0.4, 0), new MouthShape(0.18, -0.7, 1, 0, 0)),
            new Frame(new Pose(-0.5, 0, -1, 0, 0, 0.3, 0, 0, 0.4, 0), new MouthShape(0.1, 0.1, 0, 1, 0)),
            new Frame(new Pose(0, 0, 0, 0, 0, 1, 0, 0, 0.4, 0), new MouthShape(0.62, 0.5, 0, 0, 0)),
            new Frame(new Pose(0, 0, 0, 0, 0, 0, 0, 0, 0.9, 0), new MouthShape(0.26, 0.2, 0, 0, 1)));

    private ContactSheet() {}

    /** Draws the frames; as PNG. */
    static byte[] draw(PresenterPainter painter) {
        int rows = FRAMES.size() / COLUMNS;
        ImageInfo info =
                new ImageInfo(COLUMNS * CELL_WIDTH, rows * CELL_HEIGHT, ColorType.BGRA_8888, ColorAlphaType.OPAQUE);
        try (Surface surface = Surface.makeRaster(info)) {
            for (int i = 0; i < FRAMES.size(); i++) {
                Frame frame = FRAMES.get(i);
                painter.paint(frame.pose(), frame.mouth());
                Rect cell = Rect.makeXYWH(i % COLUMNS * CELL_WIDTH, i / COLUMNS * CELL_HEIGHT, CELL_WIDTH, CELL_HEIGHT);
                place(surface.getCanvas(), painter, cell);
            }
            try (Image sheet = surface.makeImageSnapshot();
                    Data png = EncoderPNG.encode(sheet)) {
                return png.getBytes();
            }
        }
    }

    private static void place(Canvas canvas, PresenterPainter painter, Rect cell) {
        try (Image picture = painter.picture()) {
            canvas.drawImageRect(picture, Rect.makeLTRB(0, 320, 720, 960), cell, SamplingMode.MITCHELL, null, true);
        }
    }
}
