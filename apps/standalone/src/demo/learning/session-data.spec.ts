import { readCmi } from '@induct/scorm';
import * as player from '../../../../../content/player/learner-records';
import type { Visit } from '../stories/history';
import { sessionData } from './session-data';

const question = (id: string): player.QuestionToLearn => ({
  id,
  kind: 'single',
  objective: id.endsWith('0') ? 'greet' : 'behave',
  right: 'a',
  wrong: 'b',
});
const manners: player.ModuleToLearn = {
  slug: 'manners',
  passMark: 80,
  draw: 10,
  objectives: [{ id: 'greet' }, { id: 'behave' }],
  screens: ['welcome', 'principles', 'interests', 'complaints'].map((id) => ({
    id,
    checks: [`check-${id}`],
    scenarios: [`scenario-${id}`],
  })),
  checks: ['welcome', 'principles', 'interests', 'complaints'].map((id) => question(`check-${id}`)),
  bank: Array.from({ length: 20 }, (_, index) => question(`test-${index}`)),
};
const opened = new Date(2026, 10, 3, 20, 0, 0);
const visit = (reached: number, score?: number): Visit => ({
  daysAgo: 3,
  hour: 20,
  minutes: 12,
  reached,
  ...(score !== undefined && { score }),
});
const after = (...visits: Visit[]) => {
  const data = sessionData(player, manners, visits, opened);
  return { data, stored: readCmi('scorm_12', data), memory: player.readMemory(data.suspend_data) };
};

describe('what a visit of the demo reports', () => {
  it('is a bookmark at the last screen that was reached, and the checks on the way', () => {
    const { data, stored, memory } = after(visit(0.5));
    expect(data.core).toMatchObject({
      lesson_location: 'principles',
      lesson_status: 'incomplete',
      session_time: '0000:12:00.00',
    });
    expect(memory.seen).toEqual(['welcome', 'principles']);
    expect(Object.keys(memory.checks)).toEqual(['check-welcome', 'check-principles']);
    expect(new Set(stored.interactions.map(({ weighting }) => weighting))).toEqual(new Set(['0']));
    expect(stored.objectives.map(({ completion }) => completion)).toEqual(['not_attempted', 'not_attempted']);
  });

  it.each([
    [70, 'failed'],
    [80, 'passed'],
    [100, 'passed'],
  ])('is %d per cent because of the answers, and so %s', (score, status) => {
    const { data, stored, memory } = after(visit(1, score));
    expect(data.core).toMatchObject({ lesson_status: status, lesson_location: 'result' });
    expect(stored).toMatchObject({ success: status, score });
    const tested = stored.interactions.filter(({ weighting }) => weighting === '1');
    expect(tested).toHaveLength(10);
    expect(tested.filter(({ result }) => result === 'correct')).toHaveLength(score / 10);
    expect(tested.map(({ id }) => id)).toEqual(memory.test.answers.map(({ id }) => `${id}.1`));
    expect(player.markTest(manners, memory.test).percent).toBe(score);
    expect(stored.objectives.every(({ success }) => success !== 'unknown')).toBe(true);
  });

  it('goes on from the visits before: earlier answers stay, and a failed test is taken again with other questions', () => {
    const first = after(visit(1, 50));
    const { stored, memory } = after(visit(1, 50), visit(1, 90));
    expect(memory.checks).toEqual(first.memory.checks);
    expect(memory.test).toMatchObject({ attempt: 2, percent: 90 });
    expect(stored.interactions.map(({ id }) => id)).toEqual(memory.test.answers.map(({ id }) => `${id}.2`));
    expect(memory.test.answers.map(({ id }) => id)).not.toEqual(first.memory.test.answers.map(({ id }) => id));
    expect(memory.met).toEqual(expect.arrayContaining(first.memory.met));
  });

  it('is the same each time, and gives every answer its time within the visit', () => {
    expect(after(visit(1, 80)).data).toEqual(after(visit(1, 80)).data);
    const times = after(visit(1, 80)).stored.interactions.map(({ time }) => time);
    expect(times).toEqual(times.toSorted());
    expect(times[0]! > '20:00:00').toBe(true);
    expect(times.at(-1)).toBe('20:12:00');
  });
});
