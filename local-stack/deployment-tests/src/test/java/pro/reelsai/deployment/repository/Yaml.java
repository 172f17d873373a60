package pro.reelsai.deployment.repository;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML as a tree, its anchors and merge keys resolved. */
public final class Yaml {
    private static final ObjectMapper TREE = new ObjectMapper();

    private Yaml() {}

    /**
     * Reads one document.
     *
     * @throws IllegalArgumentException if it is no YAML, or gives a key twice
     */
    public static JsonNode parse(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Map<Object, Object> document = new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).load(yaml);
        return TREE.valueToTree(document);
    }
}
