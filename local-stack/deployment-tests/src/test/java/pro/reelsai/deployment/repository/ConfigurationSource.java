package pro.reelsai.deployment.repository;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Every key that the services can be told, read from the sources of the {@code @ConfigMapping} interfaces: only there are the
 * Javadocs. (Quarkus' own generator documents extensions, and needs its annotation processor in each module.)
 */
public final class ConfigurationSource {
    private static final Pattern CAMEL = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern CODE = Pattern.compile("\\{@(?:code|link|value) ?#?([^}]*)}");
    private static final List<ConfigurationKey> KEYS = read();

    private ConfigurationSource() {}

    /** All keys in alphabetical order. */
    public static List<ConfigurationKey> keys() {
        return KEYS;
    }

    /** The key of this name. */
    public static Optional<ConfigurationKey> key(String name) {
        return KEYS.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    private static List<ConfigurationKey> read() {
        List<Path> sources = Stream.concat(
                        Stream.of("common-runtime", "stage-runtime"),
                        Stream.of(Service.values()).map(Service::id))
                .flatMap(module -> Repository.files(module + "/src/main/java", ".java").stream())
                .filter(file -> Repository.read(file).contains("@ConfigMapping("))
                .toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    diagnostic -> {},
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(sources));
            List<ConfigurationKey> keys = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                new Reader(DocTrees.instance(task), unit).readAll(keys);
            }
            keys.sort(Comparator.comparing(ConfigurationKey::name));
            return List.copyOf(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one source. */
    private record Reader(DocTrees docs, CompilationUnitTree unit) {
        void readAll(List<ConfigurationKey> keys) {
            unit.getTypeDecls().stream()
                    .filter(ClassTree.class::isInstance)
                    .map(ClassTree.class::cast)
                    .forEach(type -> argument(type.getModifiers().getAnnotations(), "ConfigMapping", "prefix")
                            .ifPresent(prefix -> read(type, type, prefix, keys)));
        }

        private void read(ClassTree file, ClassTree type, String prefix, List<ConfigurationKey> keys) {
            for (Tree member : type.getMembers()) {
                if (member instanceof MethodTree method && method.getBody() == null) {
                    read(file, method, prefix, keys);
                }
            }
        }

        private void read(ClassTree file, MethodTree method, String prefix, List<ConfigurationKey> keys) {
            List<? extends AnnotationTree> annotations = method.getModifiers().getAnnotations();
            String own = argument(annotations, "WithName", "value")
                    .orElseGet(() ->
                            CAMEL.matcher(method.getName()).replaceAll("$1-$2").toLowerCase());
            boolean isParent = annotations.stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("WithParentName"));
            String declared = String.valueOf(method.getReturnType()).replace("@Nullable ", "");
            boolean isMap = declared.startsWith("Map<");
            String name = (isParent ? prefix : prefix + "." + own) + (isMap ? ".{name}" : "");
            String element = isMap ? declared.replaceAll("^Map<[^,]+, ?|>$", "") : declared;
            String group = element.replaceAll("^Optional<|>$", "");
            Optional<ClassTree> nested = nested(file, group);
            if (nested.isPresent()) {
                read(file, nested.get(), name, keys);
                return;
            }
            keys.add(new ConfigurationKey(
                    name,
                    element,
                    argument(annotations, "WithDefault", "value").orElse(null),
                    meaning(method),
                    Repository.path("")
                            .relativize(Path.of(unit.getSourceFile().toUri()))
                            .getName(0)
                            .toString()));
        }

        private static Optional<ClassTree> nested(ClassTree file, String name) {
            return file.getMembers().stream()
                    .filter(ClassTree.class::isInstance)
                    .map(ClassTree.class::cast)
                    .filter(type -> type.getKind() == Tree.Kind.INTERFACE
                            && type.getSimpleName().contentEquals(name))
                    .findFirst();
        }

        private String meaning(MethodTree method) {
            @Nullable DocCommentTree comment = docs.getDocCommentTree(TreePath.getPath(unit, method));
            if (comment == null) {
                return "";
            }
            String text = comment.getFullBody().stream().map(Object::toString).collect(Collectors.joining());
            return CODE.matcher(text)
                    .replaceAll("`$1`")
                    .replaceAll("</?p>", " ")
                    .replaceAll("\\s+", " ")
                    .strip();
        }

        private static Optional<String> argument(
                List<? extends AnnotationTree> annotations, String annotation, String argument) {
            return annotations.stream()
                    .filter(one -> one.getAnnotationType().toString().equals(annotation))
                    .flatMap(one -> one.getArguments().stream())
                    .flatMap(one -> literal(one, argument).stream())
                    .findFirst();
        }

        private static Optional<String> literal(ExpressionTree expression, String argument) {
            return switch (expression) {
                case AssignmentTree assignment
                when assignment.getVariable().toString().equals(argument) ->
                    literal(assignment.getExpression(), argument);
                case LiteralTree literal -> Optional.of(String.valueOf(literal.getValue()));
                default -> Optional.empty();
            };
        }
    }
}
