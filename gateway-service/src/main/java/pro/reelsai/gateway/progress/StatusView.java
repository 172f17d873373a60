package pro.reelsai.gateway.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.project.ProjectStatus;

/**
 * How far a project's ad is.
 *
 * @param status the project's status
 * @param message the same in words; why, where it failed
 * @param stage the stage at work, such as {@code voice}; null where none is
 * @param percent how much of the ad is done, 0 to 100
 * @param finalVideoUrl the finished ad, readable for a while
 * @param runId the newest run; null before the first
 * @param queuePosition how many ads are begun before this one's turn comes, this one counted; null once it is begun
 * @param cost what the providers charge for the newest run, in US dollars
 * @param stages the stages in their order
 * @param videos the finished files, one for every shape, the first shape first
 */
@Schema(name = "ProjectStatusReport")
public record StatusView(
        ProjectStatus status,
        String message,

        @Nullable @Schema(enumeration = {"script", "voice", "lipsync", "editing", "caption"})
        String stage,

        int percent,
        @Nullable String finalVideoUrl,
        @Nullable UUID runId,
        @Nullable Long queuePosition,
        BigDecimal cost,
        List<StageView> stages,
        List<VideoView> videos) {
    /**
     * One stage.
     *
     * @param stage its name, such as {@code voice}
     * @param state {@code pending}, {@code running}, {@code waiting}, {@code succeeded}, {@code reused}, {@code failed} or
     *     {@code cancelled}
     * @param percent how much of it is done, 0 to 100
     * @param startedAt when it began
     * @param finishedAt when it ended
     * @param attempt in which attempt of the run
     * @param detail what it is doing, why it failed, or that what it has made is of preview quality
     * @param code why it failed, as a stable name
     * @param cost what its provider charges, in US dollars
     * @param previewUrl what it has made, readable for a while: the speech, the actor speaking, the ad without captions
     */
    @Schema(name = "StageReport")
    public record StageView(
            @Schema(enumeration = {"script", "voice", "lipsync", "editing", "caption"})
            String stage,

            @Schema(enumeration = {"pending", "running", "waiting", "succeeded", "reused", "failed", "cancelled"})
            String state,

            int percent,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            int attempt,
            @Nullable String detail,
            @Nullable String code,
            BigDecimal cost,
            @Nullable String previewUrl) {}

    /**
     * One finished file.
     *
     * @param aspectRatio its shape, such as {@code 9:16}
     * @param hook which opening it has; null, since an ad has one
     * @param url the ad, readable for a while
     * @param srtUrl its captions as SubRip
     * @param vttUrl its captions as WebVTT
     */
    @Schema(name = "FinishedVideo")
    public record VideoView(
            String aspectRatio,
            @Nullable String hook,
            @Nullable String url,
            @Nullable String srtUrl,
            @Nullable String vttUrl) {}
}
