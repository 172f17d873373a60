package pro.reelsai.voice.speech.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pro.reelsai.model.SpeechMarks;
import pro.reelsai.model.SpeechMarks.Phone;
import pro.reelsai.model.SpeechMarks.Word;
import pro.reelsai.voice.sound.Pcm;
import pro.reelsai.voice.speech.local.Silence.Slice;
import pro.reelsai.voice.speech.local.Utterance.PhoneRange;
import pro.reelsai.voice.text.Pause;
import pro.reelsai.voice.text.Sentence;
import pro.reelsai.voice.text.SpokenToken;

/**
 * Joins utterances to one sound. What is spoken is copied sample by sample and only silences change their length, so the
 * engine's phone times stay true.
 */
final class SpeechAssembly {
    private final Pauses pauses;
    private final int rate;
    private final List<Phone> phones = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private short[] sound;
    private int length;
    private Slice tail;

    /**
     * @param pauses how long silences last
     * @param rate samples per second of every utterance
     */
    SpeechAssembly(Pauses pauses, int rate) {
        this.pauses = pauses;
        this.rate = rate;
        this.sound = new short[rate * 30];
        this.tail = new Slice(new Pcm(new short[0], rate), 0, 0);
    }

    /**
     * Adds the next sentence.
     *
     * @throws IllegalArgumentException if the utterance has another sample rate
     */
    void add(Sentence sentence, Utterance utterance) {
        Pcm audio = utterance.audio();
        if (audio.rate() != rate) {
            throw new IllegalArgumentException("A voice changed its sample rate");
        }
        List<Phone> spoken = utterance.phones();
        int[] placed = new int[spoken.size()];
        double silence = phones.isEmpty() ? pauses.lead() : pauses.sentence();
        int first = nextSpoken(spoken, 0);
        Slice head = new Slice(audio, 0, audio.sampleAt(spoken.get(first).start()));
        while (first < spoken.size()) {
            addSilence(silence, head);
            int last = first;
            for (; last < spoken.size() && !isPause(spoken.get(last)); last++) {
                placed[last] = phones.size();
                addPhone(audio, spoken.get(last));
            }
            int next = nextSpoken(spoken, last);
            int from = audio.sampleAt(spoken.get(last - 1).end());
            if (next < spoken.size()) {
                Slice gap =
                        new Slice(audio, from, audio.sampleAt(spoken.get(next).start()));
                tail = gap.firstHalf();
                head = gap.secondHalf();
                silence = pauses.within(pauseAfter(sentence, utterance, last - 1));
            } else {
                tail = new Slice(audio, from, audio.samples().length);
            }
            first = next;
        }
        addWords(sentence, utterance, placed);
    }

    /** Ends the speech and tells when each word is heard. */
    SpeechMarks finish(String source) {
        addSilence(pauses.end(), new Slice(tail.audio(), 0, 0));
        Pcm audio = audio();
        return new SpeechMarks(audio.seconds(), source, new Onsets(audio, phones).heard(words), phones);
    }

    /** The whole sound so far. */
    Pcm audio() {
        return new Pcm(Arrays.copyOf(sound, length), rate);
    }

    private void addPhone(Pcm audio, Phone phone) {
        int from = audio.sampleAt(phone.start());
        int to = audio.sampleAt(phone.end());
        append(phone.symbol(), Arrays.copyOfRange(audio.samples(), from, to));
    }

    private void addSilence(double seconds, Slice head) {
        append(SpeechMarks.PAUSE, Silence.between(tail, head, (int) Math.round(seconds * rate)));
    }

    private void append(String symbol, short[] samples) {
        if (length + samples.length > sound.length) {
            sound = Arrays.copyOf(sound, Math.max(sound.length * 2, length + samples.length));
        }
        System.arraycopy(samples, 0, sound, length, samples.length);
        double start = (double) length / rate;
        length += samples.length;
        phones.add(new Phone(symbol, start, (double) length / rate));
    }

    private void addWords(Sentence sentence, Utterance utterance, int[] placed) {
        int word = 0;
        for (SpokenToken token : sentence.tokens()) {
            PhoneRange from = utterance.words().get(word);
            word += token.words().size();
            PhoneRange to = utterance.words().get(word - 1);
            words.add(new Word(
                    token.written(),
                    phones.get(placed[from.first()]).start(),
                    phones.get(placed[to.last()]).end()));
        }
    }

    private static Pause pauseAfter(Sentence sentence, Utterance utterance, int phone) {
        int word = 0;
        for (SpokenToken token : sentence.tokens()) {
            word += token.words().size();
            if (utterance.words().get(word - 1).last() == phone) {
                return token.pause();
            }
        }
        return Pause.NONE;
    }

    private static int nextSpoken(List<Phone> phones, int from) {
        int next = from;
        while (next < phones.size() && isPause(phones.get(next))) {
            next++;
        }
        return next;
    }

    private static boolean isPause(Phone phone) {
        return phone.symbol().equals(SpeechMarks.PAUSE);
    }
}
