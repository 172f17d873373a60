package pro.reelsai.script.writer;

import pro.reelsai.stage.StageException;

/** Somebody who writes scripts. */
public interface ScriptWriter {
    /** Whether this is the writer of that name in the configuration, such as {@code local}. */
    String name();

    /**
     * Writes a script.
     *
     * @param brief what to write
     * @throws StageException if no script can be written
     * @throws InterruptedException if the caller is interrupted
     */
    WrittenScript write(Brief brief) throws StageException, InterruptedException;
}
