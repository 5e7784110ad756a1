import { FAMILIAR } from './familiar-words.mjs';
import { sentencesOf, wordsOf } from './sentences.mjs';
import { syllables } from './syllables.mjs';

// Flesch and Kincaid 1975. The grade is a school year in the United States; its pupils are five years older.
const GRADE = { perWord: 0.39, perSyllable: 11.8, less: 15.59 };
const AGE_AT_GRADE_0 = 5;

/**
 * The age at which somebody reads a text with ease: the Flesch–Kincaid grade plus five. Familiar words and names count as
 * one syllable: a reader is not slowed by "councillor", nor by "Northmoor".
 * @param {string[]} texts paragraphs
 * @param {Set<string>} known words that count as familiar besides, in small letters
 * @returns {{ age: number, wordsASentence: number, words: number }}
 */
export function readingAge(texts, known = new Set()) {
  const sentences = texts.flatMap(sentencesOf).map(wordsOf);
  const words = sentences.flatMap((sentence) => sentence.map((word, index) => ({ word, first: index === 0 })));
  if (words.length === 0) return { age: 0, wordsASentence: 0, words: 0 };
  const spoken = words.reduce(
    (sum, { word, first }) => sum + (isFamiliar(word, first, known) ? 1 : syllables(word)),
    0,
  );
  const wordsASentence = words.length / sentences.length;
  const grade = GRADE.perWord * wordsASentence + GRADE.perSyllable * (spoken / words.length) - GRADE.less;
  return { age: grade + AGE_AT_GRADE_0, wordsASentence, words: words.length };
}

function isFamiliar(word, first, known) {
  const small = word.toLowerCase().replace(/[’']s?$/, '');
  const isName = !first && /^\p{Lu}/u.test(word);
  return isName || FAMILIAR.has(small) || known.has(small) || known.has(small.replace(/s$/, ''));
}
