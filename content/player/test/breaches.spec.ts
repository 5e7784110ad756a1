import { breachesIn } from './breaches';
import type { Standard } from './fake-apis';
import type { Call } from './fake-lms';

const session = (...calls: Call[]): Call[] => [['initialize'], ...calls, ['finish']];
const set = (element: string, value: string): Call => ['set', element, value];

describe('what the bare platform objects to', () => {
  it.each<[Standard, Call[], RegExp]>([
    ['scorm_12', [set('cmi.core.lesson_status', 'done')], /does not allow this value/],
    ['scorm_12', [set('cmi.core.lesson_state', 'passed')], /there is no such element/],
    ['scorm_12', [set('cmi.core.score.raw', '101')], /does not allow/],
    ['scorm_12', [set('cmi.core.session_time', 'PT3S')], /does not allow/],
    ['scorm_12', [set('cmi.suspend_data', 'x'.repeat(4097))], /does not allow/],
    ['scorm_12', [set('cmi.interactions._count', '1')], /only be read/],
    ['scorm_12', [['get', 'cmi.interactions.0.id', '']], /only be written/],
    ['scorm_12', [set('cmi.interactions.1.id', 'q')], /gap before 1/],
    ['scorm_12', [set('cmi.interactions.0.type', 'choice')], /id comes first/],
    [
      'scorm_12',
      [set('cmi.interactions.0.id', 'q'), set('cmi.interactions.0.student_response', 'a')],
      /does not allow/,
    ],
    [
      'scorm_2004',
      [set('cmi.interactions.0.id', 'q'), set('cmi.interactions.0.learner_response', 'a')],
      /type is not known/,
    ],
    [
      'scorm_2004',
      [
        set('cmi.interactions.0.id', 'q'),
        set('cmi.interactions.0.type', 'choice'),
        set('cmi.interactions.0.learner_response', 'a,b'),
      ],
      /does not allow/,
    ],
    [
      'scorm_2004',
      [
        set('cmi.interactions.0.id', 'q'),
        set('cmi.interactions.0.type', 'numeric'),
        set('cmi.interactions.0.correct_responses.0.pattern', '5'),
      ],
      /does not allow/,
    ],
    ['scorm_2004', [set('cmi.score.scaled', '83')], /does not allow/],
    ['scorm_2004', [set('cmi.progress_measure', '1.1')], /does not allow/],
    [
      'scorm_2004',
      [set('cmi.interactions.0.id', 'q'), set('cmi.interactions.0.timestamp', '2026-11-22T09:05:07Z')],
      /does not allow/,
    ],
    [
      'scorm_2004',
      [set('cmi.objectives.0.id', 'one'), set('cmi.objectives.1.id', 'one')],
      /another objective has this id/,
    ],
  ])('%s: %j', (standard, calls, expected) => {
    const [breach, ...more] = breachesIn(session(...calls), standard);
    expect(breach).toMatch(expected);
    expect(more).toEqual([]);
  });

  it('objects to calls before the beginning, a second beginning, and calls after the end', () => {
    const get: Call = ['get', 'cmi.suspend_data', ''];
    expect(breachesIn([get, ['initialize'], ['initialize'], ['finish'], ['commit']], 'scorm_12')).toEqual([
      'get cmi.suspend_data "": the session is new',
      'initialize  "": was begun before',
      'commit  "": the session is finished',
    ]);
  });

  it('takes lists that go on where the platform says they end', () => {
    const calls = session(
      ['get', 'cmi.objectives._count', '2'],
      set('cmi.objectives.2.id', 'third'),
      set('cmi.objectives.2.score.raw', '5'),
    );
    expect(breachesIn(calls, 'scorm_2004')).toEqual([]);
  });
});
