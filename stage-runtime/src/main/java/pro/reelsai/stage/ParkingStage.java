package pro.reelsai.stage;

import java.io.IOException;
import pro.reelsai.stage.call.ProviderCall;

/** A stage that may answer {@link Parked}: it asks a provider now, and is woken when the provider may be done. */
public interface ParkingStage extends StageHandler {
    /**
     * Tells the provider that a call is not wanted any more, and writes the call's end down. Called again, after a while,
     * for as long as the end is not written down.
     *
     * @throws StageException if the provider cannot be told now
     * @throws IOException if the provider cannot be reached
     * @throws InterruptedException if the stage should stop
     */
    void withdraw(ProviderCall call) throws StageException, IOException, InterruptedException;
}
