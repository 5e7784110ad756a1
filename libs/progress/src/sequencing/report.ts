import { type ActivityReport, completions, successes } from '@induct/scorm';

/** Content has a few dozen; more than this is an attack. */
const MOST = 1000;
const LONGEST_ID = 4096;
const LONGEST_NUMBER = 64;

type Rule = (value: unknown) => boolean;

/** Whether this is what a player says a part has reported. */
export function isReport(value: unknown): value is ActivityReport {
  return (
    has(value, { ...RESULT, suspends: isBoolean, objectives: areObjectives }) &&
    (value.progress === undefined || isShare(value.progress)) &&
    (value.data === undefined || isSharedData(value.data)) &&
    (value.at === undefined || isMoment(value.at))
  );
}

/** Of JavaScript's calendar. */
const LAST_MOMENT = 8.64e15;

/** Milliseconds since 1970. */
export const isMoment = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= LAST_MOMENT;

/** What a run may write of shared data: our player lets it write a quarter of this. */
const MOST_DATA = 1024 * 1024;

/** Whether this is what a player sends of shared data: texts by the ids of their stores. */
export function isSharedData(value: unknown): value is Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const stores = Object.entries(value);
  const isStore = ([id, text]: [string, unknown]) => id.length <= LONGEST_ID && typeof text === 'string';
  if (stores.length > MOST || !stores.every(isStore)) return false;
  return stores.reduce((sum, [id, text]) => sum + id.length + (text as string).length, 0) <= MOST_DATA;
}

const isBoolean: Rule = (value) => typeof value === 'boolean';

const areObjectives: Rule = (value) =>
  Array.isArray(value) &&
  value.length <= MOST &&
  value.every((one) => has(one, { ...RESULT, id: isText(LONGEST_ID), progress: isText(LONGEST_NUMBER) }));

const RESULT: Readonly<Record<string, Rule>> = {
  completion: (value) => (completions as readonly unknown[]).includes(value),
  success: (value) => (successes as readonly unknown[]).includes(value),
  keepsUnknown: (value) => value === undefined || has(value, { completion: isFlag, success: isFlag }),
  score: (value) => has(value, Object.fromEntries(PARTS.map((part) => [part, isText(LONGEST_NUMBER)]))),
};
const isFlag: Rule = (value) => value === undefined || typeof value === 'boolean';
const PARTS = ['raw', 'min', 'max', 'scaled'] as const;

/** An object with each of these as it has to be. */
function has(value: unknown, rules: Readonly<Record<string, Rule>>): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(rules).every(([name, rule]) => rule((value as Record<string, unknown>)[name]));
}

function isText(longest: number): Rule {
  return (value) => typeof value === 'string' && value.length <= longest && !value.includes('\0');
}

const isShare: Rule = (value) => typeof value === 'number' && value >= 0 && value <= 1;
