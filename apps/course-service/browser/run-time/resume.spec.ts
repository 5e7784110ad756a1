import { type RunTime, scormAgain } from '../../../../test/support/scorm-again';
import type { Cmi } from '../launch/launch-state';
import { SCORM_12, SCORM_2004 } from './dialect';
import { resumed } from './resume';

/** A run in the real run-time, begun with this and in which content set these values. */
function run(standard: 'scorm_12' | 'scorm_2004', initial: Cmi, values: Record<string, string>): RunTime {
  const api = scormAgain(standard);
  api.loadFromJSON(initial, 'cmi');
  api.lmsInitialize('');
  const answers = Object.entries(values).map(([name, value]) => [name, api.lmsSetValue(name, value)]);
  expect(answers).toEqual(Object.keys(values).map((name) => [name, 'true']));
  return api;
}

function again(standard: 'scorm_12' | 'scorm_2004', before: RunTime, finished: boolean): RunTime {
  const left = { cmi: before.renderCommitCMI(false).cmi as Cmi, finished };
  return run(standard, resumed(standard === 'scorm_12' ? SCORM_12 : SCORM_2004, {}, left), {});
}

describe('a SCO that is opened again in the same page', () => {
  it('finds its objectives, preferences and comments again in SCORM 1.2, and not its place only', () => {
    const values = {
      'cmi.core.lesson_location': 'page-3',
      'cmi.suspend_data': 'half',
      'cmi.objectives.0.id': 'first',
      'cmi.objectives.0.status': 'passed',
      'cmi.objectives.1.id': 'second',
      'cmi.objectives.1.score.raw': '40',
      'cmi.student_preference.audio': '30',
      'cmi.comments': 'Good.',
    };
    const first = run('scorm_12', {}, { ...values, 'cmi.interactions.0.id': 'q1' });
    const second = again('scorm_12', first, true);
    const found = Object.keys(values).map((name) => [name, second.lmsGetValue(name)]);
    expect(Object.fromEntries(found)).toEqual(values);
    expect(String(second.lmsGetValue('cmi.interactions._count'))).toBe('0');
  });

  it('goes on with its answers in SCORM 2004 when it was suspended, and begins anew when it had ended', () => {
    const first = run(
      'scorm_2004',
      {},
      {
        'cmi.objectives.0.id': 'first',
        'cmi.objectives.0.success_status': 'passed',
        'cmi.interactions.0.id': 'q1',
        'cmi.interactions.0.type': 'choice',
        'cmi.interactions.0.learner_response': 'a',
        'cmi.exit': 'suspend',
      },
    );
    const second = again('scorm_2004', first, true);
    expect(second.lmsGetValue('cmi.objectives.0.success_status')).toBe('passed');
    expect(second.lmsGetValue('cmi.interactions.0.learner_response')).toBe('a');
    second.lmsSetValue('cmi.exit', 'normal');
    const third = again('scorm_2004', second, true);
    expect(['interactions', 'objectives'].map((name) => String(third.lmsGetValue(`cmi.${name}._count`)))).toEqual([
      '0',
      '0',
    ]);
    expect(third.lmsGetValue('cmi.entry')).toBe('ab-initio');
  });

  it.each([
    ['was left without Finish', '', false, 'resume'],
    ['was suspended', 'suspend', true, 'resume'],
    ['had ended', '', true, ''],
  ])('is told how it comes back when it %s', (_, exit, finished, entry) => {
    const first = run('scorm_12', {}, exit === '' ? {} : { 'cmi.core.exit': exit });
    expect(again('scorm_12', first, finished).lmsGetValue('cmi.core.entry')).toBe(entry);
  });
});
