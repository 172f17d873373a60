package pro.reelsai.gateway.platform.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The methods that an address takes, which a refusal with 405 has to name and Quarkus REST does not: read from the
 * annotations of the resources.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6">RFC 9110, 15.5.6</a>
 */
@ApplicationScoped
public class AllowedMethods {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    private final List<Operation> operations;

    public AllowedMethods(BeanManager beans) {
        this.operations = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(AllowedMethods::operations)
                .toList();
    }

    /** The methods that the address of a path takes; none where there is no such address. */
    public SortedSet<String> at(String path) {
        SortedSet<String> methods = new TreeSet<>();
        operations.stream()
                .filter(operation -> operation.path().matcher(path).matches())
                .forEach(operation -> methods.add(operation.method()));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return methods;
    }

    private static Stream<Operation> operations(Class<?> resource) {
        String base = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method -> httpMethods(method).map(name -> new Operation(pattern(base, method), name)));
    }

    private static Stream<String> httpMethods(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value());
    }

    private static Pattern pattern(String base, Method method) {
        String template = method.isAnnotationPresent(Path.class)
                ? base + method.getAnnotation(Path.class).value()
                : base;
        // None of our templates has anything else in it that means something in a pattern.
        return Pattern.compile(PARAMETER.matcher(template).replaceAll("[^/]+") + "/?");
    }

    private record Operation(Pattern path, String method) {}
}
