package pro.reelsai.voice;

import java.time.Duration;

/** The defaults of {@link VoiceConfig} with engines to choose. */
record FixedVoiceConfig(String festival, String flite, double speed) implements VoiceConfig {
    static final FixedVoiceConfig DEFAULTS = new FixedVoiceConfig("festival", "flite", 1.0);

    @Override
    public int longestScript() {
        return 5000;
    }

    @Override
    public Duration timeout() {
        return Duration.ofMinutes(2);
    }

    @Override
    public double commaPause() {
        return 0.16;
    }

    @Override
    public double sentencePause() {
        return 0.34;
    }

    @Override
    public double loudness() {
        return -16;
    }
}
