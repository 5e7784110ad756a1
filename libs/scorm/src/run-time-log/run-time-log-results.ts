import type { Standard } from '../activity/activity-tree';
import type { LogRule } from './run-time-log-rule';
import type { LoggedRun, NamedCall } from './run-time-log-runs';
import { quoted, thousands } from './run-time-log-words';

const NAMES = {
  scorm_12: {
    raw: 'cmi.core.score.raw',
    max: 'cmi.core.score.max',
    scaled: '',
    completion: 'cmi.core.lesson_status',
    success: 'cmi.core.lesson_status',
    location: 'cmi.core.lesson_location',
    exit: 'cmi.core.exit',
    time: 'cmi.core.session_time',
    mode: 'cmi.core.lesson_mode',
    passMark: 'cmi.student_data.mastery_score',
    longest: 4096,
    called: 'SCORM 1.2',
    end: 'Finish',
  },
  scorm_2004: {
    raw: 'cmi.score.raw',
    max: 'cmi.score.max',
    scaled: 'cmi.score.scaled',
    completion: 'cmi.completion_status',
    success: 'cmi.success_status',
    location: 'cmi.location',
    exit: 'cmi.exit',
    time: 'cmi.session_time',
    mode: 'cmi.mode',
    passMark: 'cmi.scaled_passing_score',
    // 3rd and 4th edition; the 2nd promised 4,000 (RTE 4.2.21).
    longest: 64_000,
    called: 'SCORM 2004',
    end: 'Terminate',
  },
} as const satisfies Record<Standard, object>;

const DONE = ['completed', 'passed', 'failed'];

/** The last value of an element that was taken. */
function lastSet({ calls }: LoggedRun, element: string): NamedCall | undefined {
  return calls.findLast((call) => call.name === 'SetValue' && call.answer === 'true' && call.element === element);
}

/** What the package was told, when it asked. */
function lastRead({ calls }: LoggedRun, element: string): NamedCall | undefined {
  return calls.findLast((call) => call.name === 'GetValue' && call.error === '' && call.element === element);
}

function scoreOf(run: LoggedRun, standard: Standard): { words: string; calls: NamedCall[] } | undefined {
  const names = NAMES[standard];
  const [raw, max, scaled] = [names.raw, names.max, names.scaled].map((name) => name && lastSet(run, name));
  if (!raw && !scaled) return undefined;
  const calls = [raw, max, scaled].filter((call): call is NamedCall => Boolean(call));
  if (!raw) return { words: `${Math.round(Number((scaled as NamedCall).value) * 100)} per cent`, calls };
  const most = max ? max.value : standard === 'scorm_12' ? '100' : '';
  return { words: most === '' ? raw.value : `${raw.value} of ${most}`, calls };
}

/** Some packages hold results back in browse mode on purpose. */
function modeWords(run: LoggedRun, standard: Standard): string {
  const asked = lastRead(run, NAMES[standard].mode);
  return asked ? ` It asked for its mode and was told ${quoted(asked.answer)}: for members it may do otherwise.` : '';
}

const numbers = (calls: readonly NamedCall[]): number[] => calls.map(({ n }) => n);

const scoreButNotDone: LogRule = (run, standard) => {
  const { completion, success } = NAMES[standard];
  const score = scoreOf(run, standard);
  const said = [lastSet(run, completion), lastSet(run, success)];
  const known = lastRead(run, completion)?.answer ?? '';
  if (!score || said.some((call) => call && DONE.includes(call.value)) || DONE.includes(known)) return [];
  const words = `The package set a score of ${score.words} but never said completed.${modeWords(run, standard)}`;
  return [{ code: 'score-but-not-completed', severity: 'problem', words, calls: numbers(score.calls) }];
};

const passedButNotCompleted: LogRule = (run, standard) => {
  if (standard === 'scorm_12') return [];
  const success = lastSet(run, NAMES.scorm_2004.success);
  const completion = lastSet(run, NAMES.scorm_2004.completion);
  if (!success || success.value === 'unknown' || completion) return [];
  const words = `The package said ${quoted(success.value)} but nothing about being completed: whether it counts as done is left to each system.`;
  return [{ code: 'success-without-completion', severity: 'problem', words, calls: [success.n] }];
};

const passedBelowPassMark: LogRule = (run, standard) => {
  const names = NAMES[standard];
  const success = lastSet(run, names.success);
  const score = lastSet(run, standard === 'scorm_12' ? names.raw : names.scaled);
  const mark = lastRead(run, names.passMark);
  if (success?.value !== 'passed' || !score || !mark || mark.answer === '') return [];
  if (!(Number(score.value) < Number(mark.answer))) return [];
  const words = `The package said passed with a score of ${score.value}, below the pass mark of ${mark.answer} that it was given.`;
  return [{ code: 'passed-below-pass-mark', severity: 'problem', words, calls: [mark.n, score.n, success.n] }];
};

const longSuspendData: LogRule = (run, standard) => {
  const { longest, called } = NAMES[standard];
  const length = (call: NamedCall) => call.valueLength ?? call.value.length;
  const sets = run.calls.filter((call) => call.name === 'SetValue' && call.element === 'cmi.suspend_data');
  const most = sets.toSorted((a, b) => length(b) - length(a))[0];
  if (!most || length(most) <= longest) return [];
  const words =
    `Its suspend data is ${thousands(length(most))} characters: over ${called}’s ${thousands(longest)}. ` +
    'It is kept whole here; other systems cut it, and members lose their place.';
  return [{ code: 'suspend-data-too-long', severity: 'problem', words, calls: [most.n] }];
};

const placeNotResumed: LogRule = (run, standard) => {
  const names = NAMES[standard];
  const end = run.calls.findLast(({ name, answer }) => name === 'Finish' && answer === 'true');
  const place = lastSet(run, 'cmi.suspend_data') ?? lastSet(run, names.location);
  const exit = lastSet(run, names.exit);
  const status = lastSet(run, names.completion)?.value ?? '';
  if (!end || !place || exit?.value === 'suspend' || DONE.includes(status)) return [];
  const words =
    `The package stored a place, but ended without ${names.exit} = “suspend”: ` +
    'some systems will not give the place back, and members begin again.';
  return [{ code: 'place-not-suspended', severity: 'problem', words, calls: [place.n, end.n] }];
};

const noTime: LogRule = (run, standard) => {
  const { time, end: name } = NAMES[standard];
  const end = run.calls.findLast((call) => call.name === 'Finish' && call.answer === 'true');
  if (!end || !run.isWhole || lastSet(run, time)) return [];
  const words = `The package called ${name} without saying how long it took (${time}).`;
  return [{ code: 'no-session-time', severity: 'note', words, calls: [end.n] }];
};

const result: LogRule = (run, standard) => {
  const { completion, success } = NAMES[standard];
  const said = [lastSet(run, completion), standard === 'scorm_12' ? undefined : lastSet(run, success)];
  const calls = said.filter((call): call is NamedCall => call !== undefined);
  const score = scoreOf(run, standard);
  if (calls.length === 0 && !score) return [];
  const status = calls.map(({ value }) => quoted(value)).join(' and ') || 'nothing';
  const words = `It said last: ${status}${score ? `, with a score of ${score.words}` : ''}.`;
  return [{ code: 'result', severity: 'note', words, calls: numbers([...calls, ...(score?.calls ?? [])]) }];
};

/** About what a part reports: its status, score, place and time. */
export const resultRules: readonly LogRule[] = [
  scoreButNotDone,
  passedButNotCompleted,
  passedBelowPassMark,
  longSuspendData,
  placeNotResumed,
  noTime,
  result,
];
