// npm run content:check [-- slug …]: says what is wrong with the modules, each mistake by file and line.
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkCourse } from './check/check-course.mjs';
import { inWords as guessInWords } from './check/check-guessing.mjs';
import { outside } from './check/guessing.mjs';
import { catalogueOf, guessingTable } from './check/guessing-table.mjs';
import { checkProgramme } from './check/programme.mjs';
import { inWords, Problems } from './problems.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { council: { type: 'string' } } });
const courses = join(import.meta.dirname, '../courses');
const slugs = positionals.length > 0 ? positionals : readdirSync(courses).toSorted();
let errors = 0;
const guesses = new Map();
for (const slug of slugs) {
  const { found, figures, guesses: measures } = checked(join(courses, slug));
  if (measures) guesses.set(slug, measures);
  say(slug, found, figures ? ` (${inFigures(figures)})` : '');
}
if (positionals.length === 0) {
  const problems = new Problems();
  checkProgramme(join(courses, '../programme'), courses, problems);
  say('programme', problems.found);
  const catalogue = new Problems();
  for (const found of outside(catalogueOf(guesses))) catalogue.add(...guessInWords(found));
  say('catalogue', catalogue.found);
}
if (guesses.size > 0) console.log(`\n${guessingTable(guesses)}`);
process.exitCode = errors > 0 ? 1 : 0;

function say(name, found, figures = '') {
  const wrong = found.filter(({ severity }) => severity === 'error').length;
  errors += wrong;
  const verdict = found.length === 0 ? 'clean' : `${wrong} to mend, ${found.length - wrong} to look at`;
  console.log(`${name}: ${verdict}${figures}`);
  for (const problem of found) console.log(`  ${problem.severity === 'error' ? 'mend' : 'look'}  ${inWords(problem)}`);
}

/** A module that breaks the check itself must not keep the others from being checked. */
function checked(folder) {
  if (!existsSync(folder)) return { found: [{ severity: 'error', file: folder, message: 'There is no such module' }] };
  const council = values.council && resolve(values.council);
  try {
    return checkCourse(folder, { ...(council && { council }), today: new Date().toISOString().slice(0, 10) });
  } catch (error) {
    return { found: [{ severity: 'error', file: folder, message: `It cannot be checked: ${error.stack}` }] };
  }
}

function inFigures({ screens, age, ageOfEveryWord, wordsASentence, words }) {
  return `${screens} screens, ${words} words of prose, ${wordsASentence.toFixed(1)} a sentence, reading age ${age.toFixed(1)}, of every word ${ageOfEveryWord.toFixed(1)}`;
}
