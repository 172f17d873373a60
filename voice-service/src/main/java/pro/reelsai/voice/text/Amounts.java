package pro.reelsai.voice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;

/** Numbers with what stands around them: money, percent, units, times, years. Group {@code b} holds the number. */
final class Amounts {
    private static final Map<String, String> SCALES =
            Map.of("k", "thousand", "m", "million", "b", "billion", "bn", "billion");
    private static final Map<String, String> PARTS = Map.of("2", "half", "3", "third", "4", "quarter");

    private Amounts() {}

    static List<String> money(MatchResult found) {
        String amount = found.group("b");
        String scale = found.group("c");
        boolean cents = scale == null && amount.matches(".*\\.\\d\\d");
        String whole = cents ? amount.substring(0, amount.length() - 3) : amount;
        List<String> words = new ArrayList<>(decimal(whole));
        if (scale != null) {
            words.add(SCALES.get(scale.toLowerCase(java.util.Locale.ROOT)));
        }
        words.addAll(Units.currency(found.group("a"), whole.equals("1") && scale == null));
        if (cents && !amount.endsWith("00")) {
            words.addAll(NumberWords.count(Integer.parseInt(amount.substring(amount.length() - 2))));
        }
        return words;
    }

    static List<String> percent(MatchResult found) {
        List<String> words = new ArrayList<>();
        if (found.group("a") != null) {
            words.add("minus");
        }
        words.addAll(decimal(found.group("b")));
        words.add("percent");
        return words;
    }

    static List<String> rank(MatchResult found) {
        return NumberWords.ordinal(found.group("b"));
    }

    static List<String> decade(MatchResult found) {
        List<String> words = new ArrayList<>();
        if (!found.group("a").isEmpty()) {
            words.addAll(NumberWords.count(found.group("a")));
        }
        String tens = NumberWords.count(found.group("b")).getFirst();
        words.add(tens.substring(0, tens.length() - 1) + "ies");
        return words;
    }

    static List<String> clock(MatchResult found) {
        List<String> words = new ArrayList<>(NumberWords.count(Long.parseLong(found.group("a"))));
        int minutes = Integer.parseInt(found.group("b"));
        if (minutes > 0 && minutes < 10) {
            words.add("oh");
        }
        if (minutes > 0) {
            words.addAll(NumberWords.count(minutes));
        }
        return words;
    }

    static List<String> fraction(MatchResult found) {
        boolean one = found.group("a").equals("1");
        String part = PARTS.get(found.group("b"));
        List<String> words = new ArrayList<>(NumberWords.count(found.group("a")));
        words.add(one ? part : part.equals("half") ? "halves" : part + "s");
        return words;
    }

    static List<String> range(MatchResult found) {
        List<String> words = new ArrayList<>(decimal(found.group("a")));
        words.add("to");
        words.addAll(decimal(found.group("b")));
        return words;
    }

    static List<String> measure(MatchResult found) {
        List<String> words = new ArrayList<>(decimal(found.group("b")));
        boolean one = found.group("b").equals("1");
        words.addAll(Units.unit(found.group("c"), one).orElseThrow());
        return words;
    }

    /** Says "10k" as a count and the "4K" of a screen or the "5K" of a run as a letter. */
    static List<String> thousands(MatchResult found) {
        List<String> words = new ArrayList<>(decimal(found.group("b")));
        boolean name = found.group("c").equals("K") && found.group("b").length() == 1;
        words.add(name ? "kay" : "thousand");
        return words;
    }

    static List<String> plain(MatchResult found) {
        List<String> words = new ArrayList<>();
        if (found.group("a") != null) {
            words.add("minus");
        }
        words.addAll(decimal(found.group("b")));
        return words;
    }

    private static List<String> decimal(String number) {
        boolean grouped = number.contains(",");
        String[] halves = number.replace(",", "").split("\\.");
        if (halves.length == 1) {
            boolean yearLike = !grouped && halves[0].matches("1[1-9]\\d\\d|20\\d\\d");
            return yearLike ? NumberWords.year(Integer.parseInt(halves[0])) : NumberWords.count(halves[0]);
        }
        List<String> words = new ArrayList<>(NumberWords.count(halves[0]));
        words.add("point");
        words.addAll(NumberWords.digitByDigit(halves[1]));
        return words;
    }
}
