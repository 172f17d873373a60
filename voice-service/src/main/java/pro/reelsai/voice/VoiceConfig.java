package pro.reelsai.voice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

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

    /** Whether OpenAI may listen to speech that comes without times; it says best when words are heard. */
    @WithDefault("true")
    boolean transcription();

    /** Whether English speech may be timed on this machine; takes about 110 MB of memory while it works. */
    @WithDefault("true")
    boolean alignment();

    /** How names are said that voices get wrong: {@code reels.voice.pronunciation.xiaomi=shao mee}. */
    Map<String, String> pronunciation();

    /** How OpenAI speaks. */
    OpenAi openai();

    /** How OpenAI speaks. */
    interface OpenAi {
        /** The model. */
        @WithDefault("gpt-4o-mini-tts")
        String model();

        /** How the voice should sound; models named tts-1 take no instructions. */
        @WithDefault("Speak like a friend who recommends something good in a short video: warm, lively, natural. "
                + "Stress what matters, pause briefly between sentences, never sound like an announcer.")
        String instructions();

        /** The longest text of one request, in characters; OpenAI takes 4096, and 2000 tokens. */
        @WithDefault("3000")
        int longestRequest();

        /** The price of a million characters, in US dollars. */
        @WithDefault("0.15")
        BigDecimal usdPerMillionCharacters();

        /** The price of a minute of speech, in US dollars. */
        @WithDefault("0.015")
        BigDecimal usdPerMinute();

        /** The price of a minute that is listened to, in US dollars. */
        @WithDefault("0.006")
        BigDecimal usdPerTranscribedMinute();
    }
}
