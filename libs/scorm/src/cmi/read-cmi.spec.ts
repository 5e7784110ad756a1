import fc from 'fast-check';
import type { Activity } from '../activity/activity-tree';
import { readCmi } from './read-cmi';

const sco: Activity = { id: 'item-1', title: 'One', href: 'index.html', scormType: 'sco', visible: true, children: [] };
const core = (elements: object, rest: object = {}) => ({ core: elements, ...rest });
const verdict = ({ completion, success }: { completion: string; success: string }) => [completion, success];

describe('a SCORM 1.2 commit', () => {
  it('is read as scorm-again sends it', () => {
    const snapshot = readCmi('scorm_12', {
      suspend_data: 'page=3;näh\u0000',
      core: {
        lesson_location: '3',
        lesson_status: 'incomplete',
        exit: 'suspend',
        session_time: '00:01:30.5',
        score: { raw: '7', min: '0', max: '10' },
      },
      objectives: { 0: { id: 'o', status: 'passed', score: { raw: '1', min: '', max: '' } } },
      interactions: {
        1: { id: 'q2', type: 'choice', student_response: 'b', result: 'wrong', latency: '00:00:02' },
        0: { id: 'q1', correct_responses: { 0: { pattern: 'a' } }, objectives: { 0: { id: 'o' } } },
      },
      student_preference: { audio: '1', language: 'cy', speed: '', text: '' },
    });
    expect(snapshot).toMatchObject({
      completion: 'incomplete',
      success: 'unknown',
      score: 70,
      location: '3',
      suspendData: 'page=3;näh\u0000',
      exit: 'suspend',
      sessionTime: 9050,
      objectives: [{ id: 'o', success: 'passed' }],
      interactions: [
        { index: 0, id: 'q1', correctResponses: ['a'], objectives: ['o'] },
        { index: 1, id: 'q2', response: 'b', result: 'incorrect', latency: 200 },
      ],
      preference: { audio: '1', language: 'cy' },
    });
  });

  it.each([
    ['passed', ['completed', 'passed']],
    ['completed', ['completed', 'unknown']],
    ['failed', ['completed', 'failed']],
    ['incomplete', ['incomplete', 'unknown']],
    ['browsed', ['incomplete', 'unknown']],
    ['not attempted', ['not_attempted', 'unknown']],
    ['constructor', ['not_attempted', 'unknown']],
  ])('with the status %s', (status, expected) => {
    expect(verdict(readCmi('scorm_12', core({ lesson_status: status })))).toEqual(expected);
  });

  it('is passed or failed by the pass mark of the manifest, whatever the SCO says', () => {
    const activity = { ...sco, masteryScore: 80 };
    const read = (status: string, raw: string, final = false, exit = '') =>
      verdict(readCmi('scorm_12', core({ lesson_status: status, score: { raw }, exit }), activity, final));
    expect(read('passed', '79')).toEqual(['completed', 'failed']);
    expect(read('completed', '80')).toEqual(['completed', 'passed']);
    expect(read('failed', '95.5')).toEqual(['completed', 'passed']);
    expect(read('incomplete', '90', true)).toEqual(['completed', 'passed']);
  });

  it('is not judged by the pass mark in the middle of the test, or when the learner only pauses', () => {
    const activity = { ...sco, masteryScore: 80 };
    const halfway = core({ lesson_status: 'incomplete', score: { raw: '40' }, exit: 'suspend' });
    expect(verdict(readCmi('scorm_12', halfway, activity))).toEqual(['incomplete', 'unknown']);
    expect(verdict(readCmi('scorm_12', halfway, activity, true))).toEqual(['incomplete', 'unknown']);
  });

  it('is complete without a score when its run has ended, and not before', () => {
    const activity = { ...sco, masteryScore: 80 };
    const read = (exit: string, final: boolean) =>
      readCmi('scorm_12', core({ lesson_status: 'completed', exit }), activity, final);
    expect(read('', false)).toMatchObject({ completion: 'incomplete', success: 'unknown', awaitsResult: true });
    expect(read('suspend', true)).toMatchObject({ completion: 'incomplete', awaitsResult: true });
    expect(verdict(read('', true))).toEqual(['completed', 'unknown']);
    expect(verdict(readCmi('scorm_12', core({ lesson_status: 'completed' }), sco))).toEqual(['completed', 'unknown']);
  });
});

