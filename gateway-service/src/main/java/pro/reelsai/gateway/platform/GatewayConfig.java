package pro.reelsai.gateway.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** What an operator may set about the gateway. */
@ConfigMapping(prefix = "reels.gateway")
public interface GatewayConfig {
    /** The environment, from {@code APP_ENV}; {@code production} starts only with secrets of its own. */
    @WithDefault("local")
    String environment();

    /** Whether this is the environment that real users see. */
    default boolean isProduction() {
        return environment().equalsIgnoreCase("production");
    }

    /** How many credits a user starts with. */
    @WithDefault("10")
    int startingCredits();

    /** Whether a new user is a beta user. */
    @WithDefault("true")
    boolean newUsersAreBeta();

    /** Whether scripts and ads are made for beta users only. */
    @WithDefault("false")
    boolean betaOnly();

    /** How long an ad may take before its run fails and the credit is given back. */
    @WithDefault("1h")
    Duration adDeadline();

    /** How long a script may take before its run fails. */
    @WithDefault("2m")
    Duration scriptDeadline();

    /** How long past its deadline a run may still be ended by the stage that was at work, before the gateway ends it. */
    @WithDefault("5m")
    Duration deadlineGrace();

    /** How often the gateway looks for such runs. */
    @WithDefault("30s")
    Duration deadlineCheck();

    /** How long {@code generate-script} waits for the script before it answers 202. */
    @WithDefault("8s")
    Duration scriptWait();

    /** The most characters a script may have; at about 15 characters a second, 1,500 fill 100 seconds. */
    @WithDefault("1500")
    int scriptCharacters();

    /** The languages in which scripts can be written and spoken, as primary subtags of BCP 47. */
    @WithDefault("en")
    List<String> languages();

    /** How long a signed URL in an answer stays valid. */
    @WithDefault("1h")
    Duration urlValidity();

    /** What is accepted as an asset. */
    Assets assets();

    /** The limits of what a user may upload. */
    interface Assets {
        /** The largest picture, in bytes. */
        @WithDefault("20971520")
        long imageBytes();

        /** The largest clip, in bytes. */
        @WithDefault("209715200")
        long clipBytes();

        /** The most pixels a picture or a frame may have. */
        @WithDefault("50000000")
        long pixels();

        /** The shortest side that is still worth showing, in pixels. */
        @WithDefault("64")
        int shortestSide();

        /** The shortest clip. */
        @WithDefault("500ms")
        Duration shortestClip();

        /** The longest clip. */
        @WithDefault("3m")
        Duration longestClip();

        /** How many assets a project may have. */
        @WithDefault("20")
        int perProject();

        /** How many files may be on their way to a project's quarantine at once. */
        @WithDefault("40")
        int openUploads();

        /** How long the check of one upload may take. */
        @WithDefault("1m")
        Duration checkTimeout();
    }
}
