package pro.reelsai.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes Markdown out of a script. People paste it and language models write it, but it is neither to be spoken nor to be
 * seen; a speech's words are those of the plain text, and the captions show these.
 *
 * <p>Source: the signs of CommonMark 0.31, and GitHub's {@code ~~}.
 */
public final class Markup {
    /** In this order: what marks lines, then what marks words, the longer signs first. */
    private static final List<Rule> RULES = List.of(
            rule("(?m)^[ \\t]*(?:```|~~~).*$", ""),
            rule("(?m)^[ \\t]*([-*_])(?:[ \\t]*\\1){2,}[ \\t]*$", ""),
            rule("(?m)^[ \\t]*>[ \\t]?", ""),
            // What stood on a line of its own stays a sentence of its own.
            rule("(?m)^[ \\t]*#{1,6}[ \\t]+(.*?)[ \\t]*#*[ \\t]*$", "$1\n"),
            rule("(?m)(^|\\n)[ \\t]*[-*+•][ \\t]+(?=\\S)", "$1\n"),
            rule("!\\[[^\\]\\n]*\\]\\([^()\\n]*\\)", ""),
            rule("\\[([^\\]\\n]*)\\]\\([^()\\n]*\\)", "$1"),
            rule("<(https?://[^>\\s]+)>", "$1"),
            rule("`+([^`\\n]+)`+", "$1"),
            rule("\\*\\*\\*(?=\\S)([^*\\n]+?)(?<=\\S)\\*\\*\\*", "$1"),
            rule("\\*\\*(?=\\S)([^\\n]+?)(?<=\\S)\\*\\*", "$1"),
            rule("(?<!\\w)__(?=\\S)([^\\n]+?)(?<=\\S)__(?!\\w)", "$1"),
            rule("\\*(?=[^\\s*])([^*\\n]+?)(?<=\\S)\\*", "$1"),
            rule("(?<!\\w)_(?=[^\\s_])([^_\\n]+?)(?<=\\S)_(?!\\w)", "$1"),
            rule("~~(?=\\S)([^\\n]+?)(?<=\\S)~~", "$1"),
            rule("\\\\([\\\\`*_\\[\\]()#+.!~>-])", "$1"));

    private Markup() {}

    private record Rule(Pattern pattern, String replacement) {}

    private static Rule rule(String pattern, String replacement) {
        return new Rule(Pattern.compile(pattern), replacement);
    }

    /**
     * A script without Markdown's signs.
     *
     * @param script any text
     * @return its words and punctuation; a text without Markdown comes back as it is
     */
    public static String plain(String script) {
        String plain = script;
        for (Rule rule : RULES) {
            plain = rule.pattern().matcher(plain).replaceAll(rule.replacement());
        }
        return plain;
    }
}
