/** course.js, written by content/build/course-data.mjs. */
export interface Course {
  slug: string;
  version: string;
  /** Which run-time the package is made for. */
  standard: 'scorm_12' | 'scorm_2004';
  title: string;
  /** Per cent. */
  passMark: number;
  testMinutes: number;
  /** How many questions of the bank each try asks. */
  draw: number;
  /** How many tries there are; left out, as many as one likes. */
  attempts?: number;
  objectives: Objective[];
  screens: Screen[];
  checks: Check[];
  bank: TestQuestion[];
}

export interface Objective {
  id: string;
  text: string;
}

export interface Screen {
  id: string;
  title: string;
  minutes: number;
}

export type QuestionKind = 'single' | 'multiple' | 'true-false' | 'matching' | 'ordering' | 'number';

export interface Question {
  id: string;
  kind: QuestionKind;
  objective: string;
  /**
   * The right answer, written as answers are: the letters chosen ("ac"); for matching one letter an item, in the order of
   * the items; for ordering the letters in the right order; for a number its digits.
   */
  right: string;
  /** How far off a number may be. */
  tolerance?: number;
}

export interface Check extends Question {
  /** HTML by the letter of the choice, or by the number of the item, from 1. */
  feedback: Record<string, string>;
  ifRight?: string;
  ifWrong?: string;
}

export interface TestQuestion extends Question {
  /** HTML. */
  explanation: string;
  /** Where to read about it again. */
  screen: string;
}
