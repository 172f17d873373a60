package pro.reelsai.script.writer;

import java.io.IOException;
import java.util.Optional;
import pro.reelsai.stage.StageException;
import pro.reelsai.stage.StageJob;

/** Somebody who writes scripts. */
public interface ScriptWriter {
    /** The name of this writer in the configuration, such as {@code local}. */
    String name();

    /** The model and its version, as far as they are known beforehand: another one writes another script. */
    String version();

    /** The environment variable without which this writer cannot work; empty where nothing is missing. */
    Optional<String> missing();

    /**
     * Writes a script, and as many others as the brief asks for.
     *
     * @param brief what to write
     * @param job for whom
     * @throws StageException if no script can be written
     * @throws IOException if the disk or the bucket fails
     * @throws InterruptedException if the caller is interrupted
     */
    WrittenScript write(Brief brief, StageJob job) throws StageException, IOException, InterruptedException;
}
