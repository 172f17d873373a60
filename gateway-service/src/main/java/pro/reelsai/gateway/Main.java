package pro.reelsai.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the gateway. */
@QuarkusMain
public final class Main {
    private Main() {}

    /**
     * Starts the gateway and waits until it is told to stop.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        // Quarkus answers an address it cannot decode with an empty 400; without its check the address reaches ours,
        // which answers with a problem. It is read when the server's classes are loaded, hence here.
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(arguments);
    }
}
