package pro.reelsai.script;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How scripts are written. */
@ConfigMapping(prefix = "reels.script")
public interface ScriptConfig {
    /** Who writes: {@code local}. */
    @WithDefault("local")
    String writer();

    /** How many drafts the local copywriter compares; more drafts fit the length better. 1 to 10000. */
    @WithDefault("300")
    int drafts();
}
