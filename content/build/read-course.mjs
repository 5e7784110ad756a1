import { basename, join } from 'node:path';
import { DEFAULT_COUNCIL, readCouncil } from './council.mjs';
import { ModuleFile } from './course.schema.mjs';
import { Problems } from './problems.mjs';
import { QuestionsFile } from './question.schema.mjs';
import { asAsked } from './questions.mjs';
import { readScreens } from './read-screens.mjs';
import { testMinutes } from './reading-time.mjs';
import { readReview } from './read-review.mjs';
import { readYaml } from './read-yaml.mjs';
import { noteReferences } from './references.mjs';

/** Reads and checks the folder of one module. Throws CourseSourcesInvalid with everything that is wrong. */
export function readCourse(folder, { council = DEFAULT_COUNCIL } = {}) {
  const problems = new Problems();
  const { about, questions, screens, facts } = openCourse(folder, council, problems);
  problems.throwIfAny();
  const checks = questions.value.checks.map(asAsked);
  const test = { ...questions.value.test, questions: questions.value.test.questions.map(asAsked) };
  test.minutes = testMinutes(test.draw);
  // The parts add up to what the module promises.
  const { minutes } = about.value;
  const estimate = estimatedMinutes(screens, questions);
  for (const part of [test, ...screens]) part.minutes *= minutes / estimate;
  const review = readReview(folder, facts);
  return { slug: basename(folder), folder, ...about.value, screens, checks, test, facts, review };
}

/**
 * Reads as much of a module as can be read; what is wrong goes to the problems.
 * @returns `about` and `questions` are undefined when their file is wrong, and so are the `minutes` that an average reader takes
 */
export function openCourse(folder, councilFile, problems) {
  const about = readYaml(join(folder, 'module.yaml'), ModuleFile, problems);
  const questions = readYaml(join(folder, 'questions.yaml'), QuestionsFile, problems);
  const council = { ...readCouncil(councilFile, problems), name: basename(councilFile) };
  const screens = readScreens(folder, questions?.value.checks.map(asAsked), council, problems);
  noteReferences({ folder, about, questions, screens }, problems);
  const minutes = questions && estimatedMinutes(screens, questions);
  if (about && questions) noteMinutes(about, minutes, problems);
  return { about, questions, screens, facts: council.facts, minutes };
}

const estimatedMinutes = (screens, questions) =>
  screens.reduce((sum, part) => sum + part.minutes, testMinutes(questions.value.test.draw));

/** How far the promise may be from the estimate. People differ by more; the modules should not. */
const TOLERANCE = 0.15;

function noteMinutes({ value: { minutes }, file, lineOf }, estimate, problems) {
  if (Math.abs(estimate - minutes) <= minutes * TOLERANCE) return;
  problems.add(file, lineOf(['minutes']), `It says ${minutes} minutes but reads as about ${Math.round(estimate)}`);
}
