package pro.reelsai.local.cli;

import java.io.PrintWriter;
import pro.reelsai.local.stack.LocalStack;

/** Where a browser finds the suite. */
final class Addresses {
    private Addresses() {}

    static void print(LocalStack stack, PrintWriter out) {
        String gateway = stack.config().gatewayUrl();
        out.println("  studio    " + gateway);
        out.println("  API docs  " + gateway + "/docs");
        out.flush();
    }
}
