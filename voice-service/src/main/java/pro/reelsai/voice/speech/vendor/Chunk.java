package pro.reelsai.voice.speech.vendor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pro.reelsai.voice.text.SpokenScript;
import pro.reelsai.voice.text.SpokenScript.Piece;

/**
 * As much of a script as a vendor speaks in one go.
 *
 * @param pieces its pieces; at least one
 * @param before what is said before it, for the melody; empty at the beginning
 * @param after what is said after it; empty at the end
 */
public record Chunk(List<Piece> pieces, String before, String after) {
    public Chunk {
        pieces = List.copyOf(pieces);
    }

    /** What is sent to the vendor. */
    public String text() {
        return text(pieces);
    }

    /**
     * Cuts a script at the ends of its sentences; only a sentence that is itself too long is cut between words.
     *
     * @param longest the longest chunk in characters
     */
    public static List<Chunk> of(SpokenScript script, int longest) {
        List<List<Piece>> parts = new ArrayList<>();
        List<Piece> part = new ArrayList<>();
        for (List<Piece> sentence : script.sentences()) {
            if (!part.isEmpty() && text(part).length() + 1 + text(sentence).length() > longest) {
                parts.add(part);
                part = new ArrayList<>();
            }
            for (Piece piece : sentence) {
                if (!part.isEmpty() && text(part).length() + 1 + piece.said().length() > longest) {
                    parts.add(part);
                    part = new ArrayList<>();
                }
                part.add(piece);
            }
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            chunks.add(new Chunk(
                    parts.get(i),
                    i == 0 ? "" : text(parts.get(i - 1)),
                    i + 1 == parts.size() ? "" : text(parts.get(i + 1))));
        }
        return chunks;
    }

    private static String text(List<Piece> pieces) {
        return pieces.stream().map(Piece::said).collect(Collectors.joining(" "));
    }
}
