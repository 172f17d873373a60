package pro.reelsai.voice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How scripts are spoken. */
@ConfigMapping(prefix = "reels.voice")
public interface VoiceConfig {
    /** How fast every voice speaks, relative to its natural ad pace; 0.5 to 2. */
    @WithDefault("1.0")
    double speed();

    /** The longest script that is spoken, in characters. */
    @WithDefault("5000")
    int longestScript();

    /** The Festival executable, a path or a name on the PATH. */
    @WithDefault("festival")
    String festival();

    /** The flite executable, a path or a name on the PATH. */
    @WithDefault("flite")
    String flite();

    /** How long a local voice may take for one script. */
    @WithDefault("2m")
    Duration timeout();

    /** The silence at a comma, in seconds. */
    @WithDefault("0.16")
    double commaPause();

    /** The silence between two sentences, in seconds. */
    @WithDefault("0.34")
    double sentencePause();

    /** The loudness of the speech file, in LUFS; the final mix sets its own. */
    @WithDefault("-16")
    double loudness();
}
