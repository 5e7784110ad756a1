/** What the player remembers from one visit to the next, in cmi.suspend_data. Answers are letters: "b", "acd". */
export interface Memory {
  /** Screens that were opened. */
  seen: string[];
  checks: Record<string, CheckAnswer>;
  /** The choices opened in each scenario. */
  scenarios: Record<string, string>;
  test: TestMemory;
}

export interface CheckAnswer {
  chosen: string;
  tries: number;
}

export interface TestMemory {
  /** Counts from 1. */
  attempt: number;
  chosen: Record<string, string>;
  /** How long each answer took. */
  seconds: Record<string, number>;
  /** There once the answers were handed in. */
  percent?: number;
}

export function emptyMemory(): Memory {
  return { seen: [], checks: {}, scenarios: {}, test: { attempt: 1, chosen: {}, seconds: {} } };
}

/** Never fails: what cannot be read, from an older version perhaps, is as if it were not there. */
export function readMemory(suspendData: string): Memory {
  const memory = emptyMemory();
  try {
    const stored = JSON.parse(suspendData) as Partial<Memory> | null;
    if (Array.isArray(stored?.seen)) memory.seen = stored.seen.map(String);
    Object.assign(memory.checks, stored?.checks);
    Object.assign(memory.scenarios, stored?.scenarios);
    Object.assign(memory.test, stored?.test);
  } catch {
    // A first visit.
  }
  return memory;
}

export function writeMemory(memory: Memory): string {
  return JSON.stringify(memory);
}

/** A new try at the test, with nothing filled in. */
export function nextAttempt({ attempt }: TestMemory): TestMemory {
  return { attempt: attempt + 1, chosen: {}, seconds: {} };
}
