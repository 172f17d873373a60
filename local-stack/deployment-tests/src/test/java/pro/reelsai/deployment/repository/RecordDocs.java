package pro.reelsai.deployment.repository;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the Javadocs of {@code common-model} say of its records and their components; classes do not keep that. */
public final class RecordDocs {
    private static final Pattern CODE = Pattern.compile("\\{@(?:code|link|value) ?#?([^}]*)}");
    private static final Map<String, String> TEXTS = read();

    private RecordDocs() {}

    /** What a type is for; empty where nothing says so. */
    public static String of(Class<?> type) {
        return TEXTS.getOrDefault(type.getSimpleName(), "");
    }

    /** What a record's component is; empty where nothing says so. */
    public static String of(Class<?> type, String component) {
        return TEXTS.getOrDefault(type.getSimpleName() + "." + component, "");
    }

    private static Map<String, String> read() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    diagnostic -> {},
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(Repository.files("common-model/src/main/java", ".java")));
            DocTrees docs = DocTrees.instance(task);
            Map<String, String> texts = new HashMap<>();
            for (CompilationUnitTree unit : task.parse()) {
                unit.getTypeDecls().stream()
                        .filter(ClassTree.class::isInstance)
                        .map(ClassTree.class::cast)
                        .forEach(type -> read(docs, unit, type, texts));
            }
            return Map.copyOf(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(DocTrees docs, CompilationUnitTree unit, ClassTree type, Map<String, String> texts) {
        @Nullable DocCommentTree comment = docs.getDocCommentTree(TreePath.getPath(unit, type));
        if (comment == null) {
            return;
        }
        String name = type.getSimpleName().toString();
        texts.put(name, line(comment.getFullBody()));
        comment.getBlockTags().stream()
                .filter(ParamTree.class::isInstance)
                .map(ParamTree.class::cast)
                .forEach(component -> texts.put(name + "." + component.getName(), line(component.getDescription())));
    }

    private static String line(List<?> text) {
        String joined = text.stream().map(Object::toString).collect(Collectors.joining());
        return CODE.matcher(joined)
                .replaceAll("$1")
                .replaceAll("</?p>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
