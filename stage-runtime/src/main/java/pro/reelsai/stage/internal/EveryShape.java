package pro.reelsai.stage.internal;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.StageOutput;
import pro.reelsai.model.event.ReelsEvent;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.stage.StageException;

/**
 * Brings a request to its outcome in every shape of the ad, one after the other. Each is looked for and made as if it were
 * alone: so it is found by a retry, and by runs that want it with others or without.
 */
final class EveryShape {
    private EveryShape() {}

    /** Finds or makes one shape. */
    interface Work {
        Came findOrMake(StageRequested shape, Portion portion) throws StageException, IOException, InterruptedException;
    }

    /**
     * The event in which a request ends: all shapes in one output. The first shape whose stage parks or ends without files ends
     * it for all.
     */
    static ReelsEvent of(StageRequested request, Work work) throws StageException, IOException, InterruptedException {
        List<StageRequested> shapes = request.inEveryShape();
        @Nullable StageOutput output = null;
        boolean wereThere = true;
        for (int i = 0; i < shapes.size(); i++) {
            StageRequested shape = shapes.get(i);
            switch (work.findOrMake(shape, new Portion(i + 1, shapes.size()))) {
                case Came.Said said -> {
                    StageTraces.found(false);
                    return said.event();
                }
                case Came.Made made -> {
                    wereThere &= made.wasThere();
                    output = output == null
                            ? made.output()
                            : output.with(shape.context().configuration().aspectRatio(), made.output());
                }
            }
        }
        StageTraces.found(wereThere);
        return Outcomes.succeeded(request, Objects.requireNonNull(output));
    }
}
