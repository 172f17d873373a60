package pro.reelsai.deployment.events;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pro.reelsai.deployment.repository.RecordDocs;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.Script;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.Topics;
import pro.reelsai.model.VideoConfiguration;
import pro.reelsai.model.event.LipsyncCallback;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.model.event.RunCancelled;
import pro.reelsai.model.event.RunCompleted;
import pro.reelsai.model.event.RunFailed;
import pro.reelsai.model.event.RunProgress;
import pro.reelsai.model.event.ScriptGenerated;
import pro.reelsai.model.event.StageRequested;

/** The JSON Schema of every event, out of its record: names as they are on the wire, texts from the Javadocs. */
final class EventSchemas {
    private static final SnakeCaseStrategy WIRE = new SnakeCaseStrategy();
    private static final Map<Class<?>, String> TEXT_PATTERNS = Map.of(
            Fingerprint.class, "^[0-9a-f]{64}$",
            ObjectKey.class, "^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$");

    /** Fields that records in the topics may lack, as they were written before there were any. */
    private static final Map<Class<?>, Set<String>> ADDED = Map.of(
            Script.class,
            Set.of("beats", "hooks"),
            ScriptGenerated.class,
            Set.of("variants"),
            VideoConfiguration.class,
            Set.of("hooks", "variants", "furtherShapes"),
            StageOutput.class,
            Set.of("renditions"));

    private static final SchemaGenerator GENERATOR = generator();

    private EventSchemas() {}

    /** All kinds of events. */
    static List<Class<? extends ReelsEvent>> events() {
        return List.of(
                StageRequested.class,
                ScriptGenerated.class,
                LipsyncCallback.class,
                RunCompleted.class,
                RunFailed.class,
                RunProgress.class,
                RunCancelled.class);
    }

    /** What travels on a topic. */
    static Class<? extends ReelsEvent> on(String topic) {
        if (Topics.requests().contains(topic)) {
            return StageRequested.class;
        }
        return switch (topic) {
            case Topics.SCRIPT_GENERATED -> ScriptGenerated.class;
            case Topics.LIPSYNC_CALLBACK -> LipsyncCallback.class;
            case Topics.RUN_COMPLETED -> RunCompleted.class;
            case Topics.RUN_FAILED -> RunFailed.class;
            case Topics.RUN_PROGRESS -> RunProgress.class;
            case Topics.RUN_CANCELLED -> RunCancelled.class;
            default -> throw new IllegalArgumentException("No event travels on " + topic);
        };
    }

    /** The schema of one. */
    static ObjectNode of(Class<? extends ReelsEvent> event) {
        return GENERATOR.generateSchema(event);
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON)
                .with(
                        Option.DEFINITIONS_FOR_ALL_OBJECTS,
                        Option.EXTRA_OPEN_API_FORMAT_VALUES,
                        Option.FLATTENED_ENUMS,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
        builder.forFields()
                .withPropertyNameOverrideResolver(field -> WIRE.translate(field.getDeclaredName()))
                .withNullableCheck(EventSchemas::isNullable)
                .withRequiredCheck(field -> !isNullable(field) && !isLeftOutByOlderWriters(field))
                .withDescriptionResolver(field ->
                        text(RecordDocs.of(field.getDeclaringType().getErasedType(), field.getDeclaredName())));
        builder.forTypesInGeneral()
                .withDescriptionResolver(
                        type -> text(RecordDocs.of(type.getType().getErasedType())))
                .withCustomDefinitionProvider(EventSchemas::pattern);
        return new SchemaGenerator(builder.build());
    }

    private static @Nullable CustomDefinition pattern(ResolvedType type, SchemaGenerationContext context) {
        @Nullable String pattern = TEXT_PATTERNS.get(type.getErasedType());
        if (pattern == null) {
            return null;
        }
        return new CustomDefinition(context.getGeneratorConfig()
                .createObjectNode()
                .put("type", "string")
                .put("pattern", pattern));
    }

    private static boolean isNullable(FieldScope field) {
        return Arrays.stream(field.getRawMember().getAnnotatedType().getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().equals(Nullable.class));
    }

    private static boolean isLeftOutByOlderWriters(FieldScope field) {
        return ADDED.getOrDefault(field.getDeclaringType().getErasedType(), Set.of())
                .contains(field.getDeclaredName());
    }

    private static @Nullable String text(String text) {
        return text.isEmpty() ? null : text;
    }
}
