package pro.reelsai.script.writer.openai;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Takes out of a model's text what nobody says: stage directions, hashtags, emojis, mark-up. Any language. */
final class SpeakableText {
    private static final Pattern DIRECTION = Pattern.compile("[\\[【{][^\\]】}]{0,200}[\\]】}]|\\([^)]{0,120}\\)");
    private static final Pattern LABEL = Pattern.compile(
            "(?im)^\\s*\\**(?:narrator|presenter|speaker|voice ?over|vo|host|hook|cta|scene ?\\d*)\\**\\s*:\\s*");
    private static final Pattern HASHTAG = Pattern.compile("(?<!\\S)#[\\p{L}\\p{N}_]+");
    private static final Pattern MARKUP = Pattern.compile("[*_`~#>|]+|<[^>]{0,80}>");
    private static final Pattern PICTURE =
            Pattern.compile("[\\p{So}\\p{Cn}\\p{Co}\\p{Cs}\\x{1F3FB}-\\x{1F3FF}\\x{FE0E}\\x{FE0F}\\x{200D}\\x{20E3}]");

    private SpeakableText() {}

    /** The text as it is said, on one line. */
    static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC);
        plain = LABEL.matcher(plain).replaceAll("");
        plain = DIRECTION.matcher(plain).replaceAll(" ");
        plain = HASHTAG.matcher(plain).replaceAll(" ");
        plain = MARKUP.matcher(plain).replaceAll(" ");
        plain = PICTURE.matcher(plain).replaceAll(" ");
        plain = plain.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n]]", "").replaceAll("\\s+([,.!?;:…])", "$1");
        return plain.replaceAll("\\s+", " ").strip();
    }
}
