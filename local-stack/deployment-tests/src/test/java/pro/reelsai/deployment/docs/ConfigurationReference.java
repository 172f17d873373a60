package pro.reelsai.deployment.docs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pro.reelsai.deployment.repository.ConfigurationKey;
import pro.reelsai.deployment.repository.ConfigurationSource;
import pro.reelsai.deployment.repository.EnvironmentNames;
import pro.reelsai.deployment.repository.Repository;
import pro.reelsai.deployment.repository.Service;

/** {@code docs/configuration.md}: every key of every {@code @ConfigMapping}, by the part of the suite that reads it. */
final class ConfigurationReference {
    private static final Pattern FROM_VARIABLE = Pattern.compile("(?m)^([a-z][\\w.-]*)=\\$\\{([A-Z][A-Z0-9_]*)");

    private static final String HEAD = """
            # Configuration

            Every setting of the suite. It is generated from the `@ConfigMapping` interfaces and their Javadocs; a test fails when it is
            out of date, and `./mvnw test -pl local-stack/deployment-tests -am -Dreels.update=true` writes it anew.

            A key is set by an environment variable or a system property: `reels.stage.drain` is `REELS_STAGE_DRAIN`. Where a key has a
            variable of another name, that is the one to use; [`.env.example`](../.env.example) has all of those. `{name}` stands for a
            name of your choice. A key without a default that is not optional has to be set.

            """;

    private static final Map<String, String> TITLES = Map.of(
            "common-runtime", "All services",
            "stage-runtime", "All stages",
            "gateway-service", "Gateway",
            "script-service", "Script stage",
            "voice-service", "Voice stage",
            "lipsync-service", "Lip-sync stage",
            "editing-service", "Editing stage",
            "caption-service", "Caption stage");

    private ConfigurationReference() {}

    /** The whole document. */
    static String markdown() {
        Map<String, String> variables = variables();
        Map<String, List<ConfigurationKey>> modules =
                ConfigurationSource.keys().stream().collect(Collectors.groupingBy(ConfigurationKey::module));
        return HEAD
                + modules()
                        .filter(modules::containsKey)
                        .map(module -> "## " + title(module) + "\n\n| key | type | default | |\n|---|---|---|---|\n"
                                + modules.get(module).stream()
                                        .map(key -> row(key, variables))
                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining("\n"));
    }

    private static String title(String module) {
        return Optional.ofNullable(TITLES.get(module))
                .orElseThrow(() -> new IllegalStateException(module + " has settings and no title"));
    }

    private static Stream<String> modules() {
        return Stream.concat(
                Stream.of("common-runtime", "stage-runtime"),
                Stream.of(Service.values()).map(Service::id));
    }

    private static String row(ConfigurationKey key, Map<String, String> variables) {
        String variable = variables.getOrDefault(key.name(), "");
        boolean isNew = !variable.isEmpty() && !key.meaning().contains(variable);
        return "| `%s` | `%s` | %s | %s%s |\n"
                .formatted(
                        key.name(),
                        key.type().replace("|", "\\|"),
                        key.defaultValue().map(text -> "`" + text + "`").orElse(key.isOptional() ? "" : "*required*"),
                        key.meaning().replace("|", "\\|"),
                        isNew ? " From `" + variable + "`." : "");
    }

    /** The variables of other names, from the configuration files. */
    private static Map<String, String> variables() {
        return modules()
                .flatMap(module -> Repository.files(module + "/src/main/resources", ".properties").stream())
                .flatMap(file -> FROM_VARIABLE.matcher(Repository.read(file)).results())
                .filter(match -> !EnvironmentNames.of(match.group(1)).equals(match.group(2)))
                .collect(Collectors.toMap(
                        match -> match.group(1), match -> match.group(2), (first, second) -> first, TreeMap::new));
    }
}
