package pro.reelsai.caption;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pro.reelsai.caption.ass.AssScript;
import pro.reelsai.caption.ass.CaptionArea;
import pro.reelsai.caption.ass.CaptionLook;
import pro.reelsai.caption.ass.ClosingCard;
import pro.reelsai.caption.font.FontStack;
import pro.reelsai.caption.font.Typeface;
import pro.reelsai.caption.subtitle.SubtitleFile;
import pro.reelsai.caption.text.Cue;
import pro.reelsai.caption.text.CuePlanner;
import pro.reelsai.caption.text.Token;
import pro.reelsai.caption.text.Tokens;
import pro.reelsai.model.Artifact;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.StoredObject;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.MediaException;
import pro.reelsai.runtime.media.MediaInfo;
import pro.reelsai.runtime.media.MediaProbe;
import pro.reelsai.stage.MediaFailures;
import pro.reelsai.stage.MediaResult;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.ProducedFile;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.StageHandler;
import pro.reelsai.stage.StageJob;
import pro.reelsai.stage.StageResult;

/** Highlights every word of the speech while it is spoken, and encodes the ad for delivery. */
@ApplicationScoped
public class CaptionStage implements StageHandler {
    /** Raise it when the same inputs give another picture; names fonts and encoder, which the picture depends on. */
    private static final String VERSION = "captions-5 montserrat-9.000 noto courier-prime x264";

    private static final int FRAMES_PER_SECOND = 30;
    private static final int PERCENT_WHEN_READIED = 20;
    private static final double LARGEST_LENGTH_ERROR_SECONDS = 0.1;

    /** A word this much wider than the line is still drawn, smaller; a longer one is shown in parts. */
    private static final double WIDEST_WORD_IN_LINES = 1.8;

    private static final MediaFailures FAILURES = new MediaFailures(
            FailureCode.CAPTIONS_FAILED,
            "The ad's picture cannot be read.",
            "Adding the captions took too long.",
            "The captions could not be added.");

    private final CaptionConfig config;
    private final ObjectMapper json;
    private final MediaProbe probe;
    private final Underlays underlays;
    private final CaptionBurner burner;

    public CaptionStage(CaptionConfig config, ObjectMapper json, Ffmpeg ffmpeg, MediaProbe probe) {
        this.config = config;
        this.json = json;
        this.probe = probe;
        this.underlays = new Underlays(json, ffmpeg, probe);
        this.burner = new CaptionBurner(ffmpeg, config);
    }

    @Override
    public Stage stage() {
        return Stage.CAPTION;
    }

    @Override
    public Fingerprint fingerprint(StageRequested request) {
        StageContext context = request.context();
        return Fingerprint.of(
                Stage.CAPTION,
                VERSION,
                Underlays.inputs(context),
                hash(context, Stage.VOICE, Artifact.WORDS),
                CaptionLook.of(context.configuration().captionStyle()),
                area(context),
                context.layout(),
                ClosingCard.of(context),
                context.configuration().language(),
                config.preset(),
                config.quality());
    }

    @Override
    public StageResult run(StageJob job) throws StageException, IOException, InterruptedException {
        StageContext context = job.context();
        SpeechMarks marks = json.readValue(
                job.fetch(required(context, Stage.VOICE, Artifact.WORDS)).toFile(), SpeechMarks.class);
        int drawnFrom = Underlays.isDrawnHere(context) ? PERCENT_WHEN_READIED : 0;
        try {
            Underlay underlay = underlays.of(job, drawnFrom);
            double seconds = underlay.seconds();
            Path captions = write(job, "captions.ass", ass(context, marks, seconds));
            SubtitleFile subtitles = SubtitleFile.of(marks, seconds);
            Path srt = write(job, "captions.srt", subtitles.srt());
            Path vtt = write(job, "captions.vtt", subtitles.vtt());
            Path video = job.directory().resolve("final_video_w_captions.mp4");
            job.checkStillWanted();
            burner.burn(
                    underlay,
                    captions,
                    fonts(job, captions),
                    video,
                    fingerprint(job.request()),
                    FRAMES_PER_SECOND,
                    percent -> job.progress(drawnFrom + percent * (100 - drawnFrom) / 100, "Adding captions"));
            requireDeliverable(probe.probe(video), underlay);
            return new MediaResult(
                    List.of(
                            new ProducedFile(Artifact.FINAL_VIDEO, video, "video/mp4"),
                            new ProducedFile(Artifact.CAPTIONS_ASS, captions, "text/x-ssa"),
                            new ProducedFile(Artifact.CAPTIONS_SRT, srt, "application/x-subrip"),
                            new ProducedFile(Artifact.CAPTIONS_VTT, vtt, "text/vtt")),
                    seconds,
                    "local",
                    VERSION,
                    BigDecimal.ZERO);
        } catch (MediaException e) {
            throw FAILURES.explain(e);
        }
    }

    private CaptionArea area(StageContext context) {
        return CaptionArea.of(context.layout(), context.configuration().aspectRatio(), config.bubbleBelow());
    }

    private String ass(StageContext context, SpeechMarks marks, double seconds) {
        CaptionLook look = CaptionLook.of(context.configuration().captionStyle());
        CaptionArea area = area(context);
        Locale language = Locale.forLanguageTag(context.configuration().language());
        double widest = look.widestLine(area);
        List<Token> tokens = new Tokens(
                        new FontStack(look.face()), look.capitals(), language, widest * WIDEST_WORD_IN_LINES)
                .of(marks);
        List<Cue> cues = new CuePlanner(widest, AssScript.SPACE).plan(tokens, seconds);
        return new AssScript(area, look, FRAMES_PER_SECOND)
                .write(
                        cues,
                        ClosingCard.of(context),
                        context.layout(),
                        context.configuration().aspectRatio(),
                        seconds);
    }

    /** All fonts that the captions name; libass reads every one it is given, so those alone. */
    private static Path fonts(StageJob job, Path captions) throws IOException {
        Path folder = Files.createDirectories(job.directory().resolve("fonts"));
        String named = Files.readString(captions);
        for (Typeface face : Typeface.values()) {
            if (named.contains(face.fullName())) {
                face.copyTo(folder);
            }
        }
        return folder;
    }

    private static Path write(StageJob job, String name, String content) throws IOException {
        return Files.writeString(job.directory().resolve(name), content);
    }

    private static void requireDeliverable(MediaInfo info, Underlay underlay) throws StageException {
        boolean right = info.video()
                        .filter(picture -> picture.codec().equals("h264")
                                && picture.pixelFormat().equals("yuv420p")
                                && picture.width() == underlay.width()
                                && picture.height() == underlay.height())
                        .isPresent()
                && info.audio().filter(sound -> sound.codec().equals("aac")).isPresent()
                && Math.abs(info.durationSeconds() - underlay.seconds()) <= LARGEST_LENGTH_ERROR_SECONDS;
        if (!right) {
            throw new PermanentStageException(
                    FailureCode.CAPTIONS_FAILED, "The finished video is not as it should be: " + info);
        }
    }

    private static @Nullable String hash(StageContext context, Stage stage, Artifact artifact) {
        return context.artifact(stage, artifact).map(StoredObject::sha256).orElse(null);
    }

    private static StoredObject required(StageContext context, Stage stage, Artifact artifact)
            throws PermanentStageException {
        return context.artifact(stage, artifact)
                .orElseThrow(() -> new PermanentStageException(
                        FailureCode.CAPTIONS_FAILED, "The ad's speech or picture is missing. Please start it again."));
    }
}
