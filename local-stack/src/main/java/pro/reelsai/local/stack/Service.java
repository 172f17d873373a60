package pro.reelsai.local.stack;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The six Quarkus services, with the memory each gets here. */
public enum Service {
    /** REST, tables, credits, outbox. */
    GATEWAY("gateway", 0, 80),
    /** Writes the script. */
    SCRIPT("script", 1, 48),
    /** Speaks it; the aligner takes 110 MB where a vendor sends no times, and nothing before. */
    VOICE("voice", 2, 192),
    /** Draws the presenter; a frame of raw pixels is 8 MB. */
    LIPSYNC("lipsync", 3, 128),
    /** Cuts the film. */
    EDITING("editing", 4, 64),
    /** Burns the captions in. */
    CAPTION("caption", 5, 64);

    private final String id;
    private final int portOffset;
    private final int heapMegabytes;

    Service(String id, int portOffset, int heapMegabytes) {
        this.id = id;
        this.portOffset = portOffset;
        this.heapMegabytes = heapMegabytes;
    }

    /** Its name on the command line and in the state directory. */
    public String id() {
        return id;
    }

    /** The name of one of its replicas, counted from 0: {@code voice}, {@code voice-2}, … */
    String id(int replica) {
        return replica == 0 ? id : id + "-" + (replica + 1);
    }

    /** The service of a name that a user has typed. */
    public static Optional<Service> of(String id) {
        return Arrays.stream(values()).filter(service -> service.id.equals(id)).findFirst();
    }

    int portOffset() {
        return portOffset;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    /** Whether it computes in Java itself; the others wait for FFmpeg, a synthesizer or the network. */
    boolean isComputing() {
        return this == LIPSYNC;
    }

    /** The jar that the build leaves behind. */
    Path jar(Path root) {
        return root.resolve(id + "-service/target/quarkus-app/quarkus-run.jar");
    }
}
