import { parseTime } from '@induct/scorm';

/** What the standard promises to keep of a value at least: an LMS may cut what is longer. */
const KEPT_AT_LEAST = [
  [/suspend_data$/, 64_000],
  [/\.location$/, 1000],
  [/\.store$/, 64_000],
  [/\.(id|comment|pattern|learner_response)$/, 4000],
  [/\.description$/, 250],
] as const;

/**
 * Whether an LMS may answer this where that was expected: the same value may be written in several ways.
 * @param element as the content asked for it
 */
export function isSameValue(element: string, expected: string, given: string): boolean {
  if (given === expected) return true;
  if (element.endsWith('_children')) return inOrder(given) === inOrder(expected);
  const [most] = KEPT_AT_LEAST.filter(([name]) => name.test(element)).map(([, characters]) => characters);
  if (most !== undefined && given.length >= most && expected.startsWith(given)) return true;
  return (
    isSameNumber(expected, given) ||
    isSameDuration(expected, given) ||
    isSameMoment(expected, given) ||
    (/(pattern|learner_response|comment|description)$/.test(element) && plain(expected) === plain(given))
  );
}

const inOrder = (names: string): string => names.split(',').toSorted().join();

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)$/;
const DIGITS = 1e7;

/** A real counts to seven digits, and may be cut or rounded there. */
function isSameNumber(one: string, other: string): boolean {
  if (!NUMBER.test(one) || !NUMBER.test(other)) return false;
  const [a, b] = [Number(one) * DIGITS, Number(other) * DIGITS];
  return Math.trunc(a) === Math.trunc(b) || Math.round(a) === Math.round(b);
}

function isSameDuration(one: string, other: string): boolean {
  if (!one.startsWith('P') || !other.startsWith('P')) return false;
  const [a, b] = [parseTime('scorm_2004', one), parseTime('scorm_2004', other)];
  return a !== undefined && a === b;
}

/** To the second. */
function isSameMoment(one: string, other: string): boolean {
  const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;
  return moment.test(one) && moment.test(other) && secondOf(one) === secondOf(other);
}

const secondOf = (text: string): number => Math.floor(Date.parse(text) / 1000);

/** Without what is said before an answer and is so anyway; the rest of that in one order. */
function plain(text: string): string {
  const [before = ''] = /^(\{(order_matters|case_matters|lang)=[^}]*\})+/.exec(text) ?? [];
  const said = before.match(/\{[^}]*\}/g) ?? [];
  const kept = said.filter((one) => !/^\{(order_matters=true|case_matters=false|lang=en)\}$/.test(one));
  return kept.toSorted().join('') + text.slice(before.length).trim();
}
