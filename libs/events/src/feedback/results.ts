import { type Pool, pooled, SMALLEST_POOL } from './pools';
import type { Answers, AskedQuestion } from './what-is-asked';

/** What came of one question. */
export interface QuestionResult {
  key: string;
  /** Of a choice. */
  pools: Pool[];
  /** Of what was written, in an order that says nothing. */
  texts: string[];
}

/** What is shown, and stays as it is shown. */
export interface FeedbackResults {
  /** How many were asked. */
  asked: number;
  /** Null: fewer than five, and so nothing else is said. */
  answered: number | null;
  questions: QuestionResult[];
  /** Whoever answered, by the order of `ANSWERING`. */
  audiences: Pool[];
}

/** As whom somebody answers. */
export const ANSWERING = ['member', 'officer', 'partner'] as const;
export type Answering = (typeof ANSWERING)[number];

/**
 * Every figure in pools of five. Texts are in another order for each question, so that nobody's stand together.
 * @param shuffled the same in an order by chance
 */
export function resultsOf(
  asked: readonly AskedQuestion[],
  given: readonly { audience: Answering; answers: Answers }[],
  { invited, shuffled }: { invited: number; shuffled: <T>(some: readonly T[]) => T[] },
): FeedbackResults {
  if (given.length < SMALLEST_POOL) return { asked: invited, answered: null, questions: [], audiences: [] };
  return {
    asked: invited,
    answered: given.length,
    questions: asked.map(({ key, kind, options }) => ({
      key,
      pools:
        kind === 'choice'
          ? pooled(options.map((_, at) => given.filter(({ answers }) => answers[key] === at).length))
          : [],
      texts:
        kind === 'text'
          ? shuffled(given.flatMap(({ answers }) => (typeof answers[key] === 'string' ? [answers[key]] : [])))
          : [],
    })),
    audiences: pooled(ANSWERING.map((one) => given.filter(({ audience }) => audience === one).length)),
  };
}

/** @param number a whole number from 0 and below what it is given, by chance */
export function shuffledBy<T>(some: readonly T[], number: (below: number) => number): T[] {
  const all = [...some];
  for (let at = all.length - 1; at > 0; at--) {
    const other = number(at + 1);
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all;
}
