package pro.reelsai.stage.internal;

import java.util.UUID;
import pro.reelsai.model.Fingerprint;
import pro.reelsai.model.Stage;

/**
 * The right to do a piece of work, held by one job at a time.
 *
 * @param projectId the project
 * @param stage the stage
 * @param fingerprint the output to be made
 * @param owner the job that holds it
 * @param epoch rises with every change of owner, so that a former owner notices
 */
record Lease(UUID projectId, Stage stage, Fingerprint fingerprint, String owner, long epoch) {}
