import type { Course, Question } from './course';

/** Right only when exactly the right choices were selected. */
export function isRight(question: Question, chosen: string): boolean {
  return chosen === question.right.join('');
}

export interface Mark {
  right: number;
  of: number;
  /** 0 to 100, rounded down, so that nobody passes by rounding. */
  percent: number;
  passed: boolean;
}

/** Marks the final test. `chosen` holds the letters selected, by question. */
export function markTest(course: Course, chosen: Record<string, string>): Mark {
  const of = course.test.length;
  const right = course.test.filter((question) => isRight(question, chosen[question.id] ?? '')).length;
  const percent = Math.floor((right * 100) / of);
  return { right, of, percent, passed: percent >= course.passMark };
}
