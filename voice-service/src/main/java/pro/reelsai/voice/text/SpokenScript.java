package pro.reelsai.voice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script as a vendor's voice reads it. Vendors read ordinary words better when they see them as they are written, so only
 * what they would stumble over is put into words: numbers, prices, addresses, abbreviations, brand names. Captions show
 * what is written all the same.
 *
 * @param sentences its sentences, each at least one piece
 */
public record SpokenScript(List<List<Piece>> sentences) {
    private static final Pattern RUN = Pattern.compile("\\S+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern MARKUP = Pattern.compile("[*_~`#>|\\\\{}\\[\\]]+|</?[A-Za-z][^>]*>|\\]\\([^)]*\\)");
    private static final Pattern PICTURES =
            Pattern.compile("[\\p{So}\\p{Cn}\\p{Co}\\p{Cs}\\p{Cc}\\p{Cf}\\x{FE0E}\\x{FE0F}]");
    private static final Pattern ORDINARY =
            Pattern.compile("[(\"'“‘¿¡]*[\\p{L}\\p{M}]+(?:[-'’][\\p{L}\\p{M}]+)*(?<end>[.,!?;:…)\"'”’]*)");
    private static final Pattern CLOSING = Pattern.compile("(?<end>[.,!?;:…]+)[)\"'”’\\]]*$");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?…。！？]\\W*");

    public SpokenScript {
        sentences = sentences.stream().map(List::copyOf).toList();
    }

    /**
     * One token of the script.
     *
     * @param written the token as captions show it, with neighbours that cannot be spoken
     * @param said what is sent to the vendor: one or more words with their punctuation
     */
    public record Piece(String written, String said) {
        /** The words that are said, without punctuation, in lower case. */
        public List<String> words() {
            return SpokenWords.of(said);
        }
    }

    /**
     * Reads a script.
     *
     * @param script what the user wrote
     * @param language its language; numbers and addresses are put into words in English alone, vendors do it in the others
     * @param brands how brand names are said, by their name
     */
    public static SpokenScript read(String script, Locale language, Brands brands) {
        return new SpokenScript(language.getLanguage().equals("en") ? english(script, brands) : other(script, brands));
    }

    private static List<List<Piece>> english(String script, Brands brands) {
        List<List<Piece>> sentences = new ArrayList<>();
        for (Sentence sentence : ScriptReader.read(script)) {
            List<Piece> pieces = new ArrayList<>();
            for (SpokenToken token : sentence.tokens()) {
                pieces.add(
                        new Piece(token.written(), brands.said(token.written()).orElseGet(() -> said(token))));
            }
            sentences.add(pieces);
        }
        return sentences;
    }

    private static String said(SpokenToken token) {
        String plain = plain(token.written());
        Matcher ordinary = ORDINARY.matcher(plain);
        boolean shouted = plain.length() > 1 && plain.equals(plain.toUpperCase(Locale.ROOT));
        if (ordinary.matches() && !shouted && token.words().size() <= 1 + count(plain, '-')) {
            return plain;
        }
        Matcher closing = CLOSING.matcher(plain);
        String end = closing.find() ? closing.group("end") : token.pause() == Pause.LONG ? "." : "";
        return String.join(" ", token.words()) + (end.isEmpty() ? "" : end.substring(0, 1));
    }

    private static List<List<Piece>> other(String script, Brands brands) {
        List<List<Piece>> sentences = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        Matcher run = RUN.matcher(script);
        while (run.find()) {
            String plain = plain(run.group());
            if (plain.codePoints().anyMatch(Character::isLetterOrDigit)) {
                pieces.add(new Piece(run.group(), brands.said(run.group()).orElse(plain)));
                if (SENTENCE_END.matcher(plain).matches()) {
                    sentences.add(pieces);
                    pieces = new ArrayList<>();
                }
            } else if (!pieces.isEmpty()) {
                Piece last = pieces.removeLast();
                pieces.add(new Piece(last.written() + " " + run.group(), last.said()));
            }
        }
        if (!pieces.isEmpty()) {
            sentences.add(pieces);
        }
        return sentences;
    }

    private static String plain(String written) {
        String text = PICTURES.matcher(MARKUP.matcher(written).replaceAll(" ")).replaceAll("");
        return text.replaceAll("\\s+", " ").strip();
    }

    private static long count(String text, char sign) {
        return text.chars().filter(character -> character == sign).count();
    }

    /** All pieces in order. */
    public List<Piece> pieces() {
        return sentences.stream().flatMap(List::stream).toList();
    }
}
