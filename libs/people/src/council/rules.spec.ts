import { asRecorded } from './as-recorded';
import { otherGroup, seatsToLookAt } from './leaving-a-group';
import { isPeriod, onDay, overlap, type Period, within } from './period';
import { seatsOn } from './seats';
import { takesOffice } from './takes-office';

const may: Period = { from: '2017-05-08', until: '2021-05-10' };

describe('a period', () => {
  it('holds its first day and not the day it ends', () => {
    expect(['2017-05-07', '2017-05-08', '2021-05-09', '2021-05-10'].map((day) => onDay(may, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(onDay({ from: '2017-05-08', until: null }, '2999-12-31')).toBe(true);
  });

  it('overlaps another on a day that is in both, and not where one follows the other', () => {
    expect(overlap(may, { from: '2021-05-09', until: null })).toBe(true);
    expect(overlap(may, { from: '2021-05-10', until: null })).toBe(false);
    expect(overlap({ from: '2021-05-10', until: null }, may)).toBe(false);
    expect(overlap(may, { from: '2010-01-01', until: '2017-05-08' })).toBe(false);
  });

  it('has days that there are, and at least one', () => {
    expect(isPeriod({ from: '2024-02-29', until: '2024-03-01' })).toBe(true);
    expect(isPeriod({ from: '2023-02-29', until: null })).toBe(false);
    expect(isPeriod({ from: '2024-02-29', until: '2024-02-29' })).toBe(false);
    expect(isPeriod({ from: '2024-03-01', until: '2024-02-29' })).toBe(false);
  });

  it('lies within another when none of its days is outside', () => {
    expect(within(may, may)).toBe(true);
    expect(within({ ...may, until: null }, may)).toBe(false);
    expect(within(may, { from: '2017-05-09', until: null })).toBe(false);
  });

  it('is the same, day by day, as asking every day', () => {
    const days = Array.from({ length: 8 }, (_, at) => `2024-02-2${at + 2}`).map((day) =>
      day > '2024-02-29' ? '2024-03-01' : day,
    );
    const all = days.flatMap((from) => [null, ...days].map((until) => ({ from, until }))).filter(isPeriod);
    for (const one of all) {
      for (const other of all) {
        const shared = days.some((day) => onDay(one, day) && onDay(other, day));
        expect({ one, other, is: overlap(one, other) }).toEqual({ one, other, is: shared });
      }
    }
  });
});

describe('who is elected', () => {
  it.each([
    ['2017-05-04', '2017-05-08'],
    ['2024-02-29', '2024-03-04'],
    ['2023-02-28', '2023-03-04'],
    ['2025-03-28', '2025-04-01'],
    // Past the early May bank holiday, the coronation's, a Sunday, and Christmas Eve to Boxing Day.
    ['2019-05-02', '2019-05-07'],
    ['2025-05-01', '2025-05-06'],
    ['2023-05-04', '2023-05-09'],
    ['2026-12-30', '2027-01-04'],
    ['2025-12-20', '2025-12-27'],
  ])('on %s takes office on the fourth day after, past what is closed: %s', (poll, day) => {
    expect(takesOffice(poll)).toBe(day);
  });
});

describe('what was recorded', () => {
  const row = { recordedAt: new Date('2026-11-22T09:12:00Z'), supersededAt: new Date('2026-11-22T10:00:00Z') };

  it('was said from that moment until it was superseded', () => {
    const said = ['09:11:59.999', '09:12:00', '09:59:59.999', '10:00:00'].map((time) =>
      asRecorded(row, new Date(`2026-11-22T${time}Z`)),
    );
    expect(said).toEqual([false, true, true, false]);
    expect(asRecorded({ ...row, supersededAt: null }, new Date('2030-01-01'))).toBe(true);
  });
});

describe('the seats of a body', () => {
  const seat = (personId: string, capacity: 'member' | 'chair' | 'substitute', until: string | null = null) => ({
    personId,
    capacity,
    from: '2017-05-22',
    until,
  });
  const memberships = [
    seat('ann', 'member'),
    seat('bob', 'chair'),
    seat('cat', 'substitute'),
    seat('dan', 'member', '2018-05-14'),
  ];
  const rules = [
    { from: '2017-05-22', until: '2018-02-28', substitutes: 'named' as const },
    { from: '2018-02-28', until: '2019-05-20', substitutes: 'group' as const },
  ];
  const inGroup = (personId: string, groupId: string, until: string | null = null) => ({
    personId,
    groupId,
    from: '2017-05-08',
    until,
  });
  const groups = [
    inGroup('ann', 'green'),
    inGroup('bob', 'blue'),
    inGroup('eve', 'green'),
    inGroup('fay', 'red'),
    inGroup('gus', 'green', '2018-04-01'),
  ];

  it('are those of that day, the chair first; substitutes have none', () => {
    const { seats } = seatsOn({ memberships, rules }, groups, '2017-06-07');
    expect(seats.map(({ personId }) => personId)).toEqual(['bob', 'ann', 'dan']);
    const later = seatsOn({ memberships, rules }, groups, '2018-05-14');
    expect(later.seats.map(({ personId }) => personId)).toEqual(['bob', 'ann']);
  });

  it('may be taken by those who are named, until the rule changes', () => {
    expect(seatsOn({ memberships, rules }, groups, '2018-02-27').mayStandIn).toEqual(['cat']);
    expect(seatsOn({ memberships, rules }, groups, '2018-02-28')).toMatchObject({ substitutes: 'group' });
  });

  it('may be taken by the groups of who sits there, as they are on that day', () => {
    expect(seatsOn({ memberships, rules }, groups, '2018-02-28').mayStandIn).toEqual(['eve', 'gus']);
    expect(seatsOn({ memberships, rules }, groups, '2018-04-01').mayStandIn).toEqual(['eve']);
  });

  it('are taken by nobody else without a rule', () => {
    expect(seatsOn({ memberships, rules }, groups, '2019-05-20')).toMatchObject({
      substitutes: 'none',
      mayStandIn: [],
    });
    expect(seatsOn({ memberships, rules }, groups, '2017-05-21').seats).toEqual([]);
  });
});

describe('somebody who leaves their group', () => {
  const held = (bodyId: string, kind: 'committee' | 'group' | 'panel', until: string | null = null) => ({
    bodyId,
    kind,
    capacity: 'member' as const,
    from: '2017-05-22',
    until,
  });
  const seats = [
    held('planning', 'committee'),
    held('standards', 'committee', '2018-01-01'),
    held('green', 'group'),
    held('roads', 'panel'),
  ];

  it('keeps seats, which the council looks at', () => {
    expect(seatsToLookAt(seats, '2018-03-01').map(({ bodyId }) => bodyId)).toEqual(['planning', 'roads']);
  });

  it('may join another, and not before', () => {
    expect(otherGroup(seats, 'blue', () => true)?.bodyId).toBe('green');
    expect(otherGroup(seats, 'green', () => true)).toBeUndefined();
    expect(otherGroup(seats, 'blue', () => false)).toBeUndefined();
  });
});
