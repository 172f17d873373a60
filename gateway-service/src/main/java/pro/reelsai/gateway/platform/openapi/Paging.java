package pro.reelsai.gateway.platform.openapi;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.paging.Limit;

/** The parameters of lists that come page by page: classes in Java, a number and an opaque text to a client. */
final class Paging {
    private Paging() {}

    static void describeIn(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> parameter.getIn() == Parameter.In.QUERY)
                    .forEach(Paging::describe);
        }
    }

    private static void describe(Parameter parameter) {
        switch (parameter.getName()) {
            case "limit" ->
                parameter
                        .description("How many at most; the header Link leads to the next page")
                        .schema(OASFactory.createSchema()
                                .type(List.of(SchemaType.INTEGER))
                                .minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(Limit.MOST))
                                .defaultValue(usual(parameter)));
            case "cursor", "before" ->
                parameter
                        .description(
                                "Where the page before this one ended, from its header Link; left out for the first")
                        .schema(OASFactory.createSchema().type(List.of(SchemaType.STRING)));
            default -> {}
        }
    }

    /** Some lists come whole unless a limit is given. */
    private static @Nullable Object usual(Parameter parameter) {
        Schema declared = parameter.getSchema();
        return declared == null || declared.getDefaultValue() == null ? null : Integer.valueOf(Limit.DEFAULT);
    }
}
