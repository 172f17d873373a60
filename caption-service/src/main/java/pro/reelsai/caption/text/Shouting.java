package pro.reelsai.caption.text;

import java.util.List;

/** Words in capitals: emphasis where they are few, a habit where they are many. */
final class Shouting {
    private static final int FEWEST_LETTERS = 2;
    private static final double MOST = 0.34;

    private Shouting() {}

    /** Whether a word stands in capitals, as NEW or 50% OFF do. */
    static boolean isCapitals(String word) {
        long letters = word.codePoints().filter(Character::isLetter).count();
        return letters >= FEWEST_LETTERS
                && word.codePoints().filter(Character::isLetter).allMatch(Character::isUpperCase);
    }

    /** Whether few of a script's words are in capitals. */
    static boolean isRare(List<String> words) {
        return words.stream().filter(Shouting::isCapitals).count() <= MOST * words.size();
    }
}
