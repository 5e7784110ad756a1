import type { Problem } from '../problems.mjs';
import type { Measures } from './guessing.mjs';

export function checkCourse(
  folder: string,
  options: { today: string; council?: string },
): {
  found: Problem[];
  figures: {
    screens: number;
    age: number;
    ageOfEveryWord: number;
    wordsASentence: number;
    words: number;
    /** That an average reader takes; undefined where the questions cannot be read. */
    minutes?: number;
  };
  guesses?: Measures;
};
