import type { Course } from './course';
import type { Memory } from './memory';

/** How far somebody is: minutes left, and the share of the whole that is done, 0 to 100. */
export function progressOf(course: Course, memory: Memory, place: string, passed: boolean) {
  if (passed) return { left: 0, percent: 100 };
  const whole = course.testMinutes + course.screens.reduce((sum, { minutes }) => sum + minutes, 0);
  const reading = course.screens.filter(({ id }) => id === place || !memory.seen.includes(id));
  const { chosen, percent } = memory.test;
  const answered = percent === undefined ? Object.keys(chosen).length : 0;
  // With every answer given there is still the handing in.
  const test = course.testMinutes * Math.max(1 - answered / course.test.length, 0.05);
  const left = test + reading.reduce((sum, { minutes }) => sum + minutes, 0);
  return { left, percent: Math.round((100 * (whole - left)) / whole) };
}

export function minutesInWords(left: number): string {
  const minutes = Math.max(1, Math.round(left));
  return minutes === 1 ? 'about a minute left' : `about ${minutes} minutes left`;
}
