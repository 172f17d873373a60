package pro.reelsai.gateway.platform.openapi;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Says in the schemas what the records say in Java: a field is null only where it is {@code @Nullable}, and an answer
 * leaves no field out but by {@code @JsonInclude}.
 */
final class SchemaDetails {
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName INCLUDE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    /** What crosses a topic has records of the same names; answers are made of the gateway's alone. */
    private static final String PACKAGE = "pro.reelsai.gateway.";

    private static final String REFERENCE = "#/components/schemas/";
    /** Written out where they are used: a reader should not have to look up what a UUID is. */
    private static final Map<String, String> FORMATS = Map.of("UUID", "uuid", "Instant", "date-time");

    private final Map<String, ClassInfo> records = new HashMap<>();

    SchemaDetails(IndexView index) {
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.isRecord() && type.name().toString().startsWith(PACKAGE)) {
                records.put(schemaName(type), type);
            }
        }
    }

    void addTo(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        schemas.forEach((name, schema) -> {
            ClassInfo type = records.get(name);
            if (type != null && schema.getProperties() != null) {
                markNullable(schema, type);
            }
        });
        answered(document).forEach(name -> {
            Schema schema = schemas.get(name);
            if (schema != null && schema.getProperties() != null) {
                List<String> required = new ArrayList<>(schema.getProperties().keySet());
                required.removeAll(leftOut(records.get(name)));
                schema.setRequired(required);
            }
        });
        schemas.values().forEach(SchemaDetails::writeFormatsOut);
        operations(document).forEach(SchemaDetails::writeFormatsOut);
        FORMATS.keySet().forEach(document.getComponents()::removeSchema);
    }

    private static String schemaName(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        AnnotationValue name = schema == null ? null : schema.value("name");
        return name == null ? type.simpleName() : name.asString();
    }

    private static List<String> leftOut(@Nullable ClassInfo type) {
        return type == null
                ? List.of()
                : type.fields().stream()
                        .filter(SchemaDetails::isLeftOut)
                        .map(SchemaDetails::wireName)
                        .toList();
    }

    private static boolean isLeftOut(FieldInfo field) {
        return field.hasAnnotation(INCLUDE);
    }

    private static String wireName(FieldInfo field) {
        return PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(field.name());
    }

    private static void markNullable(Schema schema, ClassInfo type) {
        for (FieldInfo field : type.fields()) {
            String name = wireName(field);
            Schema property = schema.getProperties().get(name);
            if (property != null && field.type().hasAnnotation(NULLABLE) && !isLeftOut(field)) {
                schema.addProperty(name, orNull(property));
            }
        }
    }

    private static Schema orNull(Schema property) {
        String format = FORMATS.get(referred(property));
        if (format != null) {
            return OASFactory.createSchema()
                    .type(List.of(SchemaType.STRING, SchemaType.NULL))
                    .format(format);
        }
        if (property.getRef() != null) {
            return OASFactory.createSchema()
                    .anyOf(List.of(property, OASFactory.createSchema().type(List.of(SchemaType.NULL))));
        }
        if (property.getType() != null && !property.getType().contains(SchemaType.NULL)) {
            property.addType(SchemaType.NULL);
        }
        if (property.getEnumeration() != null && !property.getEnumeration().contains(null)) {
            List<Object> values = new ArrayList<>(property.getEnumeration());
            values.add(null);
            property.setEnumeration(values);
        }
        return property;
    }

    /** The schemas that answers are made of, however deep. */
    private static Set<String> answered(OpenAPI document) {
        Set<String> names = new HashSet<>();
        operations(document)
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .flatMap(response -> schemas(response.getContent()))
                .forEach(schema -> collect(schema, document.getComponents().getSchemas(), names));
        return names;
    }

    private static void collect(Schema schema, Map<String, Schema> all, Set<String> names) {
        String name = referred(schema);
        if (!name.isEmpty() && names.add(name) && all.containsKey(name)) {
            collect(all.get(name), all, names);
        }
        children(schema).forEach(child -> collect(child, all, names));
    }

    private static void writeFormatsOut(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> parameter.getSchema() != null)
                    .forEach(parameter -> writeFormatsOut(parameter.getSchema()));
        }
        if (operation.getRequestBody() != null) {
            schemas(operation.getRequestBody().getContent()).forEach(SchemaDetails::writeFormatsOut);
        }
        operation.getResponses().getAPIResponses().values().forEach(response -> schemas(response.getContent())
                .forEach(SchemaDetails::writeFormatsOut));
    }

    private static void writeFormatsOut(Schema schema) {
        String format = FORMATS.get(referred(schema));
        if (format != null) {
            schema.setRef(null);
            schema.setType(List.of(SchemaType.STRING));
            schema.setFormat(format);
        }
        children(schema).forEach(SchemaDetails::writeFormatsOut);
    }

    private static Stream<Schema> children(Schema schema) {
        Stream.Builder<Schema> children = Stream.builder();
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(children);
        }
        Stream.of(schema.getAnyOf(), schema.getAllOf(), schema.getOneOf(), schema.getPrefixItems())
                .filter(list -> list != null)
                .flatMap(Collection::stream)
                .forEach(children);
        if (schema.getItems() != null) {
            children.add(schema.getItems());
        }
        if (schema.getAdditionalPropertiesSchema() != null) {
            children.add(schema.getAdditionalPropertiesSchema());
        }
        return children.build();
    }

    /** The name of the schema that another one refers to; empty where it stands for itself. */
    private static String referred(Schema schema) {
        String reference = schema.getRef();
        return reference == null ? "" : reference.substring(reference.startsWith(REFERENCE) ? REFERENCE.length() : 0);
    }

    private static Stream<Schema> schemas(Content content) {
        return content == null
                ? Stream.empty()
                : content.getMediaTypes().values().stream()
                        .map(type -> type.getSchema())
                        .filter(schema -> schema != null);
    }

    private static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream());
    }
}
