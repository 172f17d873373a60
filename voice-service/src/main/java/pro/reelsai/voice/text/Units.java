package pro.reelsai.voice.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Units and currencies as English words. */
final class Units {
    private static final Map<String, Name> UNITS = Map.ofEntries(
            unit("ml", "milliliter"),
            unit("mL", "milliliter"),
            unit("l", "liter"),
            unit("L", "liter"),
            unit("mg", "milligram"),
            unit("g", "gram"),
            unit("kg", "kilogram"),
            unit("oz", "ounce"),
            unit("lb", "pound"),
            unit("lbs", "pound"),
            unit("mm", "millimeter"),
            unit("cm", "centimeter"),
            unit("m", "meter"),
            unit("km", "kilometer"),
            unit("mi", "mile"),
            new Name("in", "inch", "inches").entry(),
            new Name("ft", "foot", "feet").entry(),
            new Name("mph", "mile per hour", "miles per hour").entry(),
            unit("ms", "millisecond"),
            unit("s", "second"),
            unit("sec", "second"),
            unit("secs", "second"),
            unit("min", "minute"),
            unit("mins", "minute"),
            unit("h", "hour"),
            unit("hr", "hour"),
            unit("hrs", "hour"),
            unit("yr", "year"),
            unit("yrs", "year"),
            unit("W", "watt"),
            unit("V", "volt"),
            new Name("Hz", "hertz", "hertz").entry(),
            new Name("kHz", "kilohertz", "kilohertz").entry(),
            new Name("GHz", "gigahertz", "gigahertz").entry(),
            unit("kWh", "kilowatt hour"),
            unit("mAh", "milliamp hour"),
            unit("MB", "megabyte"),
            unit("GB", "gigabyte"),
            unit("TB", "terabyte"),
            unit("kcal", "calorie"),
            unit("cal", "calorie"),
            new Name("x", "time", "times").entry(),
            new Name("°C", "degree celsius", "degrees celsius").entry(),
            new Name("°F", "degree fahrenheit", "degrees fahrenheit").entry(),
            unit("°", "degree"),
            new Name("am", "ay em", "ay em").entry(),
            new Name("pm", "pee em", "pee em").entry(),
            new Name("AM", "ay em", "ay em").entry(),
            new Name("PM", "pee em", "pee em").entry());

    private static final Map<String, Name> CURRENCIES = Map.ofEntries(
            unit("$", "dollar"),
            unit("€", "euro"),
            unit("£", "pound"),
            new Name("¥", "yen", "yen").entry(),
            unit("₹", "rupee"),
            unit("USD", "dollar"),
            unit("EUR", "euro"),
            unit("GBP", "pound"));

    private Units() {}

    /** A regular expression that matches every unit, longest first. */
    static String pattern() {
        return UNITS.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .reduce((a, b) -> a + "|" + b)
                .orElseThrow();
    }

    /** Says a unit after a number; empty where it is no unit. */
    static Optional<List<String>> unit(String symbol, boolean one) {
        return Optional.ofNullable(UNITS.get(symbol)).map(name -> name.words(one));
    }

    /** Says a currency after an amount; a currency that is not known is not said. */
    static List<String> currency(String symbol, boolean one) {
        Name name = CURRENCIES.get(symbol);
        return name == null ? List.of() : name.words(one);
    }

    private static Map.Entry<String, Name> unit(String symbol, String singular) {
        return new Name(symbol, singular, singular + "s").entry();
    }

    private record Name(String symbol, String singular, String plural) {
        Map.Entry<String, Name> entry() {
            return Map.entry(symbol, this);
        }

        List<String> words(boolean one) {
            return List.of((one ? singular : plural).split(" "));
        }
    }
}
