import fc from 'fast-check';
import { scormAgain } from '../../../../test/support/scorm-again';
import type { Activity, Standard } from '../activity/activity-tree';
import { initialCmi, SUSPEND_DATA_OF_SCORM_AGAIN } from './initial-cmi';
import type { RememberedSco } from '../activity/sco-state';

const learner = { id: '5f0c2a34-7b1e-4a53-9c0e-1f6f0c9f0001', name: 'Ann Smith' };
const sco: Activity = { id: 'item-1', title: 'One', href: 'index.html', scormType: 'sco', visible: true, children: [] };

/** Loads it into the real run-time and starts it; what the package would then read. */
function opened(standard: Standard, cmi: ReturnType<typeof initialCmi>): (element: string) => string {
  const api = scormAgain(standard);
  api.loadFromJSON(standard === 'scorm_12' ? withoutPointsBeyond100(cmi) : withoutCollections(cmi), 'cmi');
  expect(api.lmsInitialize('')).toBe('true');
  return (element) => String(api.lmsGetValue(element));
}

/** The player keeps those itself, and a language and speed that the run-time knows nothing of. */
function withoutCollections(tree: ReturnType<typeof initialCmi>): ReturnType<typeof initialCmi> {
  const own = ['objectives', 'interactions', 'comments_from_learner', 'learner_preference'];
  return Object.fromEntries(Object.entries(tree).filter(([name]) => !own.includes(name)));
}

