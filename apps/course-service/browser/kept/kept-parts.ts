import { completions, type ScoResult, successes } from '@induct/scorm';

/** What a learning system keeps of a part for us. */
export interface KeptPart extends ScoResult {
  location: string;
  suspendData: string;
  /** It was left to be gone on with. */
  isSuspended: boolean;
}

const MARK = 'induct-1';
type Line = [string, number, number, number | null, number | null, string, string, 0 | 1];

/**
 * A learning system keeps one text of a package with one part, and modules may have several: theirs in one text. A module
 * with one part keeps its own as it is.
 */
export function textOf(parts: ReadonlyMap<string, KeptPart>): string {
  const lines = Array.from(parts, ([id, part]): Line => {
    const { completion, success, score = null, progress = null, location, suspendData, isSuspended } = part;
    const states = [completions.indexOf(completion), successes.indexOf(success)] as const;
    return [id, ...states, score, progress, location, suspendData, isSuspended ? 1 : 0];
  });
  return JSON.stringify([MARK, ...lines]);
}

/** Their results alone. */
export const withoutPlaces = (parts: ReadonlyMap<string, KeptPart>): Map<string, KeptPart> =>
  new Map(Array.from(parts, ([id, part]) => [id, { ...part, location: '', suspendData: '', isSuspended: false }]));

/** What `textOf` has written; of anything else nothing is known. */
export function partsIn(text: string): Map<string, KeptPart> {
  try {
    const [mark, ...lines] = JSON.parse(text) as [unknown, ...unknown[]];
    return new Map(mark === MARK ? lines.filter(isLine).map((line) => [line[0], partOf(line)]) : []);
  } catch {
    return new Map();
  }
}

function isLine(line: unknown): line is Line {
  if (!Array.isArray(line) || line.length !== 8) return false;
  const [id, completion, success, score, progress, location, suspendData] = line as unknown[];
  const isNumber = (value: unknown) => value === null || typeof value === 'number';
  return (
    [id, location, suspendData].every((one) => typeof one === 'string') &&
    completions[completion as number] !== undefined &&
    successes[success as number] !== undefined &&
    isNumber(score) &&
    isNumber(progress)
  );
}

const partOf = ([, completion, success, score, progress, location, suspendData, suspended]: Line): KeptPart => ({
  completion: completions[completion]!,
  success: successes[success]!,
  ...(score !== null && { score }),
  ...(progress !== null && { progress }),
  location,
  suspendData,
  isSuspended: suspended === 1,
});

/** What was reached stays: a part that is opened again begins with less. */
export function joined<Result extends ScoResult>(before: ScoResult | undefined, now: Result): Result {
  if (!before) return now;
  const higher = <T extends string>(order: readonly T[], a: T, b: T) => (order.indexOf(a) > order.indexOf(b) ? a : b);
  const most = (a?: number, b?: number) => (a === undefined ? b : b === undefined ? a : Math.max(a, b));
  const score = most(before.score, now.score);
  const progress = most(before.progress, now.progress);
  return {
    ...now,
    completion: higher(completions, before.completion, now.completion),
    success: higher(successes, before.success, now.success),
    ...(score !== undefined && { score }),
    ...(progress !== undefined && { progress }),
  };
}
