import type { Question } from './course';
import type { Memory } from './memory';

// 0.1 + 0.2 is not quite 0.3.
const ROUNDING = 1e-9;

/** Right only when it is exactly the right answer, or a number near enough. */
export function isRight({ kind, right, tolerance = 0 }: Question, answer: string): boolean {
  if (kind !== 'number') return answer === right;
  return answer !== '' && Math.abs(Number(answer) - Number(right)) <= tolerance + ROUNDING;
}

/** What the marking needs to know of a module. */
interface Marked {
  passMark: number;
  objectives: readonly { id: string }[];
  bank: readonly Question[];
}

export interface Mark {
  right: number;
  of: number;
  /** 0 to 100, rounded down, so that nobody passes by rounding. */
  percent: number;
  passed: boolean;
}

/** Marks a try at the final test: the questions it drew. */
export function markTest(course: Marked, { answers }: Memory['test']): Mark {
  return mark(course, answers);
}

/** The same for each objective that the try asked about. */
export function markObjectives(course: Marked, { answers }: Memory['test']): Map<string, Mark> {
  const objectiveOf = (id: string) => course.bank.find((question) => question.id === id)?.objective;
  const asked = course.objectives.map(
    ({ id }) => [id, answers.filter((answer) => objectiveOf(answer.id) === id)] as const,
  );
  return new Map(asked.filter(([, some]) => some.length > 0).map(([id, some]) => [id, mark(course, some)]));
}

function mark({ bank, passMark }: Marked, answers: Memory['test']['answers']): Mark {
  const of = answers.length;
  const right = answers.filter(({ id, given }) => {
    const question = bank.find((candidate) => candidate.id === id);
    return question !== undefined && isRight(question, given);
  }).length;
  const percent = of === 0 ? 0 : Math.floor((right * 100) / of);
  return { right, of, percent, passed: percent >= passMark };
}
