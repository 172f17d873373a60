package pro.reelsai.script.writer.local;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something that a product's description says.
 *
 * @param sentence the claim as a sentence with its closing mark
 * @param phrase for a claim that says what the product is, the phrase with its article; otherwise empty
 * @param question whether the description asks this
 */
record Claim(String sentence, String phrase, boolean question) {
    private static final Pattern SOLID = Pattern.compile(
            "(?i).*(\\d|\\btested|\\bproven|\\bcertified|\\baward|\\bwarranty|\\bguarantee|\\btrusted|\\breviews?\\b|\\brated).*");
    private static final Pattern CONTINUES = Pattern.compile("(It|They|You get|You can|You'll|It's|They're)\\b.*");

    static Claim of(String sentence) {
        return new Claim(sentence, "", false);
    }

    static Claim what(String sentence, String phrase) {
        return new Claim(sentence, phrase, false);
    }

    static Claim question(String sentence) {
        return new Claim(sentence, "", true);
    }

    /** Whether the claim can serve as proof: it names a number, a test, a promise. */
    boolean isSolid() {
        return SOLID.matcher(sentence).matches();
    }

    /** Whether "Plus, " can stand before it. */
    boolean continues() {
        return CONTINUES.matcher(sentence).matches();
    }

    /** The sentence for use after an opening such as "Plus, ". */
    String inside() {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
