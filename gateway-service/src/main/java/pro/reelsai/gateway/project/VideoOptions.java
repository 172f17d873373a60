package pro.reelsai.gateway.project;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What can be made. The first of each list is what we choose where nothing is said.
 *
 * @param durations lengths in seconds
 * @param aspectRatios shapes, such as {@code 9:16}
 * @param captionStyles how captions can look
 * @param music what can play under the speech
 * @param languages the languages of scripts, as primary subtags of BCP 47
 * @param scriptCharacters the most characters a script may have
 */
@Schema(name = "VideoOptions")
public record VideoOptions(
        List<Integer> durations,
        List<String> aspectRatios,
        List<String> captionStyles,
        List<String> music,
        List<String> languages,
        int scriptCharacters) {}
