package pro.reelsai.stage;

import java.nio.file.Path;
import pro.reelsai.model.Artifact;

/**
 * A file that a stage made.
 *
 * @param artifact what it is to the stages that follow
 * @param file where it lies; its name becomes the last part of the object's key
 * @param contentType its media type
 */
public record ProducedFile(Artifact artifact, Path file, String contentType) {}
