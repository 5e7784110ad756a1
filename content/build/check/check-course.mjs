import { DEFAULT_COUNCIL } from '../council.mjs';
import { Problems } from '../problems.mjs';
import { openCourse } from '../read-course.mjs';
import { checkBank } from './bank.mjs';
import { checkGuessing } from './check-guessing.mjs';
import { checkLaw } from './law.mjs';
import { checkObjectives } from './objectives.mjs';
import { checkPictures } from './pictures.mjs';
import { checkPlainEnglish, definedWords, prose } from './plain-english.mjs';
import { readingAge, readingAgeOfEveryWord } from './reading-age.mjs';
import { checkReview } from './review.mjs';
import { checkSize } from './size.mjs';
import { checkSources } from './sources.mjs';

/**
 * Everything that can be said about a module without a reader. What the build refuses is among it, and marked `stops`; the rest
 * builds, but should not be published.
 * @param {string} today like 2026-11-25
 */
export function checkCourse(folder, { council = DEFAULT_COUNCIL, today }) {
  const problems = new Problems();
  const parts = { folder, ...openCourse(folder, council, problems) };
  const stopping = new Set(problems.found.filter(({ severity }) => severity === 'error'));
  checkSize(parts, problems);
  checkPlainEnglish(parts, problems);
  checkSources(parts, problems);
  checkLaw(parts, problems);
  checkObjectives(parts, problems);
  checkBank(parts, problems);
  const guesses = checkGuessing(parts, problems);
  checkPictures(parts, problems);
  checkReview(parts, today, problems);
  const texts = parts.screens.flatMap(({ passages }) => prose(passages));
  const { age, wordsASentence, words } = readingAge(texts, definedWords(parts.screens));
  const figures = {
    screens: parts.screens.length,
    age,
    ageOfEveryWord: readingAgeOfEveryWord(texts),
    wordsASentence,
    words,
    minutes: parts.minutes,
  };
  const found = problems.found.map((problem) => (stopping.has(problem) ? { ...problem, stops: true } : problem));
  const law = [...new Set(parts.screens.flatMap(({ lawNamed }) => lawNamed))].toSorted((a, b) => a.localeCompare(b));
  return { found, figures, guesses, law };
}
