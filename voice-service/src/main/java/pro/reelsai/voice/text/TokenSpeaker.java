package pro.reelsai.voice.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says one token of a script in words: numbers, money, addresses, abbreviations, symbols. */
final class TokenSpeaker {
    private static final String NUMBER = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("e.g", "for example"),
            Map.entry("i.e", "that is"),
            Map.entry("etc", "et cetera"),
            Map.entry("mr", "mister"),
            Map.entry("mrs", "missus"),
            Map.entry("ms", "miz"),
            Map.entry("dr", "doctor"),
            Map.entry("vs", "versus"),
            Map.entry("approx", "approximately"),
            Map.entry("w/o", "without"),
            Map.entry("w/", "with"));
    private static final Pattern ABBREVIATION =
            Pattern.compile("(?i)(e\\.g|i\\.e|etc|mrs?|ms|dr|vs|approx|w/o?)[.,:]*");
    private static final Map<Character, String> SYMBOLS =
            Map.of('&', "and", '+', "plus", '@', "at", '=', "equals", '×', "times");

    private static final List<Rule> RULES = List.of(
            rule("https?://(?:www\\.)?(?<a>[A-Za-z0-9.-]+)(?<b>[/?#][^\\s]*)?", Addresses::web),
            rule("[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+", Addresses::mail),
            rule(
                    "(?i)(?:www\\.)?(?<a>[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\."
                            + "(?:com|net|org|io|co|app|shop|store|ai|dev|me|us|uk|eu|info|biz|tv|xyz|pro))"
                            + "(?![A-Za-z0-9])(?<b>/[^\\s]*)?",
                    Addresses::web),
            rule("(?<a>[$€£¥₹])(?<b>" + NUMBER + ")(?<c>bn|[kKmMbB])?(?![A-Za-z])", Amounts::money),
            rule("(?<b>" + NUMBER + ")(?<c>bn|[kKmMbB])?(?<a>[$€£¥₹]|USD|EUR|GBP)(?![A-Za-z])", Amounts::money),
            rule("(?<a>-)?(?<b>" + NUMBER + ")%", Amounts::percent),
            rule("(?<b>\\d+)(?:st|nd|rd|th)(?![A-Za-z])", Amounts::rank),
            rule("'?(?<a>(?:1[89]|20)?)(?<b>[2-9]0)'?s(?![A-Za-z])", Amounts::decade),
            rule("(?<a>\\d{1,2}):(?<b>[0-5]\\d)(?!\\d)", Amounts::clock),
            rule("24/7(?!\\d)", found -> List.of("twenty", "four", "seven")),
            rule("(?<a>[1-3])/(?<b>[2-4])(?!\\d)", Amounts::fraction),
            rule(
                    "(?<a>\\d{1,2}(?=[-–]\\d{1,3}(?!\\d))|\\d{3}(?=[-–]\\d{3}(?!\\d))|\\d{4}(?=[-–]\\d{4}(?!\\d)))[-–](?<b>\\d+)(?!-)",
                    Amounts::range),
            rule("(?<b>" + NUMBER + ")(?<c>" + Units.pattern() + ")(?![A-Za-z])", Amounts::measure),
            rule("(?<b>" + NUMBER + ")(?<c>[kK])(?![A-Za-z])", Amounts::thousands),
            rule("(?<a>(?<![\\w)])-)?(?<b>" + NUMBER + ")", Amounts::plain),
            rule("#(?=\\d)", found -> List.of("number")),
            rule(
                    "(?<a>(?:[A-Za-z]\\.)+[A-Za-z])(?![A-Za-z])",
                    found -> Letters.spelled(found.group().replace(".", ""))),
            rule("[A-Za-z]+(?:'[A-Za-z]+)*", found -> Letters.words(found.group())),
            rule(
                    "[&+@=×](?![&+@=×])",
                    found -> List.of(SYMBOLS.get(found.group().charAt(0)))));

    private TokenSpeaker() {}

    /**
     * Says a token.
     *
     * @param token a token of the script, any text
     * @param afterNumber whether the token before ends in a digit, so that a lone {@code %} or {@code kg} is a unit
     * @return lower-case words of {@code a-z} and apostrophes; empty where there is nothing to say
     */
    static List<String> words(String token, boolean afterNumber) {
        String plain = plain(token);
        if (afterNumber && plain.matches("%\\W*")) {
            return List.of("percent");
        }
        String bare = plain.replaceAll("[.,:;!?]+$", "");
        if (afterNumber && Units.unit(bare, false).isPresent()) {
            return Units.unit(bare, false).get();
        }
        if (ABBREVIATION.matcher(plain).matches()) {
            return List.of(ABBREVIATIONS.get(bare.toLowerCase(Locale.ROOT)).split(" "));
        }
        return scan(plain);
    }

    private static List<String> scan(String text) {
        List<String> words = new ArrayList<>();
        int position = 0;
        while (position < text.length()) {
            int end = position;
            for (Rule rule : RULES) {
                Matcher matcher = rule.pattern
                        .matcher(text)
                        .region(position, text.length())
                        .useTransparentBounds(true);
                if (matcher.lookingAt()) {
                    words.addAll(rule.say.apply(matcher.toMatchResult()));
                    end = matcher.end();
                    break;
                }
            }
            position = Math.max(end, position + 1);
        }
        return words;
    }

    /** Folds typographic signs and accents to ASCII and drops what Markdown, HTML and subtitle codes add. */
    static String plain(String token) {
        String folded = Normalizer.normalize(token, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[‘’‛`´]", "'")
                .replaceAll("[“”„«»]", "\"")
                .replace('‐', '-')
                .replace('‑', '-')
                .replace("ß", "ss")
                .replaceAll("[øØ]", "o")
                .replaceAll("[æÆ]", "ae");
        return folded.replaceAll("\\{\\\\[^}]*\\}", " ")
                .replaceAll("\\]\\([^)]*\\)", " ")
                .replaceAll("\\\\N|\\\\[nh](?![a-z])", " ")
                .replaceAll("</?[A-Za-z][^>]*>", " ")
                .replaceAll("[*_~|{}\\[\\]\\\\]+", " ")
                .strip();
    }

    private static Rule rule(String pattern, Function<MatchResult, List<String>> say) {
        return new Rule(Pattern.compile(pattern), say);
    }

    private record Rule(Pattern pattern, Function<MatchResult, List<String>> say) {}
}
