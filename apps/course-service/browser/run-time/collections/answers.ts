import { isIdentifier, isLocalised, isReal } from './value-types';

/** What may be answered to a kind of question, and what may be named as right (SCORM 2004 RTE 4.2.9.1, 4.2.9.2). */
interface Kind {
  response: (value: string) => boolean;
  pattern: (value: string) => boolean;
  /** More than one pattern may be named; `different` when no two may be the same. */
  patterns: 'one' | 'many' | 'different';
}

const listed = (value: string): string[] => value.split('[,]');
const isList = (value: string): boolean => listed(value).every(isIdentifier);
const isSet = (value: string): boolean =>
  value === '' || (isList(value) && new Set(listed(value)).size === listed(value).length);
const isWord = (value: string): boolean => value === 'true' || value === 'false';

/** Whether `{order_matters=…}` and `{case_matters=…}` before an answer say true or false; the answer without them. */
function told(value: string, ...names: string[]): { isFine: boolean; rest: string } {
  const first = /^\{(order_matters|case_matters)=([^}]*)\}/.exec(value);
  if (!first || !names.includes(first[1]!)) return { isFine: true, rest: value };
  const { isFine, rest } = told(value.slice(first[0].length), ...names.filter((name) => name !== first[1]));
  return { isFine: isFine && isWord(first[2]!), rest };
}

function isFillIn(value: string): boolean {
  const { isFine, rest } = told(value, 'order_matters', 'case_matters');
  return isFine && listed(rest).every(isLocalised);
}

function isLongFillIn(value: string): boolean {
  const { isFine, rest } = told(value, 'case_matters');
  return isFine && isLocalised(rest);
}

function isMatching(value: string): boolean {
  if (value.trim() === '') return true;
  return listed(value).every((pair) => {
    const parts = pair.split('[.]');
    return parts.length === 2 && parts.every(isIdentifier);
  });
}

function isStep(step: string): boolean {
  const [name, answer, ...more] = step.split('[.]');
  if (answer === undefined || more.length > 0 || step === '[.]') return false;
  return (name === '' || isIdentifier(name!)) && (!answer.includes('[:]') || isRange(answer));
}

function isPerformance(value: string): boolean {
  const { isFine, rest } = told(value, 'order_matters');
  return isFine && listed(rest).every(isStep);
}

/** `1[:]10`; either end may be left out. */
function isRange(value: string): boolean {
  const [least = '', most = '', ...more] = value.split('[:]');
  if (!value.includes('[:]') || more.length > 0) return false;
  if (![least, most].every((end) => end === '' || isReal(end))) return false;
  return least === '' || most === '' || Number(least) <= Number(most);
}

const kind = (response: Kind['response'], pattern = response, patterns: Kind['patterns'] = 'many'): Kind => ({
  response,
  pattern,
  patterns,
});

/**
 * scorm-again refuses empty patterns, identifiers above its own length, and more than one thing said before an answer; it takes
 * languages that there are none of, and `{order_matters=perhaps}`.
 */
export const KINDS: Readonly<Record<string, Kind>> = {
  'true-false': kind(isWord, isWord, 'one'),
  choice: kind(isSet, isSet, 'different'),
  'fill-in': kind((value) => listed(value).every(isLocalised), isFillIn),
  'long-fill-in': kind(isLocalised, isLongFillIn),
  likert: kind(isIdentifier, isIdentifier, 'one'),
  matching: kind(isMatching),
  performance: kind((value) => listed(value).every(isStep), isPerformance),
  sequencing: kind(isList, isList, 'different'),
  numeric: kind(isReal, isRange, 'one'),
  other: kind(
    () => true,
    () => true,
    'one',
  ),
};
