import type { Standard } from '../activity/activity-tree';
import type { LogMeaning } from './run-time-log-call';
import { resultRules } from './run-time-log-results';
import type { CallName, NamedCall } from './run-time-log-runs';
import type { LogRule } from './run-time-log-rule';
import { clockOf, errorWords, quoted, times } from './run-time-log-words';

const numbers = (calls: readonly NamedCall[]): number[] => calls.map(({ n }) => n);

const problem = (code: string, words: string, calls: readonly NamedCall[]): Omit<LogMeaning, 'sco'>[] =>
  calls.length === 0 ? [] : [{ code, severity: 'problem', words, calls: numbers(calls) }];

const SPEAKING: readonly CallName[] = ['GetValue', 'SetValue', 'Commit'];
const endOf = (standard: Standard): string => (standard === 'scorm_12' ? 'Finish' : 'Terminate');

const silent: LogRule = ({ calls, isOver, isWhole, isAsset }) =>
  isOver && isWhole && !isAsset && calls.length === 0
    ? [
        {
          code: 'silent',
          severity: 'problem',
          words: 'The package made no call at all: it has not even said that it began, and can report nothing.',
          calls: [],
        },
      ]
    : [];

const finishWithoutInitialize: LogRule = ({ calls }, standard) =>
  problem(
    'finish-without-initialize',
    `The package called ${endOf(standard)} without Initialize.`,
    calls.filter(({ name, phase }) => name === 'Finish' && phase === 'before'),
  );

const beforeInitialize: LogRule = ({ calls }) => {
  const early = calls.filter(({ name, phase }) => SPEAKING.includes(name) && phase === 'before');
  const words = `The package called ${[...new Set(early.map(({ name }) => name))].join(' and ')} before Initialize: it was not heard.`;
  return problem('before-initialize', words, early);
};

const initializedTwice: LogRule = ({ calls }) =>
  problem(
    'initialize-twice',
    'The package called Initialize again while its session was open.',
    calls.filter(({ name, phase }) => name === 'Initialize' && phase === 'open'),
  );

const afterFinish: LogRule = ({ calls }, standard) => {
  const late = calls.filter(({ name, phase }) => SPEAKING.includes(name) && phase === 'over');
  const [set] = late.filter(({ name }) => name === 'SetValue');
  const lost = set ? ` ${set.element} = ${quoted(set.value)} is lost.` : '';
  const words = `The package went on talking after ${endOf(standard)}: it was not heard.${lost}`;
  return problem('after-finish', words, late);
};

/** One line for each element and error, however often. */
function grouped(calls: readonly NamedCall[]): NamedCall[][] {
  const groups = new Map<string, NamedCall[]>();
  for (const call of calls) {
    const key = `${call.element} ${call.error}`;
    groups.set(key, [...(groups.get(key) ?? []), call]);
  }
  return [...groups.values()];
}

const often = ({ length }: readonly NamedCall[]): string => (length === 1 ? '' : `, ${times(length)}`);

const refusedValues: LogRule = ({ calls }, standard) =>
  grouped(
    calls.filter(({ name, phase, answer }) => name === 'SetValue' && phase === 'open' && answer !== 'true'),
  ).flatMap((same) => {
    const { element, value, error } = same[0]!;
    const why = errorWords(standard, error);
    const words = `A value was refused: ${element} = ${quoted(value)}${why && ` (${why})`}${often(same)}.`;
    return problem('value-refused', words, same);
  });

/** SCORM 2004's 403 only says that nothing was set yet: every package asks so. */
const unknownElements: LogRule = ({ calls }, standard) =>
  grouped(
    calls.filter(
      ({ name, phase, error }) => name === 'GetValue' && phase === 'open' && error !== '' && error !== '403',
    ),
  ).map((same) => {
    const { element, error } = same[0]!;
    const words = `The package asked for ${quoted(element)} and got nothing (${errorWords(standard, error)})${often(same)}.`;
    return { code: 'cannot-be-read', severity: 'note', words, calls: numbers(same) };
  });

const neverFinished: LogRule = ({ calls, isOver }, standard) => {
  const begun = calls.findLast(({ name, answer }) => name === 'Initialize' && answer === 'true');
  const spoke = calls.filter(({ phase }) => phase === 'open');
  const last = calls.at(-1);
  const isOpen = last && last.phase !== 'over' && !(last.name === 'Finish' && last.answer === 'true');
  if (!isOpen || !(begun ?? spoke[0])) return [];
  const sets = spoke.some(({ name }) => name === 'SetValue');
  const committed = spoke.some(({ name, answer }) => name === 'Commit' && answer === 'true');
  const lost =
    sets && !committed ? ' It did not call Commit either, so other systems would keep nothing of what it set.' : '';
  const words = isOver
    ? `The package never called ${endOf(standard)}.${lost}`
    : `The package had not called ${endOf(standard)} when this log ends.`;
  return [
    {
      code: isOver ? 'never-finished' : 'not-finished-yet',
      severity: isOver ? 'problem' : 'note',
      words,
      calls: numbers([last]),
    },
  ];
};

const commitFailed: LogRule = ({ calls }, standard) =>
  problem(
    'not-saved',
    `The package was told that ${endOf(standard)} or Commit failed.`,
    calls.filter(
      ({ name, phase, answer }) => (name === 'Commit' || name === 'Finish') && phase === 'open' && answer !== 'true',
    ),
  );

const summary: LogRule = ({ calls }) => {
  const [first, last] = [calls[0], calls.at(-1)];
  if (!first || !last) return [];
  const count = (name: CallName) => calls.filter((call) => call.name === name).length;
  const words =
    `${calls.length} ${calls.length === 1 ? 'call' : 'calls'} from ${clockOf(first.atMs)} to ${clockOf(last.atMs)}: ` +
    `read ${times(count('GetValue'))}, set ${times(count('SetValue'))}, committed ${times(count('Commit'))}.`;
  return [{ code: 'summary', severity: 'note', words, calls: numbers([first, last]) }];
};

export const RULES: readonly LogRule[] = [
  silent,
  finishWithoutInitialize,
  beforeInitialize,
  initializedTwice,
  refusedValues,
  afterFinish,
  commitFailed,
  ...resultRules,
  neverFinished,
  unknownElements,
  summary,
];
