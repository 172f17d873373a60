package pro.reelsai.gateway.project;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the frontend shows of a project; the values are fixed by the contract. */
public enum ProjectStatus {
    CREATED("Choose what your ad should be"),
    DRAFT("Choose a script, an actor, a voice, a layout and your pictures"),
    PROCESSING("Your script is being spoken"),
    VOICE_OVER_READY("The voice-over is ready"),
    VOICE_OVER_GENERATION_FAILED("The voice-over could not be made"),
    ACTOR_GENERATION_STARTED("The actor is speaking your script"),
    ACTOR_GENERATION_FAILED("The actor's video could not be made"),
    ACTOR_GENERATION_COULD_NOT_START("The actor's video could not be started"),
    ACTOR_GENERATION_COMPLETED("The actor's video is ready"),
    ACTOR_GENERATION_CANCELLED("The actor's video was cancelled by its provider"),
    ASSETS_VIDEO_GENERATION_STARTED("Your ad is being edited"),
    ASSETS_VIDEO_GENERATION_FAILED("One of your pictures or clips could not be used"),
    LAYOUT_RETRIEVAL_FAILED("The chosen layout is not available any more"),
    UPLOAD_FAILED("The finished ad could not be stored"),
    CAPTIONS_ADDITION_FAILED("The captions could not be added"),
    VIDEO_EDITING_FAILED("Your ad could not be edited"),
    POST_PROCESSING_FAILED("Your ad could not be finished"),
    COMPLETED("Your ad is ready"),
    FAILED("Your ad could not be made"),
    /** Part of the contract; never set by us. */
    TEST("A test"),
    CANCELLED("You cancelled this ad");

    private final String message;

    ProjectStatus(String message) {
        this.message = message;
    }

    /** The value in JSON and in the database. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status in words for the user. */
    public String message() {
        return message;
    }
}
