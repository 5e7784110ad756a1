// npm run content:check [-- slug …]: says what is wrong with the modules, each mistake by file and line.
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkCourse } from './check/check-course.mjs';
import { inWords } from './problems.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { council: { type: 'string' } } });
const courses = join(import.meta.dirname, '../courses');
const slugs = positionals.length > 0 ? positionals : readdirSync(courses).toSorted();
let errors = 0;
for (const slug of slugs) {
  const folder = join(courses, slug);
  if (!existsSync(folder)) {
    errors += 1;
    console.log(`There is no module "${slug}" in content/courses`);
    continue;
  }
  const { found, figures } = checked(folder);
  const wrong = found.filter(({ severity }) => severity === 'error').length;
  errors += wrong;
  const verdict = found.length === 0 ? 'clean' : `${wrong} to mend, ${found.length - wrong} to look at`;
  console.log(`${slug}: ${verdict}${figures ? ` (${inFigures(figures)})` : ''}`);
  for (const problem of found) console.log(`  ${problem.severity === 'error' ? 'mend' : 'look'}  ${inWords(problem)}`);
}
process.exitCode = errors > 0 ? 1 : 0;

/** A module that breaks the check itself must not keep the others from being checked. */
function checked(folder) {
  const council = values.council && resolve(values.council);
  try {
    return checkCourse(folder, { ...(council && { council }), today: new Date().toISOString().slice(0, 10) });
  } catch (error) {
    return { found: [{ severity: 'error', file: folder, message: `It cannot be checked: ${error.stack}` }] };
  }
}

function inFigures({ screens, age, wordsASentence, words }) {
  return `${screens} screens, ${words} words of prose, ${wordsASentence.toFixed(1)} a sentence, reading age ${age.toFixed(1)}`;
}
