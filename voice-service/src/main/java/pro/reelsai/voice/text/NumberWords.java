package pro.reelsai.voice.text;

import java.util.ArrayList;
import java.util.List;

/** Numbers as English words. */
final class NumberWords {
    private static final String[] SMALL = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };
    private static final String[] SCALES = {"", "thousand", "million", "billion", "trillion"};
    private static final int LONGEST_COUNT = 15;

    private NumberWords() {}

    /** Says whole digits as a count; a number too long for that is said digit by digit. */
    static List<String> count(String digits) {
        boolean code = digits.length() > 1 && digits.startsWith("0");
        return code || digits.length() > LONGEST_COUNT ? digitByDigit(digits) : count(Long.parseLong(digits));
    }

    /** Says a number from 0 up to 999 trillion. */
    static List<String> count(long number) {
        if (number == 0) {
            return List.of(SMALL[0]);
        }
        List<String> words = new ArrayList<>();
        for (int scale = SCALES.length - 1; scale >= 0; scale--) {
            int group = (int) (number / (long) Math.pow(1000, scale) % 1000);
            if (group > 0) {
                hundreds(group, words);
                if (scale > 0) {
                    words.add(SCALES[scale]);
                }
            }
        }
        return words;
    }

    private static void hundreds(int number, List<String> words) {
        if (number >= 100) {
            words.add(SMALL[number / 100]);
            words.add("hundred");
        }
        int rest = number % 100;
        if (rest >= 20) {
            words.add(TENS[rest / 10]);
            rest %= 10;
        }
        if (rest > 0) {
            words.add(SMALL[rest]);
        }
    }

    /** Says 1100 to 2099 as a year: "nineteen eighty four", "two thousand nine", "twenty twenty six". */
    static List<String> year(int year) {
        int century = year / 100;
        int rest = year % 100;
        if (century % 10 == 0 && rest < 10) {
            return count(year);
        }
        List<String> words = new ArrayList<>(count(century));
        if (rest == 0) {
            words.add("hundred");
        } else {
            if (rest < 10) {
                words.add("oh");
            }
            words.addAll(count(rest));
        }
        return words;
    }

    /** Says every digit by itself. */
    static List<String> digitByDigit(String digits) {
        return digits.chars().mapToObj(digit -> SMALL[digit - '0']).toList();
    }

    /** Says a number as a rank: "twenty first". */
    static List<String> ordinal(String digits) {
        List<String> words = new ArrayList<>(count(digits));
        String last = words.removeLast();
        words.add(
                switch (last) {
                    case "one" -> "first";
                    case "two" -> "second";
                    case "three" -> "third";
                    case "five" -> "fifth";
                    case "eight" -> "eighth";
                    case "nine" -> "ninth";
                    case "twelve" -> "twelfth";
                    default -> last.endsWith("y") ? last.substring(0, last.length() - 1) + "ieth" : last + "th";
                });
        return words;
    }
}
