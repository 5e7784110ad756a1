/** How often a guesser's rule hits, how often it would by chance, and where. */
export interface Guess {
  hit: number;
  chance: number;
  file: string;
  line: number;
}

/** By the name of the measure. */
export type Measures = Record<string, Guess[]>;

/** @param parts as openCourse reads them */
export function guessesAt(parts: object): Measures;
export function outside(measures: Measures): { name: string; cases: Guess[]; share: number; chance: number }[];
export function sharesOf(cases: Guess[]): { share: number; chance: number };
