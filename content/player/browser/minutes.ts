import type { Course } from './course';
import type { Memory } from './memory';

/** How far somebody is: minutes left, and the share of the whole that is done, 0 to 100. */
export function progressOf(course: Course, memory: Memory, place: string, passed: boolean) {
  if (passed) return { left: 0, percent: 100 };
  const whole = wholeOf(course);
  const reading = course.screens.filter(({ id }) => id === place || !memory.seen.includes(id));
  const { answers, percent } = memory.test;
  const answered = percent === undefined ? answers.filter(({ given }) => given !== '').length : 0;
  // With every answer given there is still the handing in.
  const test = course.testMinutes * Math.max(1 - answered / course.draw, 0.05);
  const left = test + reading.reduce((sum, { minutes }) => sum + minutes, 0);
  return { left, percent: Math.round((100 * (whole - left)) / whole) };
}

/** What a platform is told: the share that was done, 0 to 1. It never falls, and is 1 only once a test was handed in. */
export function shareDone(course: Course, { seen, test }: Memory, passed: boolean): number {
  if (passed || test.percent !== undefined || test.attempt > 1) return 1;
  const read = course.screens.filter(({ id }) => seen.includes(id)).reduce((sum, { minutes }) => sum + minutes, 0);
  return Math.floor((100 * read) / wholeOf(course)) / 100;
}

const wholeOf = ({ testMinutes, screens }: Course) =>
  testMinutes + screens.reduce((sum, { minutes }) => sum + minutes, 0);

export function minutesInWords(left: number): string {
  const minutes = Math.max(1, Math.round(left));
  return minutes === 1 ? 'about a minute left' : `about ${minutes} minutes left`;
}
