package pro.reelsai.script;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.Product;
import pro.reelsai.model.Stage;
import pro.reelsai.model.StageContext;
import pro.reelsai.model.VideoConfiguration;
import pro.reelsai.model.event.Shadow;
import pro.reelsai.model.event.StageRequested;
import pro.reelsai.script.writer.Brief;
import pro.reelsai.script.writer.ScriptWriter;
import pro.reelsai.script.writer.WrittenScript;
import pro.reelsai.stage.ScriptResult;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.StageHandler;
import pro.reelsai.stage.StageJob;

/** Writes a script for a product. */
@ApplicationScoped
@Startup
public class ScriptStage implements StageHandler {
    /** Raised whenever the same request would be written differently. */
    private static final int VERSION = 2;

    private static final Logger LOG = Logger.getLogger(ScriptStage.class);

    private final ScriptWriter writer;
    private final Optional<ScriptWriter> fallback;

    /**
     * @throws ConfigurationException if the configuration names a writer that does not exist, or whose key is missing
     */
    @Inject
    public ScriptStage(ScriptConfig config, @Any Instance<ScriptWriter> writers) {
        this(config, writers.stream().toList());
    }

    ScriptStage(ScriptConfig config, List<ScriptWriter> writers) {
        this.writer = WriterChoice.choose(config.provider(), writers);
        this.fallback = WriterChoice.fallback(config.fallback(), writers);
    }

    @Override
    public Stage stage() {
        return Stage.SCRIPT;
    }

    @Override
    public Fingerprint fingerprint(StageRequested request) {
        Product product = request.context().product();
        VideoConfiguration configuration = request.context().configuration();
        return Fingerprint.of(
                Stage.SCRIPT,
                VERSION,
                writer.name(),
                writer.version(),
                seed(request),
                product.name(),
                product.description(),
                product.link(),
                configuration.duration(),
                configuration.targetAudience(),
                configuration.cta(),
                configuration.direction(),
                configuration.language(),
                configuration.hooks(),
                configuration.variants(),
                request.context().assets());
    }

    @Override
    public ScriptResult run(StageJob job) throws StageException, IOException, InterruptedException {
        StageRequested request = job.request();
        job.progress(10, "Writing the script");
        job.checkStillWanted();
        StageContext context = request.context();
        WrittenScript script =
                write(new Brief(context.product(), context.configuration(), context.assets(), seed(request)), job);
        return new ScriptResult(
                script.title(),
                script.content(),
                script.beats(),
                script.hooks(),
                script.variants(),
                script.provider(),
                script.model(),
                script.costUsd());
    }

    private WrittenScript write(Brief brief, StageJob job) throws StageException, IOException, InterruptedException {
        try {
            return writer.write(brief, job);
        } catch (StageException e) {
            if (fallback.isEmpty() || e.code() != FailureCode.SCRIPT_UNAVAILABLE) {
                throw e;
            }
            LOG.warnf(
                    "REELS-0202 run %s: %s cannot write, %s does",
                    job.request().runId(), writer.name(), fallback.get().name());
            return fallback.get().write(brief, job);
        }
    }

    /** A run is one wish for a script, so the next run of a project is written anew and a redelivery or a shadow is not. */
    private static long seed(StageRequested request) {
        UUID wish = request.asShadow().map(Shadow::replayOf).orElse(request.runId());
        return request.projectId().hashCode() * 31L + wish.hashCode();
    }
}
