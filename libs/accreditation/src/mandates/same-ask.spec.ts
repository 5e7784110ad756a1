import { type EarlierAsk, sameBefore } from './same-ask';

const ask = (more: Partial<EarlierAsk> = {}): EarlierAsk => ({
  who: 'body',
  role: null,
  bodyId: 'planning',
  capacities: ['member', 'chair'],
  personId: null,
  requirementId: 'conduct',
  schemeId: null,
  anchor: 'appointment',
  fixedOn: null,
  count: 28,
  unit: 'day',
  beforeSitting: false,
  anew: false,
  until: '2027-06-01',
  outcome: null,
  ...more,
});

describe('a mandate that was proposed before', () => {
  it('is the same while it waits: the same people, the same thing, to the same last day, whatever the day it is due', () => {
    for (const same of [{}, { capacities: ['chair', 'member'] as const }, { count: 7 }, { anew: true }])
      expect(sameBefore(ask(), [ask({ who: 'role' }), ask(same)])).toEqual(ask(same));
  });

  it.each([
    { who: 'group' as const },
    { bodyId: 'licensing' },
    { capacities: ['member' as const] },
    { capacities: [] },
    { personId: 'ada' },
    { role: 'member' as const },
    { requirementId: 'planning' },
    { requirementId: null, schemeId: 'core' },
    { until: null },
    { until: '2027-06-02' },
  ])('is another when it differs in %j', (other) => {
    expect(sameBefore(ask(), [ask(other)])).toBeUndefined();
  });

  it('is the same in force when it is due on the same day, and another when it is not', () => {
    const inForce = { outcome: 'adopted' as const };
    expect(sameBefore(ask(), [ask(inForce)])).toBeDefined();
    expect(sameBefore(ask({ count: 0, unit: 'month' }), [ask({ ...inForce, count: 0 })])).toBeDefined();
    for (const other of [{ count: 7 }, { unit: 'month' as const }, { anew: true }, { anchor: 'election' as const }])
      expect(sameBefore(ask(), [ask({ ...inForce, ...other })])).toBeUndefined();
  });

  it('is the oldest of several', () => {
    const [oldest, newest] = [ask({ count: 1 }), ask({ count: 2 })];
    expect(sameBefore(ask(), [oldest, newest])).toBe(oldest);
  });
});
