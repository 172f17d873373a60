package pro.reelsai.gateway.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.IndexView;

/**
 * Completes the document that is read from the annotations: names, descriptions, examples, the problems that any route
 * may answer, and which fields may be null. Runs when the gateway is built, so that the running gateway holds the result
 * alone.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {
    private final IndexView index;

    /**
     * @param index the gateway's classes
     */
    public ContractFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        new SchemaDetails(index).addTo(document);
        Problems.declareIn(document);
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(operation -> complete(path, operation)));
    }

    private static void complete(String path, Operation operation) {
        // Before the name is replaced by the one that clients see: the file is found by it.
        OperationNotes notes = OperationNotes.of(operation.getOperationId());
        Problems.addTo(path, operation, notes);
        Paging.describeIn(operation);
        notes.addTo(operation);
    }
}
