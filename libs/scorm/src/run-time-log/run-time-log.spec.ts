import { callInWords, meaningOf, type RunTimeCall } from './run-time-log';
import type { Standard } from '../activity/activity-tree';

type Line = [call: string, element?: string, value?: string, answer?: string, error?: string];

/** A log of one part, each call as content makes it; the answer is "true" unless told. */
function log(lines: Line[], sco = 'one', first = 1): RunTimeCall[] {
  return lines.map(([call, element = '', value = '', answer = 'true', error = ''], at) => ({
    n: first + at,
    sco,
    atMs: at * 1000,
    call,
    element,
    value,
    valueLength: null,
    answer,
    answerLength: null,
    error,
  }));
}

const opened: Line = ['opened', 'sco', '', ''];
const begin: Line[] = [opened, ['LMSInitialize']];
const end: Line[] = [['LMSSetValue', 'cmi.core.session_time', '00:01:00'], ['LMSFinish']];
const set = (element: string, value: string): Line => ['LMSSetValue', `cmi.core.${element}`, value];

/** Codes but for those every log has. */
const codes = (calls: RunTimeCall[], standard: Standard = 'scorm_12') =>
  meaningOf(standard, calls).flatMap(({ code }) => (['summary', 'result'].includes(code) ? [] : [code]));
const words = (code: string, calls: RunTimeCall[], standard: Standard = 'scorm_12') =>
  meaningOf(standard, calls).find((one) => one.code === code)?.words;

describe('what a run-time log means', () => {
  it('has nothing to say about a package that does as it should, but what it did', () => {
    const calls = log([...begin, set('lesson_status', 'passed'), set('score.raw', '85'), ['LMSCommit'], ...end]);
    expect(codes(calls)).toEqual([]);
    expect(meaningOf('scorm_12', calls).map((one) => one.words)).toEqual([
      'It said last: “passed”, with a score of 85 of 100.',
      '6 calls from 0:01 to 0:06: read 0 times, set 3 times, committed once.',
    ]);
  });

  it('misses "completed" after a score', () => {
    const calls = log([...begin, set('score.raw', '85'), set('score.max', '100'), ...end]);
    expect(words('score-but-not-completed', calls)).toBe(
      'The package set a score of 85 of 100 but never said completed.',
    );
    const scaled = log([opened, ['Initialize'], ['SetValue', 'cmi.score.scaled', '0.85'], ['Terminate']]);
    expect(words('score-but-not-completed', scaled, 'scorm_2004')).toMatch(/a score of 85 per cent but never/);
  });

  it('says that a package which asked for its mode may hold its result back', () => {
    const calls = log([
      ...begin,
      ['LMSGetValue', 'cmi.core.lesson_mode', '', 'browse'],
      set('score.raw', '85'),
      ...end,
    ]);
    expect(words('score-but-not-completed', calls)).toMatch(/was told “browse”: for members it may do otherwise\.$/);
  });

  it('counts a part that was completed before as completed', () => {
    const calls = log([
      ...begin,
      ['LMSGetValue', 'cmi.core.lesson_status', '', 'passed'],
      set('score.raw', '9'),
      ...end,
    ]);
    expect(codes(calls)).toEqual([]);
  });

  it('hears calls that come outside a session', () => {
    expect(words('finish-without-initialize', log([opened, ['LMSFinish', '', '', 'false', '301']]))).toBe(
      'The package called Finish without Initialize.',
    );
    const early = log([opened, ['SetValue', 'cmi.location', '1', 'false', '132'], ['Initialize']]);
    expect(words('before-initialize', early, 'scorm_2004')).toMatch(/called SetValue before Initialize/);
    const late = log([
      ...begin,
      set('lesson_status', 'completed'),
      ...end,
      ['LMSSetValue', 'cmi.core.score.raw', '7', 'false', '301'],
    ]);
    expect(words('after-finish', late)).toBe(
      'The package went on talking after Finish: it was not heard. cmi.core.score.raw = “7” is lost.',
    );
    expect(codes(log([...begin, ['LMSInitialize', '', '', 'false', '101'], ...end]))).toEqual(['initialize-twice']);
  });

  it('lets old content initialize again on its next page', () => {
    expect(codes(log([...begin, ...end, ['LMSInitialize'], ...end]))).toEqual([]);
  });

  it('names a value that was refused, once, and why', () => {
    const refused: Line = ['LMSSetValue', 'cmi.core.lesson_status', 'done', 'false', '405'];
    expect(words('value-refused', log([...begin, refused, refused, ...end]))).toBe(
      'A value was refused: cmi.core.lesson_status = “done” (error 405: the value is not of the kind the element takes), twice.',
    );
  });

  it('measures suspend data, also when the log holds only its beginning', () => {
    const [cut] = log([['LMSSetValue', 'cmi.suspend_data', 'x'.repeat(4096)]]);
    const calls = [...log(begin), { ...cut!, n: 3, valueLength: 5120 }];
    expect(words('suspend-data-too-long', calls)).toMatch(
      /^Its suspend data is 5,120 characters: over SCORM 1\.2’s 4,096\./,
    );
    expect(codes([...log(begin), cut!])).toEqual(['not-finished-yet']);
  });

  it('tells a part that was left without Finish from one that is still open', () => {
    const open = log([...begin, set('lesson_location', '3')]);
    expect(words('not-finished-yet', open)).toBe('The package had not called Finish when this log ends.');
    const left = [...open, ...log([opened], 'two', 10)];
    expect(words('never-finished', left)).toBe(
      'The package never called Finish. It did not call Commit either, so other systems would keep nothing of what it set.',
    );
  });

  it('notices a part that says nothing, and forgives an asset', () => {
    expect(codes([...log([opened]), ...log([opened], 'two', 2)])).toEqual(['silent']);
    expect(codes([...log([['opened', 'asset', '', '']]), ...log([opened], 'two', 2)])).toEqual([]);
  });

  it('notices a place that other systems would not give back', () => {
    expect(codes(log([...begin, set('lesson_location', '3'), ...end]))).toEqual(['place-not-suspended']);
    expect(codes(log([...begin, set('lesson_location', '3'), set('exit', 'suspend'), ...end]))).toEqual([]);
  });

  it('compares a pass with the pass mark the package was given', () => {
    const mark: Line = ['LMSGetValue', 'cmi.student_data.mastery_score', '', '80'];
    const calls = log([...begin, mark, set('score.raw', '40'), set('lesson_status', 'passed'), ...end]);
    expect(words('passed-below-pass-mark', calls)).toMatch(/a score of 40, below the pass mark of 80/);
  });

  it('guesses nothing about what happened before the log begins', () => {
    expect(codes(log([set('lesson_status', 'completed'), ['LMSFinish']]))).toEqual([]);
    expect(meaningOf('scorm_12', [])).toEqual([]);
  });

  it('writes a call as a line', () => {
    const [refused] = log([['LMSSetValue', 'cmi.core.exit', 'x', 'false', '405']]);
    expect(callInWords('scorm_12', refused!)).toBe(
      'LMSSetValue(cmi.core.exit, “x”) → “false” (error 405: the value is not of the kind the element takes)',
    );
    expect(callInWords('scorm_12', { ...refused!, answer: 'true', error: '', valueLength: 9000 })).toBe(
      'LMSSetValue(cmi.core.exit, “x” (9,000 characters)) → “true”',
    );
  });
});
