package pro.reelsai.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A script as it is spoken.
 *
 * @param id the script
 * @param title what the user sees in the list of scripts
 * @param content the spoken words
 * @param beats its parts, which joined by spaces are the content; empty where nobody has planned the pictures, the user has
 *     written the words, or an older writer has left them out
 * @param hooks other openings, each of which may stand in the place of the first beat; empty where none were asked for
 */
public record Script(UUID id, String title, String content, List<ScriptBeat> beats, List<String> hooks) {
    @SuppressWarnings("ConstantValue") // Jackson leaves a missing component null whatever the annotations promise
    public Script {
        beats = beats == null ? List.of() : List.copyOf(beats);
        hooks = hooks == null ? List.of() : List.copyOf(hooks);
    }

    /** A script without a plan for the pictures. */
    public Script(UUID id, String title, String content) {
        this(id, title, content, List.of(), List.of());
    }

    /**
     * The id of a script that was written together with another, the same however often it is told of.
     *
     * @param first the script that was written first
     * @param number which one of the others, from 1
     */
    public static UUID variantId(UUID first, int number) {
        return UUID.nameUUIDFromBytes((first + "/" + number).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The script that begins with another one of its openings, as a script of its own; the parts after it are the same.
     *
     * @param number which of {@link #hooks}, from 1
     * @return the script, whose id is the same however often it is asked for; empty where there is no such opening, or where
     *     nobody knows any more which part it would stand for
     */
    public Optional<Script> beginningWith(int number) {
        if (number < 1 || number > hooks.size() || beats.isEmpty()) {
            return Optional.empty();
        }
        List<ScriptBeat> parts = new ArrayList<>(beats);
        parts.set(0, new ScriptBeat(hooks.get(number - 1), beats.getFirst().asset()));
        UUID own = UUID.nameUUIDFromBytes((id + "/opening/" + number).getBytes(StandardCharsets.UTF_8));
        String words = parts.stream().map(ScriptBeat::spoken).collect(Collectors.joining(" "));
        return Optional.of(new Script(own, title, words, parts, List.of()));
    }

    /** The same script, whose beats show no other assets than these. */
    public Script showing(Set<UUID> assets) {
        return new Script(
                id,
                title,
                content,
                beats.stream()
                        .map(beat -> new ScriptBeat(beat.spoken(), among(assets, beat.asset())))
                        .toList(),
                hooks);
    }

    private static @Nullable UUID among(Set<UUID> assets, @Nullable UUID asset) {
        return asset != null && assets.contains(asset) ? asset : null;
    }
}
