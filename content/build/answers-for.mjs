import { join } from 'node:path';
import { readCourse } from './read-course.mjs';

const COURSES = join(import.meta.dirname, '../courses');

/**
 * The answers of a module, for tests and demo data: the checks in the order of questions.yaml, and the whole bank, of
 * which each try asks some.
 * @returns {{ checks: Answer[], test: Answer[] }} see build.d.mts
 */
export function answersFor(slug, courses = COURSES) {
  const { checks, test } = readCourse(join(courses, slug));
  return { checks: checks.map(answerTo), test: test.questions.map(answerTo) };
}

/** The right answer to a question, and a wrong one. */
export function answerTo({ id, kind, objective, right, tolerance = 0, options }) {
  const letters = options.map(({ letter }) => letter);
  return {
    id,
    kind,
    objective,
    right: kind === 'number' ? [right] : right.split(''),
    wrong: WRONG[kind]({ right, letters, tolerance }),
  };
}

const other = ({ right, letters }) => [letters.find((letter) => !right.includes(letter))];
// The first two change places.
const swapped = ([first, second, ...rest]) => [second, first, ...rest];

const WRONG = {
  single: other,
  multiple: other,
  'true-false': other,
  matching: ({ right }) => swapped([...right]),
  ordering: ({ right }) => swapped([...right]),
  number: ({ right, tolerance }) => [String(Number(right) + Math.ceil(tolerance) + 1)],
};
