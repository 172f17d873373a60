package pro.reelsai.voice.speech.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Phone;
import pro.reelsai.voice.speech.local.Utterance.PhoneRange;

/**
 * Finds out which spoken phones belong to which word, given how each word sounds by itself. Connected speech changes a few
 * phones (a weak vowel, a dropped sound), so the two rows are aligned at the least edit cost.
 */
final class PhoneAlignment {
    private static final String VOWELS = "aeiou";
    private static final int SAME_KIND = 1;
    private static final int OTHER_KIND = 3;
    private static final int GAP = 2;

    private PhoneAlignment() {}

    /**
     * @param words the phones of every word, said by itself
     * @param phones the phones of the sentence, pauses included
     * @return for every word its phones
     * @throws IOException if there are fewer phones than words
     */
    static List<PhoneRange> align(List<List<String>> words, List<Phone> phones) throws IOException {
        List<String> expected = new ArrayList<>();
        List<Integer> wordOf = new ArrayList<>();
        for (int word = 0; word < words.size(); word++) {
            for (String phone : words.get(word)) {
                expected.add(phone);
                wordOf.add(word);
            }
        }
        List<Integer> spoken = new ArrayList<>();
        for (int i = 0; i < phones.size(); i++) {
            if (!phones.get(i).symbol().equals(SpeechMarks.PAUSE)) {
                spoken.add(i);
            }
        }
        if (spoken.size() < words.size() || expected.isEmpty()) {
            throw new IOException("%d words were spoken in %d phones".formatted(words.size(), spoken.size()));
        }
        int[] firstSpoken = firstSpokenOfWords(expected, wordOf, spoken, phones, words.size());
        List<PhoneRange> ranges = new ArrayList<>();
        for (int word = 0; word < words.size(); word++) {
            int next = word + 1 < words.size() ? firstSpoken[word + 1] : spoken.size();
            ranges.add(new PhoneRange(spoken.get(firstSpoken[word]), spoken.get(next - 1)));
        }
        return ranges;
    }

    private static int[] firstSpokenOfWords(
            List<String> expected, List<Integer> wordOf, List<Integer> spoken, List<Phone> phones, int words) {
        int[][] cost = costs(expected, spoken, phones);
        int[] first = new int[words];
        int e = expected.size();
        int s = spoken.size();
        while (e > 0 && s > 0) {
            int change = change(expected.get(e - 1), phones.get(spoken.get(s - 1)));
            if (cost[e][s] == cost[e - 1][s - 1] + change) {
                e--;
                s--;
            } else if (cost[e][s] == cost[e - 1][s] + GAP) {
                e--;
            } else {
                s--;
                continue;
            }
            first[wordOf.get(e)] = s;
        }
        first[0] = 0;
        // Every word keeps one phone at least, even where its own ones were all swallowed.
        for (int word = 1; word < words; word++) {
            first[word] = Math.max(first[word], first[word - 1] + 1);
        }
        for (int word = words - 1, room = spoken.size() - 1; word > 0; word--, room--) {
            first[word] = Math.min(first[word], room);
        }
        return first;
    }

    private static int[][] costs(List<String> expected, List<Integer> spoken, List<Phone> phones) {
        int[][] cost = new int[expected.size() + 1][spoken.size() + 1];
        for (int e = 0; e <= expected.size(); e++) {
            for (int s = 0; s <= spoken.size(); s++) {
                if (e == 0 || s == 0) {
                    cost[e][s] = (e + s) * GAP;
                    continue;
                }
                int changed = cost[e - 1][s - 1] + change(expected.get(e - 1), phones.get(spoken.get(s - 1)));
                cost[e][s] = Math.min(changed, Math.min(cost[e - 1][s], cost[e][s - 1]) + GAP);
            }
        }
        return cost;
    }

    private static int change(String expected, Phone spoken) {
        if (expected.equals(spoken.symbol())) {
            return 0;
        }
        return isVowel(expected) == isVowel(spoken.symbol()) ? SAME_KIND : OTHER_KIND;
    }

    private static boolean isVowel(String phone) {
        return VOWELS.indexOf(phone.charAt(0)) >= 0;
    }
}