/** The player keeps those itself. */
function withoutPointsBeyond100<T extends object>(tree: T): T {
  const entries = Object.entries(tree).map(([name, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return [name, withoutPointsBeyond100(value)];
    return [name, ['raw', 'min', 'max'].includes(name) && Number(value) > 100 ? '' : value];
  });
  return Object.fromEntries(entries) as T;
}

describe('what a SCO starts with', () => {
  it('says that it is new, and who is learning (1.2)', () => {
    const activity = { ...sco, masteryScore: 80, launchData: 'chapter=2', maxTimeAllowed: '00:30:00' };
    const value = opened('scorm_12', initialCmi('scorm_12', activity, learner));
    expect(value('cmi.core.entry')).toBe('ab-initio');
    expect(value('cmi.core.lesson_status')).toBe('not attempted');
    expect(value('cmi.core.student_name')).toBe('Ann Smith');
    expect(value('cmi.core.credit')).toBe('credit');
    expect(value('cmi.core.lesson_mode')).toBe('normal');
    expect(value('cmi.student_data.mastery_score')).toBe('80');
    expect(value('cmi.launch_data')).toBe('chapter=2');
  });

  it('is where the learner left it (1.2)', () => {
    const before: RememberedSco = {
      completion: 'incomplete',
      exit: 'suspend',
      location: 'page 7',
      suspendData: 'a,b\n"ü"',
      totalTime: 372304,
      scoreParts: { raw: '42', min: '0', max: '100', scaled: '' },
      objectives: [
        {
          id: 'obj-1',
          completion: 'completed',
          success: 'passed',
          score: { raw: '90', min: '', max: '', scaled: '' },
          progress: '',
          description: '',
        },
      ],
    };
    const value = opened('scorm_12', initialCmi('scorm_12', sco, learner, before));
    expect(value('cmi.core.entry')).toBe('resume');
    expect(value('cmi.core.lesson_location')).toBe('page 7');
    expect(value('cmi.suspend_data')).toBe('a,b\n"ü"');
    expect(value('cmi.core.lesson_status')).toBe('incomplete');
    expect(value('cmi.core.score.raw')).toBe('42');
    expect(value('cmi.core.total_time')).toBe('01:02:03.04');
    expect([value('cmi.objectives.0.id'), value('cmi.objectives.0.status')]).toEqual(['obj-1', 'passed']);
  });

  it('is where the learner left it (2004), with the objectives of the manifest', () => {
    const activity: Activity = {
      ...sco,
      scaledPassingScore: 0.8,
      completionThreshold: 0.75,
      objectives: [
        { id: 'PRIMARY', primary: true, globalObjectives: [] },
        { id: 'obj_playing', primary: false, globalObjectives: [] },
      ],
    };
    const before: RememberedSco = {
      completion: 'incomplete',
      success: 'failed',
      progress: 0.5,
      exit: 'suspend',
      location: '3',
      suspendData: 's'.repeat(SUSPEND_DATA_OF_SCORM_AGAIN),
      totalTime: 372304,
      scoreParts: { raw: '4', min: '0', max: '10', scaled: '0.4' },
      objectives: [
        {
          id: 'obj_playing',
          completion: 'completed',
          success: 'passed',
          score: { raw: '', min: '', max: '', scaled: '1' },
          progress: '1',
          description: 'Playing',
        },
      ],
      interactions: [
        {
          index: 0,
          id: 'q1',
          type: 'choice',
          response: 'a[,]b',
          correctResponses: ['a[,]b'],
          result: 'correct',
          weighting: '1',
          latency: 150,
          time: '2026-11-22T14:32:00',
          description: 'Which?',
          objectives: ['obj_playing'],
        },
      ],
    };
    const cmi = initialCmi('scorm_2004', activity, learner, before);
    const value = opened('scorm_2004', cmi);
    expect(value('cmi.entry')).toBe('resume');
    expect(value('cmi.location')).toBe('3');
    expect(value('cmi.suspend_data')).toHaveLength(SUSPEND_DATA_OF_SCORM_AGAIN);
    expect(value('cmi.score.scaled')).toBe('0.4');
    expect(value('cmi.scaled_passing_score')).toBe('0.8');
    expect(value('cmi.completion_threshold')).toBe('0.75');
    expect(value('cmi.total_time')).toBe('PT1H2M3.04S');
    expect(cmi.objectives).toEqual({
      0: { id: 'PRIMARY' },
      1: {
        id: 'obj_playing',
        completion_status: 'completed',
        success_status: 'passed',
        progress_measure: '1',
        description: 'Playing',
        score: { scaled: '1' },
      },
    });
    expect(cmi.interactions).toMatchObject({
      0: { learner_response: 'a[,]b', correct_responses: { 0: { pattern: 'a[,]b' } }, latency: 'PT1.5S' },
    });
  });

  it('gives back what the learner wrote with its place and time, and what was recorded as text only', () => {
    const comments = [{ comment: 'Good', location: '', timestamp: '2026-11-22T14:32:00' }, 'From before'];
    expect(initialCmi('scorm_2004', sco, learner, { comments }).comments_from_learner).toEqual({
      0: comments[0],
      1: { comment: 'From before' },
    });
  });

  it('is neither new nor to be resumed after a normal end, and keeps its bookmark', () => {
    const value = opened('scorm_12', initialCmi('scorm_12', sco, learner, { exit: '', location: '7' }));
    expect([value('cmi.core.entry'), value('cmi.core.lesson_location')]).toEqual(['', '7']);
  });

  it('can be shown without credit', () => {
    const cmi = initialCmi('scorm_2004', sco, learner, undefined, { credit: 'no-credit', mode: 'browse' });
    const value = opened('scorm_2004', cmi);
    expect([value('cmi.credit'), value('cmi.mode')]).toEqual(['no-credit', 'browse']);
  });

  const anything = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom('', '{lang=xx}y', '1e5', '-1', '1000', 'a[,]a', 'passed', 'urn:', ' ', 'true-false', 'choice'),
    fc.integer({ min: 0, max: 70_000 }).map((length) => 'x'.repeat(length)),
    fc.double().map(String),
  );
  const score = fc.record({ raw: anything, min: anything, max: anything, scaled: anything });
  const completion = fc.constantFrom('not_attempted', 'incomplete', 'completed');
  const success = fc.constantFrom('unknown', 'failed', 'passed');
  const remembered = fc.record({
    completion,
    success,
    score: fc.double(),
    progress: fc.double(),
    scoreParts: score,
    location: anything,
    suspendData: anything.map((text) => text.slice(0, SUSPEND_DATA_OF_SCORM_AGAIN)),
    exit: fc.constantFrom('', 'suspend', 'logout', 'time-out', 'normal'),
    totalTime: fc.oneof(fc.double(), fc.nat()),
    objectives: fc.array(
      fc.record({ id: anything, completion, success, score, progress: anything, description: anything }),
      { maxLength: 3 },
    ),
    interactions: fc.array(
      fc.record({
        index: fc.nat(),
        id: fc.oneof(anything, fc.constant('q1')),
        type: fc.oneof(anything, fc.constantFrom('matching', 'fill-in', 'numeric', 'performance', 'likert', 'other')),
        response: anything,
        correctResponses: fc.array(anything, { maxLength: 2 }),
        result: anything,
        weighting: anything,
        latency: fc.option(fc.double(), { nil: undefined }),
        time: anything,
        description: anything,
        objectives: fc.array(anything, { maxLength: 2 }),
      }),
      { maxLength: 3 },
    ),
    preference: fc.record({ audio: anything, language: anything, speed: anything, text: anything }),
    comments: fc.array(anything, { maxLength: 2 }),
  }) as fc.Arbitrary<RememberedSco>;
  const activity = fc.record({
    masteryScore: fc.double(),
    scaledPassingScore: fc.double(),
    completionThreshold: fc.double(),
    launchData: anything,
    maxTimeAllowed: anything,
    timeLimitAction: anything,
    objectives: fc.array(
      fc.record({ id: anything, primary: fc.boolean(), globalObjectives: fc.constant<string[]>([]) }),
    ),
  }) as fc.Arbitrary<Partial<Activity>>;

  it.each(['scorm_12', 'scorm_2004'] as const)(
    'is never refused by the run-time, whatever was stored (%s)',
    (standard) => {
      fc.assert(
        fc.property(activity, remembered, anything, (manifest, before, name) => {
          const value = opened(
            standard,
            initialCmi(standard, { ...sco, ...manifest }, { id: learner.id, name }, before),
          );
          expect(value(standard === 'scorm_12' ? 'cmi.core.student_id' : 'cmi.learner_id')).toBe(learner.id);
          expect(value('cmi.suspend_data')).toBe(before.suspendData);
        }),
        { numRuns: 150 },
      );
    },
  );
});
