import { textsOf } from '../texts.mjs';
import { jargonIn } from './jargon.mjs';
import { readingAge, readingAgeOfEveryWord } from './reading-age.mjs';
import { sentencesOf, wordsOf } from './sentences.mjs';

/** Years. "About 9 to 11" over a module; one screen may be a little harder than the rest, and so may every word counted. */
const OLDEST = { module: 11, screen: 12, everyWord: 12 };
/** Words. */
const SENTENCE = { mean: 15, longest: 30 };
/** How often a module may say "ensure". */
const ENSURE = 3;

/** Whether a councillor after a long day would read it with ease. */
export function checkPlainEnglish({ about, questions, screens }, problems) {
  const known = definedWords(screens);
  for (const { file, passages } of screens) {
    const { age, wordsASentence } = readingAge(prose(passages), known);
    if (age > OLDEST.screen)
      problems.add(
        file,
        1,
        `Reading age ${one(age)}, at most ${OLDEST.screen} on a screen: shorter words and sentences`,
      );
    else if (wordsASentence > SENTENCE.mean + 3)
      problems.warn(file, 1, `Its sentences have ${one(wordsASentence)} words on average; aim for ${SENTENCE.mean}`);
    for (const { kind, line, text } of passages) {
      if (kind === 'paragraph' || kind === 'words') noteLong(text, (message) => problems.add(file, line + 1, message));
      noteJargon(text, problems, file, line + 1);
    }
  }
  checkWhole({ about, screens }, known, problems);
  for (const source of [about, questions].filter(Boolean)) {
    for (const { path, text } of textsOf(source.value)) {
      if (path[0] === 'sources') continue;
      const line = source.lineOf(path);
      noteLong(text, (message) => problems.add(source.file, line, message));
      noteJargon(text, problems, source.file, line);
    }
  }
}

function checkWhole({ about, screens }, known, problems) {
  const texts = screens.flatMap(({ passages }) => prose(passages));
  const { age, wordsASentence } = readingAge(texts, known);
  const everyWord = readingAgeOfEveryWord(texts);
  const file = about?.file ?? screens[0]?.file;
  if (!file) return;
  if (age > OLDEST.module) problems.add(file, 1, `Reading age ${one(age)} over the module, at most ${OLDEST.module}`);
  if (everyWord > OLDEST.everyWord)
    problems.add(
      file,
      1,
      `Reading age ${one(everyWord)} over the module with every word counted, at most ${OLDEST.everyWord}`,
    );
  if (wordsASentence > SENTENCE.mean)
    problems.add(file, 1, `Sentences have ${one(wordsASentence)} words on average, at most ${SENTENCE.mean}`);
  const ensured = screens.flatMap(({ passages }) => passages).flatMap(({ text }) => text.match(/\bensur\w+/gi) ?? []);
  if (ensured.length > ENSURE)
    problems.warn(file, 1, `It says "ensure" ${ensured.length} times: "make sure", or who does what`);
}

/** What is read as sentences; headings and cells of tables are not. */
export const prose = (passages) =>
  passages
    .filter(({ kind, text }) => kind === 'paragraph' || ((kind === 'item' || kind === 'words') && /[.!?]$/.test(text)))
    .map(({ text }) => text);

/** The words that the module itself explains. */
export const definedWords = (screens) =>
  new Set(screens.flatMap(({ defined }) => defined).flatMap((term) => term.toLowerCase().split(/[^\p{L}]+/u)));

function noteLong(text, note) {
  for (const sentence of sentencesOf(text)) {
    const count = wordsOf(sentence).length;
    if (count > SENTENCE.longest)
      note(
        `A sentence of ${count} words, at most ${SENTENCE.longest}: "${sentence.split(/\s+/).slice(0, 6).join(' ')} …"`,
      );
  }
}

function noteJargon(text, problems, file, line) {
  for (const { found, instead, doubtful } of jargonIn(text)) {
    const message = `"${found}" is jargon: ${instead}`;
    if (doubtful) problems.warn(file, line, message);
    else problems.add(file, line, message);
  }
}

const one = (number) => number.toFixed(1);
