package pro.reelsai.lipsync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import pro.reelsai.model.LipsyncProvider;

/** What the lip-sync stage can be told. */
@ConfigMapping(prefix = "reels.lipsync")
public interface LipsyncConfig {
    /** Illustrated presenters, and filmed actors whom no vendor animates. */
    Local local();

    /** Illustrated presenters, and filmed actors whom no vendor animates. */
    interface Local {
        /** The video's frame rate, in frames a second; the finished ad's is 30. */
        @WithDefault("30")
        int framesPerSecond();

        /** How long the presenter stays on after the speech, in seconds; the finished ad allows 0.6 at most. */
        @WithDefault("0.4")
        double tailSeconds();

        /** How fast the video is encoded: a preset of x264. It is encoded again for delivery. */
        @WithDefault("veryfast")
        String preset();

        /** How much is lost in encoding: x264's constant rate factor, 0 (nothing) to 51. */
        @WithDefault("14")
        int quality();
    }

    /**
     * The provider that this server must have: without its key, the service does not start. Where it is not set, only the
     * runs fail whose actors need the key. From {@code LIPSYNC_PROVIDER}.
     */
    Optional<LipsyncProvider> provider();

    /** Filmed actors, made to speak by a model on Replicate. */
    Replicate replicate();

    /** Filmed actors, made to speak by a model on Replicate. */
    interface Replicate {
        /** Replicate's API token; from {@code REPLICATE_API_TOKEN}. */
        Optional<String> apiToken();

        /** Which of the {@link #models} is used; from {@code REPLICATE_LIPSYNC_MODEL}. */
        @WithDefault("lipsync-2")
        String model();

        /** The models that can be chosen, by a short name. */
        Map<String, Model> models();

        /** How long a job may take, from its creation, before Replicate stops it: what bounds the cost of a run. */
        @WithDefault("15m")
        Duration cancelAfter();

        /** How much longer than the job the signed URLs of its inputs hold. */
        @WithDefault("1h")
        Duration inputGrace();

        /**
         * How long after a request for a job that was not answered the job would be listed, if there is one. Longer than the
         * client's own time-out, which is {@code quarkus.rest-client.replicate.read-timeout}.
         */
        @WithDefault("45s")
        Duration settling();

        /** How often Replicate is asked to start a job, where it does not answer. */
        @WithDefault("3")
        int tries();

        /** How long to wait where Replicate cannot be read just then. */
        @WithDefault("10s")
        Duration pause();

        /** The largest video that is taken, in bytes. */
        @WithDefault("524288000")
        long largestOutput();

        /** How long fetching the video may take. */
        @WithDefault("5m")
        Duration fetchTimeout();

        /** Where Replicate calls back: the gateway as the internet sees it; from {@code RAI_GATEWAY_BACKEND_URL}. */
        Optional<URI> gateway();

        /**
         * Whether {@code http://} on this machine will do for webhooks and outputs: for a stand-in on a machine of one's own.
         * Replicate itself calls back over HTTPS only, so without it a gateway without HTTPS is not given as a webhook.
         */
        @WithDefault("false")
        boolean loopback();
    }

    /** What becomes of an actor's video that is shorter than the speech. */
    enum Lengthening {
        /** Nothing. */
        NONE,
        /** It is played again from its beginning. */
        LOOP,
        /** It is played there and back again; one that is too large to be turned round is looped. */
        BOUNCE
    }

    /** How a model is used. */
    interface Model {
        /** Owner and name, such as {@code sync/lipsync-2}. */
        String name();

        /** The version, 64 hexadecimal digits; an official model is run by its name alone. */
        Optional<String> version();

        /** The input that takes the actor's video. */
        @WithDefault("video")
        String videoInput();

        /** The input that takes the speech. */
        @WithDefault("audio")
        String audioInput();

        /** Further inputs; a value that reads as a JSON number or truth value is sent as one. */
        Map<String, String> parameters();

        /** What becomes of an actor's video that is shorter than the speech; a model that lengthens it itself needs nothing. */
        @WithDefault("none")
        Lengthening lengthening();

        /** What a second of video costs, in US dollars; an estimate where the model is billed by its run time. */
        BigDecimal usdPerSecond();
    }
}
