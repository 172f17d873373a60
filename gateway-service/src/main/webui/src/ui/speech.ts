/**
 * Foretells how long a text takes to say: by the same fit to the local voices, with their pauses, by which the local
 * copywriter fills the time (SpeakingTime in script-service). Words alone would not do: "it glows at night" and "the
 * illuminated stainless bottle" are four each.
 */

/** Seconds per syllable, and for the pauses at a comma and at the end of a sentence. */
const SYLLABLE = 0.227;
const COMMA = 0.126;
const SENTENCE = 0.403;

const SYLLABLES_PER_DIGIT = 1.5;
const SYLLABLES_PER_SIGN = 2;
/** Characters per second of what is written without spaces: Chinese, Japanese, Thai, Lao, Khmer, Burmese. */
const CHARACTERS = 4.5;

/** An average, to say how much room there is before anything is written. */
const WORDS_PER_SECOND = 2.8;

export interface Word {
  text: string;
  /** When it has been said, in seconds from the beginning. */
  end: number;
}

/** The words of a text with their times; what cannot be said, such as a dash, is none. */
export function spoken(text: string): Word[] {
  let end = 0;
  const words: Word[] = [];
  for (const word of text.split(/\s+/)) {
    end += duration(word);
    if (/[\p{L}\p{N}]/u.test(word)) words.push({ text: word, end });
  }
  return words;
}

/** About how many words there is room for. */
export const room = (seconds: number) => Math.round(seconds * WORDS_PER_SECOND);

function duration(word: string): number {
  const dense = count(word, /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu);
  if (dense > 0) return dense / CHARACTERS;
  const pause = /[.!?]$/.test(word) ? SENTENCE : /[,:;]$/.test(word) ? COMMA : 0;
  return syllables(word.toLowerCase()) * SYLLABLE + pause;
}

function syllables(word: string): number {
  const letters = word.replace(/[^\p{L}]/gu, '');
  const heard = letters.replace(/(?<=[a-z]{2})(es|ed|e)$/, '');
  const vowels = letters ? Math.max(1, count(heard, /[aeiouy\u00c0-\u024f]+/g)) : 0;
  return vowels + SYLLABLES_PER_DIGIT * count(word, /\d/g) + SYLLABLES_PER_SIGN * count(word, /[%$€£&+°]/g);
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
