/**
 * What the player does for a learner apart from the page: drawing, marking, remembering, reporting. The build bundles it as
 * `learner-records.cjs` for programs without a browser, so that a demo's past is written as the player writes it.
 */
import type { Question } from './browser/course';

export { drawQuestions } from './browser/draw';
export { type Entries } from './browser/edition';
export { isRight, markObjectives, markTest } from './browser/marking';
export { emptyMemory, type Memory, nextAttempt, readMemory, writeMemory } from './browser/memory';
export { scorm12 } from './browser/scorm-12';

/** A module as one learns it: learning.json, written by content/build/course-data.mjs. */
export interface ModuleToLearn {
  slug: string;
  /** Per cent. */
  passMark: number;
  /** How many questions of the bank each try asks. */
  draw: number;
  objectives: { id: string }[];
  screens: ScreenToLearn[];
  checks: QuestionToLearn[];
  bank: QuestionToLearn[];
}

export interface ScreenToLearn {
  id: string;
  /** Their ids. */
  checks: string[];
  scenarios: string[];
}

export interface QuestionToLearn extends Question {
  /** An answer that is marked wrong, written as `right` is. */
  wrong: string;
}
