import type { ActivityReport } from '@induct/scorm';

/** Data models have a few dozen; more than this is an attack. */
const MOST = 1000;
const LONGEST = 4096;
/** What a store holds at most (SCORM 2004 RTE 4.3: 64,000 characters), and as many of them. */
const LONGEST_STORE = 64_000;

const STATE = {
  satisfied: isFlag,
  measure: isBetween(-1, 1),
  completed: isFlag,
  progress: isBetween(0, 1),
  raw: isBetween(-Number.MAX_VALUE, Number.MAX_VALUE),
  min: isBetween(-Number.MAX_VALUE, Number.MAX_VALUE),
  max: isBetween(-Number.MAX_VALUE, Number.MAX_VALUE),
};

/** Whether this is what a player says a part has reported. */
export function isReport(value: unknown): value is ActivityReport {
  if (!hasOnly(value, { ...STATE, suspended: isFlag, objectives: areObjectives, data: isData })) return false;
  return Array.isArray((value as Partial<ActivityReport>).objectives);
}

function areObjectives(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= MOST &&
    value.every((one) => hasOnly(one, { ...STATE, id: isName }) && isName((one as { id?: unknown }).id))
  );
}

function isData(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const stores = Object.entries(value);
  return stores.length <= MOST && stores.every(([id, text]) => isName(id) && isText(text, LONGEST_STORE));
}

/** An object with none but these, each as it has to be, or absent. */
function hasOnly(value: unknown, rules: Record<string, (value: unknown) => boolean>): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([name, one]) => Object.hasOwn(rules, name) && rules[name]!(one));
}

const isName = (value: unknown): boolean => isText(value, LONGEST);
const isText = (value: unknown, longest: number): boolean =>
  typeof value === 'string' && value.length <= longest && !value.includes('\0');

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean';
}
function isBetween(least: number, most: number): (value: unknown) => boolean {
  return (value) => typeof value === 'number' && value >= least && value <= most;
}
