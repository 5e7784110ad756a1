import { FAMILIAR } from './familiar-words.mjs';
import { allSentencesOf, allWordsOf, sentencesOf, wordsOf } from './sentences.mjs';
import { syllables } from './syllables.mjs';

// Flesch and Kincaid 1975. The grade is a school year in the United States; its pupils are five years older.
const GRADE = { perWord: 0.39, perSyllable: 11.8, less: 15.59 };
const AGE_AT_GRADE_0 = 5;

/**
 * The age at which a councillor reads a text with ease: the Flesch–Kincaid grade plus five. Familiar words and names count
 * as one syllable: a reader is not slowed by "councillor", nor by "Northmoor".
 * @param {string[]} texts paragraphs
 * @param {Set<string>} known words that count as familiar besides, in small letters
 * @returns {{ age: number, wordsASentence: number, words: number }}
 */
export function readingAge(texts, known = new Set()) {
  return measured(texts.flatMap(sentencesOf).map(wordsOf), (word, first) =>
    isFamiliar(word, first, known) ? 1 : syllables(word),
  );
}

/** The same as Flesch and Kincaid count it for everybody, who know no word and skip none. */
export const readingAgeOfEveryWord = (texts) => measured(texts.flatMap(allSentencesOf).map(allWordsOf), syllables).age;

/** @param {string[][]} sentences the words of each */
function measured(sentences, spoken) {
  const words = sentences.reduce((sum, { length }) => sum + length, 0);
  if (words === 0) return { age: 0, wordsASentence: 0, words: 0 };
  const sounds = sentences.flatMap((sentence) => sentence.map((word, index) => spoken(word, index === 0)));
  const wordsASentence = words / sentences.length;
  const aWord = sounds.reduce((sum, count) => sum + count, 0) / words;
  const grade = GRADE.perWord * wordsASentence + GRADE.perSyllable * aWord - GRADE.less;
  return { age: grade + AGE_AT_GRADE_0, wordsASentence, words };
}

function isFamiliar(word, first, known) {
  const small = word.toLowerCase().replace(/[’']s?$/, '');
  const isName = !first && /^\p{Lu}/u.test(word);
  return isName || FAMILIAR.has(small) || known.has(small) || known.has(small.replace(/s$/, ''));
}
