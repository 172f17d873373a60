package pro.reelsai.rendering.timeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A timeline as it lies in the bucket, for the stage that draws it.
 *
 * @param model which version of the JSON it is
 * @param timeline all that is on screen
 */
@RegisterForReflection(
        targets = {
            TimelineFile.class,
            Timeline.class,
            Track.class,
            Box.class,
            ClipTiming.class,
            Shot.class,
            Shot.Still.class,
            Shot.Clip.class,
            Shot.Actor.class,
            Move.class,
            Outline.class
        })
public record TimelineFile(String model, Timeline timeline) {
    /** The version that is written. A field may be added within it; whatever changes a field's meaning is another version. */
    public static final String MODEL = "timeline-1";

    /** The name of the file. */
    public static final String NAME = "timeline.json";

    /**
     * Writes a timeline.
     *
     * @return the file, of the name {@link #NAME}
     * @throws IOException if the disk fails
     */
    public static Path write(Timeline timeline, Path directory, ObjectMapper json) throws IOException {
        return Files.writeString(directory.resolve(NAME), json.writeValueAsString(new TimelineFile(MODEL, timeline)));
    }

    /**
     * Reads a timeline.
     *
     * @throws UnknownModelException if it is of another version, as while one of two services is already the newer one
     * @throws IOException if it cannot be read
     */
    public static Timeline read(Path file, ObjectMapper json) throws IOException {
        String model = json.readTree(file.toFile()).path("model").asText();
        if (!model.equals(MODEL)) {
            throw new UnknownModelException(model);
        }
        return json.readValue(file.toFile(), TimelineFile.class).timeline();
    }

    /** The timeline is of a version that this service does not know. */
    public static final class UnknownModelException extends IOException {
        private static final long serialVersionUID = 1L;

        UnknownModelException(String model) {
            super("The timeline is of the version '" + model + "', not " + MODEL);
        }
    }
}
