package pro.reelsai.deployment.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pro.reelsai.deployment.repository.Repository;

/**
 * A Dockerfile of several stages.
 *
 * @param stages each stage's instructions, those of the stage it builds on first
 */
record Dockerfile(Map<String, List<String>> stages) {
    /** Reads one of the repository. */
    static Dockerfile read(String file) {
        Map<String, List<String>> stages = new LinkedHashMap<>();
        @Nullable List<String> current = null;
        String text = Repository.read(file).replaceAll("(?m)^#.*\\n", "").replaceAll("\\\\\\n\\s*", "");
        for (String line : text.lines().filter(found -> !found.isBlank()).toList()) {
            String[] words = line.split("\\s+");
            if (words[0].equals("FROM")) {
                current = new ArrayList<>(stages.getOrDefault(words[1], List.of()));
                stages.put(words[3], current);
            }
            if (current != null) {
                current.add(line);
            }
        }
        return new Dockerfile(stages);
    }

    /** The names of its stages. */
    Set<String> targets() {
        return stages.keySet();
    }

    /** What a stage comes to. */
    List<String> instructions(String target) {
        return stages.get(target);
    }

    /** The last instruction of a kind, which is the one that counts. */
    String last(String target, String kind) {
        return instructions(target).reversed().stream()
                .filter(line -> line.startsWith(kind + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(target + " has no " + kind));
    }
}
