package pro.reelsai.script.writer.local;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import pro.reelsai.model.Product;
import pro.reelsai.model.VideoConfiguration;

/**
 * What the copywriter knows, all of it from the user.
 *
 * @param name the product's name, short enough to say
 * @param category what kind of thing it is, such as {@code pocket coffee grinder}; empty where the description does not say
 * @param what what it is, with article, such as {@code a pocket coffee grinder that fits in your bag}; may be empty
 * @param audience whom the ad speaks to; may be empty
 * @param callToAction the closing words
 * @param claims what the description says, in its order
 */
record ProductFacts(
        String name, String category, String what, String audience, String callToAction, List<Claim> claims) {
    private static final String NAMELESS = "this";
    private static final String DEFAULT_CALL = "Take a closer look today";
    private static final Pattern NAME_TAIL = Pattern.compile("\\s*[,:;|].*|\\s+[-–—|]\\s.*");
    private static final Pattern EVERYBODY = Pattern.compile(
            "(?i)(everyone|everybody|all|anyone|any|general( public| audience)?|n/?a|none|people|adults)");
    private static final Pattern SIDE_CLAUSE = Pattern.compile(
            "(?i)[\\s,.:]+(that|which|who|with|for|to|in|of|from|made|designed|built|you|by|where|at|on|and|or|is|are)\\b.*|[,.:].*");
    private static final int LONGEST_NAME = 6;
    private static final int LONGEST_AUDIENCE = 7;
    private static final int LONGEST_CATEGORY = 4;
    private static final int LONGEST_WHAT = 18;
    private static final int LONGEST_CALL = 20;

    /** Reads the facts of a product. */
    static ProductFacts of(Product product, VideoConfiguration configuration) {
        String name = name(product.name());
        String description = withoutName(PlainText.of(product.description()), name);
        boolean plural = description.matches("(?is).*\\b(they|these|they're)\\b.*")
                && !description.matches("(?is).*\\b(it|it's|this)\\b.*");
        List<Claim> claims = new ClaimReader(plural).read(description);
        String what = claims.stream()
                .map(Claim::phrase)
                .filter(phrase -> !phrase.isEmpty() && PlainText.words(phrase) <= LONGEST_WHAT)
                .filter(phrase -> !phrase.replaceFirst("(?i)^(an?|the) ", "").equalsIgnoreCase(name))
                .findFirst()
                .orElse("");
        return new ProductFacts(
                name,
                category(what),
                what,
                audience(configuration.targetAudience()),
                callToAction(configuration.cta()),
                claims);
    }

    /** The value of a place in a {@link Line}. */
    String value(String place) {
        return switch (place) {
            case "name" -> name;
            case "category" -> category;
            case "a category" -> (category.matches("(?i)([aeio]|u[^sn]|un[^i]).*") ? "an " : "a ") + category;
            case "what" -> what;
            case "audience" -> audience;
            default -> throw new IllegalArgumentException("No fact is called '" + place + "'");
        };
    }

    private static String name(String written) {
        String raw = written.replaceAll("\\s+", " ").strip();
        String head = NAME_TAIL.matcher(raw).replaceFirst("");
        String name = PlainText.line(PlainText.words(head) > 0 ? head : raw)
                .replaceAll("[.!?,;:]+(?=\\s|$)", "")
                .strip();
        String[] words = name.split(" ");
        if (words.length > LONGEST_NAME) {
            name = String.join(" ", List.of(words).subList(0, LONGEST_NAME));
        }
        return name.isEmpty() || name.length() > 80 ? NAMELESS : name;
    }

    /** "Brew Buddy is a grinder" says what it is as "A grinder" does. */
    private static String withoutName(String description, String name) {
        String brief = name.split(" ")[0];
        String names = Pattern.quote(name) + (brief.length() > 3 ? "|" + Pattern.quote(brief) : "");
        return description
                .replaceAll("(?im)(^|(?<=[.!?]\\s))(the )?(" + names + "|it|this)('s|\\s+is|\\s+are)\\s+(?=an?\\s)", "")
                .strip();
    }

    private static String category(String what) {
        String bare = SIDE_CLAUSE
                .matcher(what.replaceFirst("(?i)^(an?|the)\\s+", ""))
                .replaceFirst("")
                .strip();
        boolean usable = !bare.isEmpty()
                && PlainText.words(bare) <= LONGEST_CATEGORY
                && !bare.matches(".*\\d.*")
                && !bare.matches("(?i).*(ly|est|best|new|first|only|ultimate|perfect)\\b.*");
        return usable ? PlainText.uncapitalised(bare) : "";
    }

    private static String audience(String written) {
        String audience = PlainText.line(written).replaceFirst("(?i)^for\\s+", "");
        String head = PlainText.words(audience) > LONGEST_AUDIENCE
                ? audience.replaceFirst("(?i)\\s*(,|\\bwho\\b|\\bthat\\b|\\blooking\\b|\\bwith\\b|\\bin\\b).*", "")
                : audience;
        boolean usable = PlainText.words(head) <= LONGEST_AUDIENCE
                && head.length() > 2
                && !EVERYBODY.matcher(head).matches()
                && !head.matches(".*[.!?:;].*");
        return usable ? PlainText.capitalised(head) : "";
    }

    private static String callToAction(String written) {
        String call = PlainText.line(written.replaceAll("(?i)https?://(www\\.)?([a-z0-9.-]+)\\S*", "$2"));
        boolean usable = PlainText.words(call) >= 1 && PlainText.words(call) <= LONGEST_CALL && call.length() > 2;
        if (!usable) {
            return DEFAULT_CALL;
        }
        boolean shouted = call.length() > 4 && call.equals(call.toUpperCase(Locale.ROOT));
        return PlainText.capitalised(shouted ? call.toLowerCase(Locale.ROOT) : call);
    }
}
