package pro.reelsai.script.writer.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the claims out of a product's description: its own sentences, and its headings and bullet points made into
 * sentences with "it" or "you get". Words are only added at the front, so a claim never says more than the description.
 */
final class ClaimReader {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}\\p{N}$€£'])|\\n+|\\s*;\\s+");
    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-+/.,:*]+|\\d{1,2}[.)])\\s+");
    private static final Pattern PARTICIPLE = Pattern.compile(
            "(?i)(made|built|designed|crafted|powered|inspired|packed|loved|tested|trusted|handmade|engineered|created|"
                    + "developed|formulated|infused|enriched|equipped|available|certified|approved|filled|woven|sewn|"
                    + "roasted|brewed|baked|sourced|recommended|backed|suited|meant|based|proven|awarded|rated)\\b.*");
    private static final Pattern QUALITY = Pattern.compile(
            "(?i)(perfect|ideal|great|good|suitable|easy|safe|gentle|small|light|lightweight|compact|portable|"
                    + "durable|soft|strong|simple|quiet|fast|quick|comfortable|affordable|natural|organic|vegan|warm|cozy|fresh|"
                    + "clean|elegant|stylish|waterproof|washable|foldable|reusable|rechargeable|wireless|adjustable|breathable|"
                    + "eco-friendly|sustainable|bold|smoky|sweet|spicy|crispy|crunchy|creamy|tasty|delicious|juicy|tangy|"
                    + "salty|zesty|playful|modern|classic|sturdy|slim|thin|flat|flexible|reliable|powerful|healthy|pure|"
                    + "calm|kind|tough|smooth|cool|bright|silent|unique|free|full of|rich in|\\w+-proof|"
                    + "\\w+-friendly|\\w+-resistant|\\w+-free|\\w+able)(\\s+(for|to|and|on|in|enough|but|with|of|as)\\b.*|,.*|$)");
    private static final Pattern LIST = Pattern.compile(
            "(?i)(?:key )?(?:features?|benefits|includes|contents|what's included|in the box)\\s*:?\\s*(.*)");
    private static final Pattern CLAUSE = Pattern.compile(",\\s+(?:and\\s+|but\\s+)?|\\s+and\\s+");
    private static final Pattern STATE = Pattern.compile(
            ".*(ed|able|ible|made|proven|friendly|free|proof|safe|resistant|ready|neutral|vegan|organic)");
    private static final int LONGEST_STATE = 4;
    private static final int LONGEST_CLAIM = 26;
    private static final int LONGEST_SUBJECT = 5;

    private final String subject;
    private final boolean plural;

    /**
     * @param plural whether the product is "they" and not "it"
     */
    ClaimReader(boolean plural) {
        this.plural = plural;
        this.subject = plural ? "They" : "It";
    }

    /** The claims and questions of a cleaned description, in its order and without repetitions. */
    List<Claim> read(String plainDescription) {
        List<Claim> claims = new ArrayList<>();
        for (String piece : SENTENCE_END.split(plainDescription)) {
            String line = tidy(BULLET.matcher(piece).replaceFirst(""));
            Matcher list = LIST.matcher(line);
            if (list.matches()) {
                line = list.group(1).strip();
            }
            if (isEnglishEnough(line)) {
                for (String part : parts(line)) {
                    claim(part).filter(claim -> !claims.contains(claim)).ifPresent(claims::add);
                }
            }
        }
        return claims;
    }

    private Optional<Claim> claim(String text) {
        if (text.endsWith("?")) {
            boolean short_ = PlainText.words(text) <= LONGEST_CLAIM && PlainText.words(text) >= 2;
            return short_ ? Optional.of(Claim.question(PlainText.capitalised(text))) : Optional.empty();
        }
        String end = text.endsWith("!") ? "!" : ".";
        String body = shortened(text.replaceAll("[.!?,:]+$", "").strip());
        String[] words = body.split("\\s+");
        if (words.length < 2) {
            return Optional.empty();
        }
        if (isNounPhrase(words)) {
            return Optional.of(
                    Claim.what(is() + " " + PlainText.uncapitalised(body) + end, PlainText.uncapitalised(body)));
        }
        return Optional.of(Claim.of(sentence(words, body) + end));
    }

    private String sentence(String[] words, String body) {
        String first = words[0];
        String lower = first.toLowerCase(Locale.ROOT);
        String small = PlainText.uncapitalised(body);
        if (Verbs.isThirdPerson(first) && !lower.equals("is") && !plural) {
            return subject + " " + small;
        }
        if (lower.equals("is") || lower.equals("are")) {
            return subject + " " + small;
        }
        if (PARTICIPLE.matcher(body).matches() || QUALITY.matcher(body).matches() || lower.equals("for")) {
            return is() + " " + small;
        }
        if (lower.equals("with") && !body.contains(",")) {
            return subject + (plural ? " come " : " comes ") + small;
        }
        if (body.matches("(?i)((only|just|now|from)\\s+)?[$€£]\\d.*")) {
            return is() + " " + small;
        }
        if (hasFiniteVerb(words)
                || Verbs.isImperative(first)
                || lower.matches("no|not|never|you|we|i|they|it|say|with")) {
            return PlainText.capitalised(body);
        }
        if (isState(words)) {
            return is() + " " + small;
        }
        return "You get " + (first.matches("\\d+-.*") ? (first.matches("(8|11|18).*") ? "an " : "a ") : "")
                + listed(small);
    }

    /** A list said aloud has an "and" before its last part. */
    private static String listed(String parts) {
        boolean list = parts.indexOf(',') != parts.lastIndexOf(',') && !parts.matches(".*\\b(and|or)\\b.*");
        return list ? parts.replaceFirst(",\\s+(?=[^,]*$)", ", and ") : parts;
    }

    /** "Dermatologist tested", "machine washable", "BPA free". */
    private static boolean isState(String[] words) {
        String last = words[words.length - 1].toLowerCase(Locale.ROOT);
        return words.length <= LONGEST_STATE
                && STATE.matcher(last).matches()
                && !last.matches("speed|need|seed|bed|feed|weed|red|table|cable|vegetable|timetable");
    }

    /** "A pocket grinder that fits in your bag": an article, and no verb before a word that opens a side clause. */
    private static boolean isNounPhrase(String[] words) {
        if (!words[0].matches("(?i)an?|the")) {
            return false;
        }
        for (int i = 1; i < words.length; i++) {
            String word = words[i].toLowerCase(Locale.ROOT).replaceAll("[,.:]+$", "");
            if (i > 1 && word.matches("that|which|who|with|for|to|in|of|from|made|designed|built|you|by|where|at|on")) {
                return true;
            }
            if (i > 1 && Verbs.isFinite(word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasFiniteVerb(String[] words) {
        for (int i = 1; i < words.length; i++) {
            String word = words[i].replaceAll("[,.:]+$", "");
            if (Verbs.isFinite(word)
                    || i <= 3 && words[i - 1].matches("(?i)you|we|they|i|to|and") && Verbs.isImperative(word)) {
                return true;
            }
        }
        return words[0].matches("(?i)(it|that|you|we|they)'(s|re|ll|ve)|this|these|our|your");
    }

    /** "It grinds fast, runs for a week, and rinses clean" as three sentences, each with the subject. */
    private List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        String[] clauses = CLAUSE.split(line);
        int verb = firstThirdPerson(clauses[0]);
        if (clauses.length < 2 || verb < 0 || verb > LONGEST_SUBJECT || line.endsWith("?")) {
            return List.of(line);
        }
        String[] words = clauses[0].split("\\s+");
        String who = String.join(" ", List.of(words).subList(0, verb));
        StringBuilder open = new StringBuilder(clauses[0]);
        Matcher separator = CLAUSE.matcher(line);
        for (int i = 1; i < clauses.length && separator.find(); i++) {
            boolean verbFirst = Verbs.isThirdPerson(clauses[i].split("\\s+")[0]) && PlainText.words(clauses[i]) > 1;
            if (verbFirst && PlainText.words(open.toString()) - verb > 1) {
                parts.add(open.toString());
                open = new StringBuilder(
                        who.isEmpty() ? PlainText.capitalised(clauses[i]) : again(who) + " " + clauses[i]);
            } else {
                open.append(separator.group()).append(clauses[i]);
            }
        }
        parts.add(open.toString());
        return parts;
    }

    /** A part of the product keeps its noun, the product's name becomes "it". */
    private String again(String who) {
        return who.matches("(?i)(the|an?|our|your|each|every|all|its|one|no|this|these)\\b.*") || plural
                ? who
                : subject;
    }

    private static int firstThirdPerson(String clause) {
        String[] words = clause.split("\\s+");
        for (int i = 0; i < words.length; i++) {
            if (words[i].matches("(?i)that|which|who|when|if|because|while|so")) {
                return -1;
            }
            if (Verbs.isThirdPerson(words[i])) {
                return i;
            }
        }
        return -1;
    }

    /** Cuts a rambling sentence at its last clause that still fits. */
    private static String shortened(String text) {
        String[] words = text.split("\\s+");
        if (words.length <= LONGEST_CLAIM) {
            return text;
        }
        for (int end = LONGEST_CLAIM; end >= 5; end--) {
            if (words[end - 1].endsWith(",")) {
                return String.join(" ", List.of(words).subList(0, end)).replaceAll(",$", "");
            }
        }
        for (int end = LONGEST_CLAIM; end >= 5; end--) {
            if (words[end].matches("(?i)and|but|which|so|because|while|or")) {
                return String.join(" ", List.of(words).subList(0, end));
            }
        }
        return "";
    }

    private static String tidy(String text) {
        String tidy = text.replaceAll("\\s+", " ")
                .replaceAll("\\s+([,.!?:])", "$1")
                .replaceAll("([!?.,:])[!?.,:]+", "$1")
                .replaceAll("(?<!\\S)[^\\p{L}\\p{N}$€£&]+(?!\\S)", " ")
                .replaceAll("\\s+", " ")
                .replaceAll("^[^\\p{L}\\p{N}$€£]+", "")
                .replaceAll("(?i)(?<!\\b(?:e\\.g|i\\.e|vs|approx|etc|dr|mr|mrs|no))[.!](?-i: (?=\\p{Ll}))", ", ")
                .replace(" & ", " and ")
                .strip();
        boolean shouted = tidy.length() > 8 && tidy.contains(" ") && tidy.equals(tidy.toUpperCase(Locale.ROOT));
        return shouted ? PlainText.capitalised(tidy.toLowerCase(Locale.ROOT)) : tidy;
    }

    private static boolean isEnglishEnough(String text) {
        long letters = text.chars().filter(Character::isLetter).count();
        long latin = text.chars()
                .filter(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                .count();
        return latin > 0 && latin * 10 >= letters * 9;
    }

    private String is() {
        return plural ? "They're" : "It's";
    }
}
