package pro.reelsai.lipsync.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Path;
import pro.reelsai.lipsync.presenter.Pose;
import pro.reelsai.lipsync.presenter.Presenter;
import pro.reelsai.lipsync.presenter.Presenter.Outfit;
import pro.reelsai.lipsync.viseme.MouthShape;

/** Neck, chest and clothes. They rise and fall with the breath; only the chin's shadow follows the head. */
final class BodyLayer implements Layer {
    private static final float BOTTOM = 660;

    private final Inks inks = new Inks();
    private final Presenter presenter;
    private final Path neck;
    private final Path skin;
    private final Path top;
    private final Path jacket;
    private final Path leftLapel;
    private final Path rightLapel;
    private final Path chain;
    private final Paint neckPaint;
    private final Paint collarBone;
    private final Paint topPaint;
    private final Paint jacketPaint;
    private final Paint lapelPaint;
    private final Paint seam;
    private final Paint crease;
    private final Paint chinShadow;
    private final Paint gold;

    BodyLayer(Presenter presenter) {
        this.presenter = presenter;
        Outfit outfit = presenter.outfit();
        float n = presenter.face().neck();
        float s = outfit.shoulder();
        float line = outfit.neckline();
        neck = inks.shape(svg(
                "M%1$s,80 L%1$s,176 C%2$s,214 %3$s,226 %4$s,240 L0,330 L-%4$s,240 C-%3$s,226 -%2$s,214 -%1$s,176 L-%1$s,80Z",
                n, n + 4, n + 22, n + 70));
        skin = inks.shape(svg("M-%1$s,236 C-40,218 40,218 %1$s,236 L70,420 L-70,420Z", n + 66));
        top = inks.shape(svg(
                "M-%1$s,224 C-%2$s,%3$s %2$s,%3$s %1$s,224 L130,250 L130,%4$s L-130,%4$s L-130,250Z",
                n + 26, n * 0.75f, line + (line - 224) * 0.33f + 6, BOTTOM));
        jacket = inks.shape(svg(
                "M-%1$s,206 C-%2$s,226 -%3$s,232 -%4$s,272 C-%5$s,300 -%6$s,430 -%7$s,%8$s L%7$s,%8$s C%6$s,430 %5$s,300 %4$s,272 "
                        + "C%3$s,232 %2$s,226 %1$s,206 C%9$s,260 52,340 6,430 L-6,430 C-52,340 -%9$s,260 -%1$s,206Z",
                n + 14, n + 46, s * 0.78f, s, s + 18, s + 30, s + 36, BOTTOM, n + 20));
        rightLapel = inks.shape(lapel(n, 1));
        leftLapel = inks.shape(lapel(n, -1));
        chain = inks.shape(svg("M-%1$s,214 C-%2$s,250 -22,282 0,288 C22,282 %2$s,250 %1$s,214", n + 8, n + 4));
        neckPaint = inks.vertical(
                110,
                300,
                presenter.skin().shade(),
                presenter.skin().base(),
                presenter.skin().light());
        collarBone = inks.line(alpha(presenter.skin().shade(), 0x70), 3.2f);
        topPaint = inks.along(-60, 240, 80, 420, outfit.top(), outfit.topShade());
        jacketPaint = inks.along(-s, 220, s * 0.7f, 620, outfit.lapel(), outfit.jacket(), outfit.jacketShade());
        lapelPaint = inks.along(-s * 0.5f, 220, s * 0.5f, 430, outfit.lapel(), outfit.jacket());
        seam = inks.line(alpha(outfit.jacketShade(), 0xB0), 2.2f);
        crease = inks.line(alpha(outfit.jacketShade(), 0x60), 5);
        chinShadow = inks.spot(6, 150, 92, alpha(presenter.skin().line(), 0x8C));
        gold = inks.line(outfit.jewellery(), 2);
    }

    @Override
    public void draw(Canvas canvas, Pose pose, MouthShape mouth) {
        canvas.save();
        canvas.translate(0, (float) (-1.6 * pose.breath()));
        canvas.drawPath(neck, neckPaint);
        canvas.drawPath(skin, neckPaint);
        drawChinShadow(canvas, pose, mouth);
        drawCollarBones(canvas);
        canvas.drawPath(top, topPaint);
        if (presenter.outfit().jewellery() != 0) {
            canvas.drawPath(chain, gold);
            canvas.drawCircle(0, 291, 4, gold);
        }
        canvas.drawPath(jacket, jacketPaint);
        drawFolds(canvas);
        canvas.drawPath(leftLapel, lapelPaint);
        canvas.drawPath(rightLapel, lapelPaint);
        canvas.drawPath(leftLapel, seam);
        canvas.drawPath(rightLapel, seam);
        canvas.restore();
    }

    private void drawChinShadow(Canvas canvas, Pose pose, MouthShape mouth) {
        canvas.save();
        canvas.clipPath(neck, true);
        canvas.translate((float) (pose.yaw() * 8), (float) (pose.bob() + pose.pitch() * 6 + mouth.open() * 12));
        canvas.drawCircle(6, 150, 92, chinShadow);
        canvas.restore();
    }

    private void drawCollarBones(Canvas canvas) {
        float n = presenter.face().neck();
        try (Pen pen = new Pen()) {
            pen.at(-n - 34, 236).curve(-n, 244, -22, 246, -12, 254).draw(canvas, collarBone);
            pen.at(n + 34, 236).curve(n, 244, 22, 246, 12, 254).draw(canvas, collarBone);
        }
    }

    private void drawFolds(Canvas canvas) {
        float s = presenter.outfit().shoulder();
        try (Pen pen = new Pen()) {
            for (int side = -1; side <= 1; side += 2) {
                pen.at(side * (s - 34), 350).curve(side * (s - 42), 430, side * (s - 34), 520, side * (s - 40), 640);
                pen.draw(canvas, crease);
                pen.at(side * (s - 30), 356).curve(side * (s - 8), 372, side * (s + 4), 390, side * (s + 12), 420);
                pen.draw(canvas, crease);
            }
        }
    }

    private static String lapel(float n, int side) {
        return svg(
                "M%1$s,204 C%2$s,222 %3$s,236 %4$s,250 L%5$s,316 L%6$s,322 L%7$s,346 C%8$s,380 %9$s,410 %10$s,446 C%11$s,360 %12$s,270 %1$s,204Z",
                side * (n + 12f),
                side * (n + 30f),
                side * (n + 46f),
                side * (n + 52f),
                side * (n + 64f),
                side * (n + 44f),
                side * (n + 58f),
                side * 70f,
                side * 40f,
                side * 4f,
                side * 46f,
                side * (n + 10f));
    }

    private static int alpha(int color, int alpha) {
        return color & 0x00FFFFFF | alpha << 24;
    }

    private static String svg(String template, Object... numbers) {
        return template.formatted(numbers);
    }

    @Override
    public void close() {
        inks.close();
    }
}
