package pro.reelsai.voice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a script as a speaker does: sentence by sentence, every written token with the words that are said for it.
 *
 * <p>Tokens are the runs between white space. The written texts of all tokens of all sentences, joined by spaces, are the
 * script's tokens again: what cannot be said (a lone dash, an emoji) stays attached to its neighbour, so that captions
 * show what the user wrote.
 */
public final class ScriptReader {
    private static final Pattern TOKEN = Pattern.compile("\\S+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern LINK = Pattern.compile("\\]\\([^)]*\\)");
    private static final Pattern CLOSING = Pattern.compile("[\"')\\]}>*_~”’»]+$");
    private static final Pattern ENDS = Pattern.compile("[.!?…。！？]+$");
    private static final Pattern BREATHES = Pattern.compile("[,;:–—)\\]]$|--+$|\\s-+$");
    private static final Pattern LIST_NUMBER = Pattern.compile("\\d{1,2}[.)]");
    private static final Pattern ABBREVIATION = Pattern.compile("(?i)[(\"']*(e\\.g|i\\.e|mrs?|ms|dr|vs|approx)\\.");
    private static final Set<Integer> STARTERS = Set.of((int) '-', (int) '*', (int) '•', (int) '#', (int) '>');

    /** A sentence is cut at its next comma once it is this long, in words, and without one at twice the length. */
    private static final int LONG_SENTENCE = 30;

    private ScriptReader() {}

    /**
     * Reads a script.
     *
     * @param script what the user wrote, any text
     * @return its sentences; empty where nothing in it can be said
     */
    public static List<Sentence> read(String script) {
        Reading reading = new Reading();
        Matcher matcher = TOKEN.matcher(script);
        String before = "";
        int end = 0;
        while (matcher.find()) {
            String gap = script.substring(end, matcher.start());
            end = matcher.end();
            String written = matcher.group();
            if (gap.contains("\n")) {
                reading.newLine(gap.indexOf('\n') != gap.lastIndexOf('\n') || startsAfresh(written));
            }
            boolean afterNumber = !before.isEmpty() && Character.isDigit(before.charAt(before.length() - 1));
            reading.add(written, TokenSpeaker.words(written, afterNumber));
            before = written;
        }
        return reading.finish();
    }

    private static boolean startsAfresh(String token) {
        int first = token.codePointAt(0);
        return Character.isUpperCase(first) || Character.isDigit(first) || STARTERS.contains(first);
    }

    private static Pause pauseAfter(String token, boolean lineStart) {
        String written = LINK.matcher(token).replaceAll("");
        String open = CLOSING.matcher(written).replaceFirst("");
        if (lineStart && LIST_NUMBER.matcher(written).matches()) {
            return Pause.SHORT;
        }
        if (ENDS.matcher(open).find() && !ABBREVIATION.matcher(open).matches()) {
            return Pause.LONG;
        }
        return BREATHES.matcher(written).find() || BREATHES.matcher(open).find() ? Pause.SHORT : Pause.NONE;
    }

    private static Sentence.Mood mood(String written) {
        String end = written.substring(Math.max(0, written.length() - 4));
        if (end.contains("?") || end.contains("？")) {
            return Sentence.Mood.QUESTION;
        }
        return end.contains("!") || end.contains("！") ? Sentence.Mood.EXCLAMATION : Sentence.Mood.STATEMENT;
    }

    /** The sentences so far and the one that is being read. */
    private static final class Reading {
        private final List<Sentence> sentences = new ArrayList<>();
        private final List<SpokenToken> tokens = new ArrayList<>();
        private final StringBuilder unspoken = new StringBuilder();
        private boolean lineStart = true;
        private int words;

        void newLine(boolean endsSentence) {
            if (endsSentence && !tokens.isEmpty()) {
                close(Sentence.Mood.STATEMENT);
            }
            lineStart = true;
        }

        void add(String written, List<String> spoken) {
            if (spoken.isEmpty()) {
                addUnspoken(written);
                return;
            }
            boolean opensBracket = written.startsWith("(") || written.startsWith("—") || written.startsWith("–");
            if (opensBracket) {
                breatheBefore();
            }
            Pause pause = pauseAfter(written, lineStart);
            tokens.add(new SpokenToken(unspoken + written, spoken, pause));
            unspoken.setLength(0);
            lineStart = false;
            words += spoken.size();
            boolean tooLong = words >= 2 * LONG_SENTENCE || words >= LONG_SENTENCE && pause == Pause.SHORT;
            if (pause == Pause.LONG || tooLong) {
                close(mood(written));
            }
        }

        private void addUnspoken(String written) {
            if (lineStart || tokens.isEmpty() && sentences.isEmpty()) {
                unspoken.append(written).append(' ');
            } else if (tokens.isEmpty()) {
                Sentence last = sentences.removeLast();
                List<SpokenToken> longer = new ArrayList<>(last.tokens());
                SpokenToken token = longer.removeLast();
                longer.add(new SpokenToken(token.written() + ' ' + written, token.words(), token.pause()));
                sentences.add(new Sentence(longer, last.mood()));
            } else {
                SpokenToken token = tokens.removeLast();
                tokens.add(new SpokenToken(token.written() + ' ' + written, token.words(), token.pause()));
                if (written.matches("[-–—.…:/|]+")) {
                    breatheBefore();
                }
            }
        }

        private void breatheBefore() {
            if (!tokens.isEmpty() && tokens.getLast().pause() == Pause.NONE) {
                SpokenToken token = tokens.removeLast();
                tokens.add(new SpokenToken(token.written(), token.words(), Pause.SHORT));
            }
        }

        private void close(Sentence.Mood mood) {
            sentences.add(new Sentence(tokens, mood));
            tokens.clear();
            words = 0;
        }

        List<Sentence> finish() {
            if (!tokens.isEmpty()) {
                close(Sentence.Mood.STATEMENT);
            }
            if (!unspoken.isEmpty() && !sentences.isEmpty()) {
                String rest = unspoken.toString().strip();
                unspoken.setLength(0);
                lineStart = false;
                addUnspoken(rest);
            }
            return List.copyOf(sentences);
        }
    }
}
