package pro.reelsai.script.writer.local;

import java.util.Locale;

/** How an ad feels, read from the user's direction. */
enum Tone {
    CASUAL("$^"),
    CALM(".*(calm|premium|luxur|elegan|profession|serious|minimal|warm|sooth|relax|gentle|trust|soft|quiet|cozy).*"),
    LIVELY(".*(energ|excit|upbeat|dynamic|bold|fast|hype|sport|lively|enthusias|young|trendy).*"),
    FUNNY(".*(fun|humor|humour|witty|playful|comed|joke|quirky|sarcas|cheeky|silly).*");

    private final String words;

    Tone(String words) {
        this.words = words;
    }

    /** The tone a direction asks for; casual where it asks for none. */
    static Tone of(String direction) {
        String lower = direction.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        for (Tone tone : values()) {
            if (lower.matches(tone.words)) {
                return tone;
            }
        }
        return CASUAL;
    }
}