describe('a SCORM 2004 commit', () => {
  it('is read as scorm-again sends it', () => {
    const snapshot = readCmi('scorm_2004', {
      completion_status: 'incomplete',
      success_status: 'failed',
      progress_measure: '0.5',
      score: { scaled: '0.29', raw: '29', min: '', max: '' },
      location: 'p4',
      exit: 'suspend',
      session_time: 'PT1M30.5S',
      interactions: { 0: { id: 'q1', type: 'numeric', learner_response: '4', timestamp: '2026-11-22T10:00:00' } },
      comments_from_learner: { 0: { comment: 'Good' } },
    });
    expect(snapshot).toMatchObject({
      completion: 'incomplete',
      success: 'failed',
      progress: 0.5,
      score: 29,
      sessionTime: 9050,
      suspendData: undefined,
      interactions: [{ id: 'q1', response: '4', time: '2026-11-22T10:00:00' }],
      comments: [{ comment: 'Good' }],
    });
  });

  it('is judged by the thresholds of the manifest in every commit, not only the last', () => {
    const activity = { ...sco, completionThreshold: 0.8, scaledPassingScore: 0.7 };
    const read = (cmi: object) => verdict(readCmi('scorm_2004', cmi, activity));
    expect(read({ progress_measure: '0.8', score: { scaled: '0.7' } })).toEqual(['completed', 'passed']);
    expect(read({ progress_measure: '0.79', score: { scaled: '0.69' }, completion_status: 'completed' })).toEqual([
      'incomplete',
      'failed',
    ]);
    expect(read({ completion_status: 'completed', success_status: 'passed' })).toEqual(['completed', 'passed']);
  });

  it('is complete when its result is known or its run has ended, not when its last page opens before the test', () => {
    const activity = { ...sco, scaledPassingScore: 0.7 };
    const read = (cmi: object, final = false) =>
      readCmi('scorm_2004', { completion_status: 'completed', ...cmi }, activity, final);
    expect(read({})).toMatchObject({ completion: 'incomplete', success: 'unknown', awaitsResult: true });
    expect(read({ exit: 'suspend' }, true)).toMatchObject({ completion: 'incomplete', awaitsResult: true });
    expect(verdict(read({ exit: 'normal' }, true))).toEqual(['completed', 'unknown']);
    expect(verdict(read({ score: { scaled: '0.7' } }))).toEqual(['completed', 'passed']);
    expect(verdict(read({ score: { scaled: '0' } }))).toEqual(['completed', 'failed']);
    expect(verdict(read({ success_status: 'passed' }))).toEqual(['completed', 'passed']);
  });

  it('is completed by silence at the end, unless the manifest says that the content decides', () => {
    const said = { completion_status: 'unknown', exit: 'normal' };
    expect(readCmi('scorm_2004', said, sco, true).completion).toBe('completed');
    expect(readCmi('scorm_2004', said, sco, false).completion).toBe('not_attempted');
    expect(readCmi('scorm_2004', { ...said, exit: 'suspend' }, sco, true).completion).toBe('not_attempted');
    const decides = { ...sco, completionSetByContent: true };
    expect(readCmi('scorm_2004', said, decides, true).completion).toBe('not_attempted');
  });
});

describe('reading', () => {
  it('takes an opened asset as completed: it cannot say so itself', () => {
    expect(verdict(readCmi('scorm_12', {}, { ...sco, scormType: 'asset' }))).toEqual(['completed', 'unknown']);
  });

  it('never fails, and never makes a score or a share that cannot be', () => {
    const names = fc.constantFrom(
      'core',
      'score',
      'raw',
      'scaled',
      'min',
      'max',
      'interactions',
      'objectives',
      'lesson_status',
      'session_time',
      'progress_measure',
      '0',
      '__proto__',
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.oneof(fc.string(), fc.double().map(String), fc.constant(null), fc.double(), fc.array(fc.string())),
        fc.dictionary(names, tie('tree'), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(fc.constantFrom('scorm_12', 'scorm_2004'), tree, fc.boolean(), (standard, cmi, final) => {
        const { score, progress, sessionTime } = readCmi(standard, cmi, { ...sco, masteryScore: 50 }, final);
        expect(score === undefined || (score >= 0 && score <= 100)).toBe(true);
        expect(progress === undefined || (progress >= 0 && progress <= 1)).toBe(true);
        expect(sessionTime === undefined || Number.isSafeInteger(sessionTime)).toBe(true);
      }),
    );
  });
});
