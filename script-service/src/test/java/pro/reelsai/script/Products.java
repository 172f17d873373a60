package pro.reelsai.script;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.Product;
import pro.reelsai.model.VideoConfiguration;
import pro.reelsai.script.writer.Brief;

/** Products as users write them, tidy and untidy. */
public final class Products {
    private static final List<Sample> TIDY = List.of(
            new Sample(
                    "Brew Buddy",
                    "A pocket coffee grinder that fits in your bag. It grinds fresh beans in 40 seconds, runs for a week on a"
                            + " single charge, and rinses clean under the tap. Made from recycled aluminium. 2-year warranty.",
                    "campers and commuters",
                    "Try it today"),
            new Sample(
                    "GlowUp Serum",
                    "Tired of dull skin?\n- Vitamin C and hyaluronic acid\n- Absorbs in seconds\n- Fragrance-free\n"
                            + "- Dermatologist tested\nOnly $29.99!",
                    "Women 25-40",
                    "Shop now at glowup.com"),
            new Sample(
                    "Cloud Socks - Ultra Soft Bamboo Socks (3 pack)",
                    "They're socks so soft you forget you're wearing them. These stay up all day and never pinch."
                            + " Breathable bamboo fabric keeps your feet dry.",
                    "Nurses, waiters, and everyone on their feet",
                    "Get yours"),
            new Sample(
                    "TaskNinja",
                    "TaskNinja is a to-do app for people who hate to-do apps. Add tasks by voice, share lists with your"
                            + " family, and see your whole week at a glance. Works offline. Free for up to 3 lists.",
                    "busy parents",
                    "Download the app"),
            new Sample(
                    "PawPal Fountain",
                    "PawPal is a quiet water fountain for cats. A carbon filter keeps the water clean, and the ceramic bowl"
                            + " goes in the dishwasher. Holds 2.5 litres, enough for four days.",
                    "cat owners",
                    "Order yours today"),
            new Sample(
                    "Lumen Desk Lamp",
                    "Features: five colour temperatures, a wireless charger in the base, a memory for your favourite light."
                            + " The arm folds flat for travel. Loved by students and night owls.",
                    "students",
                    "See it at lumen.shop"),
            new Sample(
                    "Señor Pickle's Hot Sauce",
                    "Small-batch hot sauce with roasted habanero & lime. No preservatives, no added sugar. Bold, smoky,"
                            + " and surprisingly fresh.",
                    "Gen Z foodies",
                    "Spice up your next taco"),
            new Sample(
                    "FitFlow",
                    "FitFlow builds a 20-minute workout around the equipment you have, adapts to your progress, and reminds you"
                            + " to rest. Cancel anytime.",
                    "people with no time for the gym",
                    "Start your free week"));

    private static final List<Sample> UNTIDY = List.of(
            new Sample("Mug", "A mug.", "", ""),
            new Sample("X\"; rm -rf / $(id) {a} %{b} [in]drawtext='x':y", "", "everyone", "BUY NOW!!!"),
            new Sample(
                    "{name} {category}",
                    "{audience} {cta} %{metadata} \\N {\\an8} ${jndi:ldap://x}",
                    "{what}",
                    "{cta}"),
            new Sample("🔥🔥🔥", "😀 🎉 #hashtag #another @handle", "🎯", "👉👉👉"),
            new Sample(
                    "'quotes' \"double\" `ticks`",
                    "It's \"great\" and 'handy'; really.\\ Yes!!! No??? Maybe...",
                    "\"VIPs\"",
                    "\"Click\""),
            new Sample(
                    "<b>Bold</b> <script>alert(1)</script>",
                    "<p>A <b>soft</b> blanket&nbsp;&amp; pillow set.</p><ul><li>Machine washable</li><li>Keeps you warm</li></ul><script>alert('x')</script>",
                    "<i>sleepers</i>",
                    "<a href='x'>Buy</a>"),
            new Sample(
                    "The Extraordinarily Long Product Name That Somebody Pasted From A Marketplace Listing 2024 Edition",
                    "test",
                    "n/a",
                    "x"),
            new Sample(
                    "Ünïcödé Çafé",
                    "Ein Café für alle. Crème brûlée flavoured beans — roasted daily… naïvely good!",
                    "café-goers",
                    "Visit us"),
            new Sample("智能手表", "这是一款智能手表。它可以测量心率。", "年轻人", "立即购买"),
            new Sample(
                    "Long",
                    "It keeps your desk tidy, "
                            + "and it also holds a pen, a phone and a cup of tea without any trouble whatsoever, "
                                    .repeat(60)
                            + "which is nice.",
                    "office workers " + "and friends ".repeat(40),
                    "Go " + "and buy it ".repeat(40)),
            new Sample("Endless", "x".repeat(4000), "y".repeat(500), "z".repeat(500)),
            new Sample(
                    "Lines",
                    "\n\n\r\n\t one \n\n two words \n * three small words \n 1. Keeps things in order \n - \n -- \n",
                    "a\nb\nc",
                    "Buy\nnow"),
            new Sample(
                    "100% $9.99 & more",
                    "Costs $9.99. Saves 50% & more; 24/7 support. Weighs 1,299 g (approx.).",
                    "18-34",
                    "Save 20% today"),
            new Sample(
                    "AC/DC Charger",
                    "CHARGES EVERYTHING YOU OWN. USB-C, USB-A AND WIRELESS. 65W.",
                    "TRAVELLERS",
                    "LINK IN BIO"),
            new Sample(" ", " ", " ", " "));

    private Products() {}

    /** Ads as they should be asked for. */
    public static List<Sample> tidy() {
        return TIDY;
    }

    /** All products, those of careless and hostile users included. */
    public static List<Sample> all() {
        return Stream.concat(TIDY.stream(), UNTIDY.stream()).toList();
    }

    /**
     * A product with the wishes of its user.
     *
     * @param name its name
     * @param description what it is and does
     * @param audience whom the ad speaks to
     * @param callToAction what it asks for
     */
    public record Sample(String name, String description, String audience, String callToAction) {
        /** Asks for a script. */
        public Brief brief(int seconds, String direction, String language, long seed) {
            return new Brief(
                    new Product(new UUID(1, 2), name, description, "https://example.com/p"),
                    new VideoConfiguration(
                            seconds, audience, callToAction, direction, AspectRatio.PORTRAIT, null, language),
                    List.of(),
                    seed);
        }

        /** Asks for an English script of a length. */
        public Brief brief(int seconds, long seed) {
            return brief(seconds, "fun and energetic", "en", seed);
        }
    }
}
