package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Path;
import io.github.humbleui.skija.Shader;
import io.github.humbleui.types.Rect;
import pro.reelsai.lipsync.presenter.Pose;
import pro.reelsai.lipsync.presenter.Presenter;
import pro.reelsai.lipsync.presenter.Presenter.Skin;
import pro.reelsai.lipsync.viseme.MouthShape;

/** Neck, chest and clothes. They rise and fall with the breath; only the chin's shadow follows the head. */
final class BodyLayer implements Layer {
    private static final Rect CLOTHES = Rect.makeLTRB(-270, 150, 270, 580);
    private static final float SHADOW_RADIUS = 96;

    private final Inks inks = Inks.quick();
    private final float neckHalfWidth;
    private final Path neck;
    private final Path collarBones;
    private final Paint neckSkin;
    private final Paint collarBoneLine;
    private final Paint chinShadow;
    private final Sprite clothes;

    BodyLayer(Presenter presenter) {
        Skin skin = presenter.skin();
        neckHalfWidth = presenter.face().neck();
        float n = neckHalfWidth;
        neck = inks.shape(
                "M%1$s,60 L%1$s,150 C%2$s,190 %3$s,204 %4$s,214 L%4$s,290 L-%4$s,290 L-%4$s,214 C-%3$s,204 -%2$s,190 -%1$s,150 L-%1$s,60Z"
                        .formatted(n, n + 4, n + 22, n + 74));
        collarBones = inks.shape(
                "M-%1$s,214 C-%2$s,222 -24,222 -12,232 M%1$s,214 C%2$s,222 24,222 12,232".formatted(n + 34, n));
        neckSkin = inks.along(-n, 120, n * 0.8f, 290, skin.base(), skin.light(), skin.base());
        collarBoneLine = inks.line(Colors.withAlpha(skin.shade(), 0x80), 3);
        chinShadow = inks.shaded(inks.own(Shader.makeRadialGradient(
                8,
                118,
                SHADOW_RADIUS,
                new int[] {
                    Colors.withAlpha(skin.line(), 0xB0),
                    Colors.withAlpha(skin.line(), 0x90),
                    Colors.withAlpha(skin.line(), 0)
                },
                new float[] {0, 0.55f, 1})));
        clothes = new Sprite(CLOTHES, canvas -> Tailor.draw(canvas, presenter));
    }

    @Override
    public void draw(Canvas canvas, Pose pose, MouthShape mouth) {
        canvas.save();
        canvas.translate(0, (float) (-1.6 * pose.breath()));
        canvas.drawPath(neck, neckSkin);
        canvas.drawPath(collarBones, collarBoneLine);
        drawChinShadow(canvas, pose, mouth);
        clothes.draw(canvas);
        canvas.restore();
    }

    private void drawChinShadow(Canvas canvas, Pose pose, MouthShape mouth) {
        canvas.save();
        canvas.clipPath(neck, true);
        canvas.translate((float) (pose.yaw() * 8), (float) (pose.bob() + pose.pitch() * 6 + mouth.open() * 12));
        canvas.drawCircle(8, 118, SHADOW_RADIUS, chinShadow);
        canvas.restore();
    }

    @Override
    public void close() {
        inks.close();
        clothes.close();
    }
}
