package pro.reelsai.gateway.project;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** The small bodies of the project routes. */
public final class ProjectAnswers {
    private ProjectAnswers() {}

    /**
     * Asks for a project.
     *
     * @param productId what the ad is for
     */
    public record ProjectRequest(@NotNull UUID productId) {}

    /**
     * A project was made.
     *
     * @param projectId the project
     */
    public record ProjectCreated(UUID projectId) {}

    /**
     * The configuration was taken.
     *
     * @param configAdded true
     * @param message the same in words
     */
    public record ConfigurationAdded(boolean configAdded, String message) {}

    /**
     * Chooses who is seen and heard.
     *
     * @param actorId who is seen
     * @param voiceId who is heard
     */
    public record CastingRequest(
            @NotNull UUID actorId, @NotNull UUID voiceId) {}

    /**
     * Actor and voice were taken.
     *
     * @param selectionSuccessful true
     * @param message the same in words
     */
    public record CastingDone(boolean selectionSuccessful, String message) {}

    /**
     * Chooses a layout.
     *
     * @param layoutId the layout
     */
    public record LayoutRequest(@NotNull UUID layoutId) {}

    /**
     * The layout was taken.
     *
     * @param layoutSelected true
     * @param message the same in words
     */
    public record LayoutSelected(boolean layoutSelected, String message) {}
}
