package pro.reelsai.local.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.reelsai.lipsync.presenter.Presenter;
import pro.reelsai.lipsync.presenter.Presenters;
import pro.reelsai.local.demo.SampleProduct;
import pro.reelsai.local.demo.Samples;
import pro.reelsai.model.Actor;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.Asset;
import pro.reelsai.model.AssetType;
import pro.reelsai.model.CaptionStyle;
import pro.reelsai.model.LayoutType;
import pro.reelsai.model.LipsyncProvider;
import pro.reelsai.model.Product;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Word;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.StoredObject;
import pro.reelsai.model.VideoConfiguration;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.stage.StageHandler;

/**
 * {@code ./reels gallery}: every layout in every shape with every caption style, rendered small by the stages themselves. Their
 * stills are laid out on a contact sheet for each shape, with a column for each style and one for the card at the end; on one
 * sheet for all; and on a page.
 */
public final class Gallery {
    private static final String TEXT = "Meet the NEW Duskling lamp, a calmer evening at home. Order yours today!";
    private static final double WORD_SECONDS = 0.33;
    private static final String SHORT_SIDE = "360";

    /** When most styles show one word spoken, one before and one to come. */
    private static final String EARLY = "0.9";

    private static final String LATE = "4.0";
    private static final int SIDE = 240;
    private static final int SIDE_WHERE_ALL_ARE = 120;

    private final Path folder;
    private final PrintStream out;
    private final Stages stages;
    private final SpeechMarks marks = marks();

    private Gallery(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
        this.stages = new Stages(folder, new Ffmpeg("ffmpeg"));
    }

    /** One argument: the folder for the sheets and for all that is rendered. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        new Gallery(folder.toAbsolutePath(), System.out).run();
    }

    private void run() throws Exception {
        Path speech = folder.resolve("speech.mp3");
        Tool.ffmpeg(
                "-f lavfi -i sine=f=190:r=48000:d=%s -af tremolo=f=3:d=0.95 @".formatted(marks.durationSeconds()),
                speech);
        StageOutput voice = stages.voice(speech, marks);
        Map<LayoutType, StageContext> spoken = spoken(voice);
        StageHandler composing = stages.editing(Map.of("reels.editing.short-side", SHORT_SIDE));
        List<String> columns = new ArrayList<>(CaptionStyle.names());
        columns.add("at the end");
        List<ContactSheet> sheets = new ArrayList<>();
        for (AspectRatio shape : AspectRatio.values()) {
            List<ContactSheet.Row> rows = new ArrayList<>();
            for (LayoutType layout : LayoutType.values()) {
                StageContext context = shaped(spoken.get(layout), shape, null);
                String name = layout + "-" + fileName(shape);
                context = context.with(Stage.EDITING, made(composing, name + "-editing", context));
                rows.add(new ContactSheet.Row(layout.name(), stills(context, name)));
            }
            ContactSheet sheet = new ContactSheet(shape.label(), columns, rows);
            tell(Picture.write(sheet.draw(SIDE), folder.resolve("gallery-%s.jpg".formatted(fileName(shape)))));
            sheets.add(sheet);
        }
        List<BufferedImage> small = new ArrayList<>();
        for (ContactSheet sheet : sheets) {
            small.add(sheet.draw(SIDE_WHERE_ALL_ARE));
        }
        tell(Picture.write(Picture.inTwos(small), folder.resolve("gallery.jpg")));
        tell(GalleryPage.write(sheets, folder.resolve("index.html")));
    }

    private void tell(Path file) {
        out.println("Written to " + file);
    }

    private static String fileName(AspectRatio shape) {
        return shape.label().replace(':', 'x');
    }

    /** Each layout with a presenter who has spoken; shapes and captions are still to come, and change nothing in that. */
    private Map<LayoutType, StageContext> spoken(StageOutput voice) throws Exception {
        List<Asset> assets = assets();
        Map<LayoutType, StageContext> spoken = new EnumMap<>(LayoutType.class);
        for (LayoutType layout : LayoutType.values()) {
            StageContext context = context(layout, voice, assets);
            out.printf("%s: %s speaks%n", layout, context.actor().identifier());
            spoken.put(layout, context.with(Stage.LIPSYNC, made(stages.lipsync(), layout + "-lipsync", context)));
        }
        return spoken;
    }

    private StageOutput made(StageHandler stage, String name, StageContext context) throws Exception {
        return stages.output(stages.run(stage, name, context));
    }

    private List<Path> stills(StageContext context, String name) throws Exception {
        List<Path> cells = new ArrayList<>();
        Path ad = folder;
        for (CaptionStyle style : CaptionStyle.values()) {
            String styled = name + "-" + style.wireName();
            ad = stages.run(
                            stages.captions(),
                            styled,
                            shaped(context, context.configuration().aspectRatio(), style))
                    .files()
                    .getFirst()
                    .file();
            cells.add(frame(ad, EARLY, styled));
        }
        cells.add(frame(ad, LATE, name + "-end"));
        return cells;
    }

    private Path frame(Path ad, String at, String name) throws IOException, InterruptedException {
        Path frame = folder.resolve(name + ".png");
        Tool.ffmpeg("-ss " + at + " -i @ -frames:v 1 @", ad, frame);
        return frame;
    }

    private List<Asset> assets() throws IOException {
        List<Asset> assets = new ArrayList<>();
        for (Path file : Samples.assets(folder.resolve("samples"))) {
            StoredObject object = stages.object(file);
            AssetType type = file.toString().endsWith(".mp4") ? AssetType.VIDEO : AssetType.IMAGE;
            assets.add(new Asset(new UUID(0, assets.size()), type, object.key(), object.sha256(), 0, 0, 0, null));
        }
        return assets.subList(0, 2);
    }

    private static StageContext context(LayoutType layout, StageOutput voice, List<Asset> assets) throws IOException {
        SampleProduct product = Samples.product();
        List<Presenter> presenters = Presenters.ALL;
        String presenter = presenters.get(layout.ordinal() % presenters.size()).identifier();
        return new StageContext(
                new Product(new UUID(0, 1), product.name(), product.description(), product.productLink()),
                new VideoConfiguration(15, "all", product.cta(), "", AspectRatio.PORTRAIT, null, "en"),
                null,
                null,
                new Actor(new UUID(0, 2), presenter, LipsyncProvider.LOCAL, presenter, null),
                layout,
                assets,
                Map.of(Stage.VOICE, voice));
    }

    private static StageContext shaped(StageContext context, AspectRatio shape, @Nullable CaptionStyle style) {
        VideoConfiguration plain = context.configuration();
        VideoConfiguration shaped = new VideoConfiguration(
                plain.duration(),
                plain.targetAudience(),
                plain.cta(),
                plain.direction(),
                shape,
                style == null ? null : style.wireName(),
                plain.language());
        return new StageContext(
                context.product(),
                shaped,
                context.script(),
                context.voice(),
                context.actor(),
                context.layout(),
                context.assets(),
                context.outputs());
    }

    private static SpeechMarks marks() {
        List<Word> words = new ArrayList<>();
        for (String word : TEXT.split(" ")) {
            words.add(new Word(word, words.size() * WORD_SECONDS, (words.size() + 1) * WORD_SECONDS - 0.03));
        }
        return new SpeechMarks(words.size() * WORD_SECONDS, "gallery", words, List.of());
    }
}
