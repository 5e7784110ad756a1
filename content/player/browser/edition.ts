import type { Objective, Question } from './course';

/** Elements and their values, in the order in which they are to be set. */
export type Entries = [element: string, value: string][];

export interface AnsweredQuestion {
  question: Question;
  /** What was asked, as plain text. */
  text: string;
  /** How much it counts: a knowledge check counts for nothing. */
  weight: 0 | 1;
  /** Counts from 1; answering again makes a new interaction, the earlier ones stay. */
  attempt: number;
  given: string;
  right: boolean;
  seconds: number;
}

/** What differs between the editions of SCORM: names, words and formats. */
export interface Edition {
  /** The name of the run-time in its window. */
  api: string;
  calls: { initialize: string; get: string; set: string; commit: string; finish: string };
  location: string;
  exit: string;
  sessionTime: string;
  span(seconds: number): string;
  /** Whether the module was passed on an earlier visit. */
  passed(read: (element: string) => string): boolean;
  /** What is said on a first visit, and never again: it must not lower what was reached. */
  begin(read: (element: string) => string): Entries;
  /** @param share 0 to 1 */
  progress(share: number): Entries;
  /** The result of the final test. */
  result(percent: number, passed: boolean): Entries;
  /** An objective that the platform does not know yet; below `cmi.objectives.n.`, like the next. */
  objectiveBegun(objective: Objective): Entries;
  objectiveTested(percent: number, passed: boolean): Entries;
  /** Below `cmi.interactions.n.`. */
  interaction(answered: AnsweredQuestion, now: Date): Entries;
}
