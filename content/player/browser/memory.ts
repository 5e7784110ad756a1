/** What the player remembers from one visit to the next, in cmi.suspend_data. Answers are short: "b", "acd", "28". */
export interface Memory {
  /** Screens that were opened. */
  seen: string[];
  checks: Record<string, CheckAnswer>;
  /** The choices opened in each scenario. */
  scenarios: Record<string, string>;
  /** The objectives passed in the test, of which none is taken back. */
  met: string[];
  /** Where this learner's orders come from (see mixing); 0 before the first visit. */
  seed: number;
  test: TestMemory;
}

export interface CheckAnswer {
  chosen: string;
  tries: number;
}

export interface TestMemory {
  /** Counts from 1. */
  attempt: number;
  /** The questions this try drew, in the order they are asked; empty before it begins. */
  answers: TestAnswer[];
  /** There once the answers were handed in. */
  percent?: number;
}

export interface TestAnswer {
  id: string;
  /** "" as long as there is none. */
  given: string;
  /** How long it took. */
  seconds: number;
}

type Stored = Omit<Memory, 'test'> & { test: { attempt: number; percent?: number; answers?: unknown[][] } };

export function emptyMemory(): Memory {
  return { seen: [], checks: {}, scenarios: {}, met: [], seed: 0, test: { attempt: 1, answers: [] } };
}

/** Never fails: what cannot be read, from an older version perhaps, is as if it were not there. */
export function readMemory(suspendData: string): Memory {
  const memory = emptyMemory();
  try {
    const stored = JSON.parse(suspendData) as Partial<Stored> | null;
    if (Array.isArray(stored?.seen)) memory.seen = stored.seen.map(String);
    if (Array.isArray(stored?.met)) memory.met = stored.met.map(String);
    if (typeof stored?.seed === 'number') memory.seed = stored.seed;
    Object.assign(memory.checks, stored?.checks);
    Object.assign(memory.scenarios, stored?.scenarios);
    if (stored?.test) memory.test = readTest(stored.test);
  } catch {
    // A first visit.
  }
  return memory;
}

function readTest({ attempt, percent, answers }: Stored['test']): TestMemory {
  return {
    attempt: typeof attempt === 'number' ? attempt : 1,
    ...(typeof percent === 'number' && { percent }),
    // A record that another program wrote may know the result alone.
    answers: (answers ?? []).map(([id, given, seconds]) => ({
      id: String(id),
      given: String(given),
      seconds: Number(seconds) || 0,
    })),
  };
}

/** As short as it can be: SCORM 1.2 promises room for 4,096 characters. */
export function writeMemory({ test, ...memory }: Memory): string {
  const answers = test.answers.map(({ id, given, seconds }) => [id, given, seconds]);
  return JSON.stringify({ ...memory, test: { ...test, answers } } satisfies Stored);
}

/** A new try at the test, for which nothing is drawn yet. */
export function nextAttempt({ attempt }: TestMemory): TestMemory {
  return { attempt: attempt + 1, answers: [] };
}

/** A version of the module may no longer have a question: a try that drew it and is not handed in begins anew. */
export function withoutLostQuestions(test: TestMemory, bank: readonly { id: string }[]): TestMemory {
  const left = test.answers.filter(({ id }) => bank.some((question) => question.id === id));
  if (left.length === test.answers.length) return test;
  return { ...test, answers: test.percent === undefined ? [] : left };
}
