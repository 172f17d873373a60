package pro.reelsai.model;

import java.util.Map;

/**
 * What a stage made in a further shape of the ad: the same as its output, named by its own inputs. So it is found again by
 * whoever wants this shape, with or without the others.
 *
 * @param shape the shape
 * @param fingerprint the sha256 of the inputs it was made from
 * @param artifacts the files, in the bucket
 */
public record Rendition(AspectRatio shape, Fingerprint fingerprint, Map<Artifact, StoredObject> artifacts) {
    public Rendition {
        artifacts = Map.copyOf(artifacts);
    }
}
