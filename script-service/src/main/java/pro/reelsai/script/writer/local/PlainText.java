package pro.reelsai.script.writer.local;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A user's text without what cannot be spoken: mark-up, addresses, emojis, control characters, brackets. */
final class PlainText {
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z!][^<>]{0,200}>");
    private static final Pattern BLOCK_TAG =
            Pattern.compile("(?i)</?(p|br|li|ul|ol|div|h[1-6]|tr|td|table)\\b[^<>]{0,200}>");
    private static final Pattern SCRIPT = Pattern.compile("(?is)<(script|style)\\b.*?(</\\1\\s*>|$)");
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(https?://|www\\.)\\S+");
    private static final Pattern ASIDE = Pattern.compile("[(\\[{][^()\\[\\]{}]*[)\\]}]");
    private static final Pattern HASHTAG = Pattern.compile("(?<!\\S)#(?=\\p{L})");
    private static final Pattern UNSPEAKABLE = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\s.,!?;:'%$€£&+/°\\-]");

    private PlainText() {}

    /** Cleans a text of many lines; block tags become line ends. */
    static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC);
        plain = SCRIPT.matcher(plain).replaceAll(" ");
        plain = BLOCK_TAG.matcher(plain).replaceAll("\n");
        plain = TAG.matcher(plain).replaceAll(" ");
        plain = entities(plain);
        plain = TAG.matcher(plain).replaceAll(" ");
        plain = ADDRESS.matcher(plain).replaceAll(" ");
        plain = plain.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1");
        plain = ASIDE.matcher(plain).replaceAll(" ");
        plain = HASHTAG.matcher(plain).replaceAll("");
        plain = plain.replaceAll("[‘’´`]", "'")
                .replaceAll("(?m)^[ \\t]*[–—]", "-")
                .replaceAll("(?<=\\S)[ \\t]*[–—]+[ \\t]*|(?<=\\S)[ \\t]+-+[ \\t]+", ", ");
        plain = plain.replace("…", ".").replace('\u00a0', ' ');
        plain = UNSPEAKABLE.matcher(plain).replaceAll(" ");
        return plain.replaceAll("[ \\t\\x0B\\f\\r]+", " ").strip();
    }

    /** Cleans a text that is one line: a name, an audience, a call to action. */
    static String line(String text) {
        return of(text).replaceAll("\\s+", " ")
                .replaceAll("(?<!\\S)[^\\p{L}\\p{N}$€£&]+(?!\\S)", " ")
                .replaceAll("\\s+([,.!?;:])", "$1")
                .replaceAll("([,.!?;:])[,.!?;:]+", "$1")
                .replaceAll("\\s+", " ")
                .replaceAll("^[^\\p{L}\\p{N}$€£]+|[\\s,.;:!?'/&+-]+$", "")
                .strip();
    }

    /** The first letter made large. */
    static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The first letter made small, unless the first word is a name, an abbreviation or "I". */
    static String uncapitalised(String text) {
        String first = text.split("[\\s']", 2)[0];
        boolean plainWord = first.length() > 1
                && first.substring(1).equals(first.substring(1).toLowerCase(Locale.ROOT));
        return plainWord || first.equals("A")
                ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1)
                : text;
    }

    /** How many words a text has. */
    static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private static String entities(String text) {
        return text.replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replaceAll("&(#0?39|apos|rsquo|lsquo);", "'")
                .replaceAll("&(mdash|ndash);", " - ")
                .replaceAll("&#?[A-Za-z0-9]{1,10};", " ");
    }
}
