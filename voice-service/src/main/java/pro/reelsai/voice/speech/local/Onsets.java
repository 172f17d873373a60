package pro.reelsai.voice.speech.local;

import java.util.ArrayList;
import java.util.List;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Phone;
import pro.reelsai.model.SpeechMarks.Word;
import pro.reelsai.voice.sound.Pcm;

/**
 * Finds the moment at which a word after a silence is first heard. An engine counts the silent closure of a p, t or k to
 * the phone; a viewer sees the caption and hears nothing yet.
 */
final class Onsets {
    private static final double WINDOW = 0.005;
    /** How far the sound may lag behind the phone's start, in seconds. */
    private static final double LATEST = 0.16;
    /** Sound is what reaches this fraction of the loudest window of the word: -30 dB. */
    private static final double AUDIBLE = 0.0316;

    private final Pcm audio;
    private final List<Phone> phones;

    Onsets(Pcm audio, List<Phone> phones) {
        this.audio = audio;
        this.phones = phones;
    }

    /** The words, those after a silence beginning when they are heard. */
    List<Word> heard(List<Word> words) {
        List<Word> heard = new ArrayList<>();
        int phone = 0;
        for (Word word : words) {
            while (phones.get(phone).start() < word.start()) {
                phone++;
            }
            boolean afterPause = phone > 0 && phones.get(phone - 1).symbol().equals(SpeechMarks.PAUSE);
            heard.add(afterPause ? new Word(word.text(), onset(word), word.end()) : word);
        }
        return heard;
    }

    private double onset(Word word) {
        double threshold = AUDIBLE * loudest(word);
        double latest = Math.min(word.start() + LATEST, word.end() - WINDOW);
        for (double at = word.start(); at < latest; at += WINDOW) {
            if (level(at) >= threshold) {
                return at;
            }
        }
        return word.start();
    }

    private double loudest(Word word) {
        double loudest = 0;
        for (double at = word.start(); at < word.end(); at += WINDOW) {
            loudest = Math.max(loudest, level(at));
        }
        return loudest;
    }

    /** The root mean square of the window that begins at a time. */
    private double level(double from) {
        int end = audio.sampleAt(from + WINDOW);
        double sum = 0;
        for (int i = audio.sampleAt(from); i < end; i++) {
            sum += (double) audio.samples()[i] * audio.samples()[i];
        }
        return Math.sqrt(sum / Math.max(1, end - audio.sampleAt(from)));
    }
}
