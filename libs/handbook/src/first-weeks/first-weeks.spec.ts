import fc from 'fast-check';
import type { Counting } from './counted';
import { anchorDays, type ElectionToCount, firstWeeks, type StepRule } from './first-weeks';
import { ANCHORS, type Anchor, CLOSED_DAYS, COUNT_UNITS } from './first-step.words';

const poll = (on: string, more: Partial<ElectionToCount> = {}): ElectionToCount => ({
  kind: 'ordinary',
  poll: on,
  declared: null,
  office: null,
  ...more,
});
const rule = (anchor: Anchor, count: number, more: Partial<StepRule> = {}): StepRule => ({
  anchor,
  otherAnchor: null,
  count,
  unit: 'days',
  isFirstCounted: false,
  closed: 'stay',
  ...more,
});
const ACCEPTANCE = rule('poll', 2, { unit: 'months' });
const INTERESTS = rule('poll', 28, { otherAnchor: 'office', isFirstCounted: true });
const EXPENSES = rule('declared', 35, { closed: 'weekends' });
const due = (election: ElectionToCount, step: StepRule) =>
  firstWeeks(election, [step], (one) => one)[0]!.due.map(({ on }) => on);
const office = (on: string) => anchorDays(poll(on)).office.on;

describe('the first weeks after the poll of 4 May 2017', () => {
  const election = poll('2017-05-04', { declared: '2017-05-05' });

  it('begin in office on the fourth day', () => expect(office('2017-05-04')).toBe('2017-05-08'));
  it('have acceptance due two months after the poll', () => expect(due(election, ACCEPTANCE)).toEqual(['2017-07-04']));
  it('have interests due on two readings, the earlier first', () => {
    expect(firstWeeks(election, [INTERESTS], (one) => one)[0]!.due).toEqual([
      { from: 'poll', on: '2017-05-31', isAssumed: false },
      { from: 'office', on: '2017-06-04', isAssumed: false },
    ]);
  });
  it('have expenses due 35 days after the declaration', () => expect(due(election, EXPENSES)).toEqual(['2017-06-09']));
});

describe('coming into office', () => {
  it.each([
    ['2019-05-02', '2019-05-07', 'the early May bank holiday'],
    ['2023-05-04', '2023-05-09', 'the bank holiday for the coronation'],
    ['2024-05-02', '2024-05-07', 'the early May bank holiday'],
    ['2021-05-06', '2021-05-10', 'nothing'],
    ['2025-05-01', '2025-05-06', 'the early May bank holiday'],
  ])('after the poll of %s is on %s: past %s', (on, day) => expect(office(on)).toBe(day));
});

describe('a by-election on 29 February 2024', () => {
  const election = poll('2024-02-29', { kind: 'by_election', declared: '2024-03-01' });

  it('has interests due on 27 March and acceptance on 29 April', () => {
    expect(due(election, INTERESTS)[0]).toBe('2024-03-27');
    expect(due(election, ACCEPTANCE)).toEqual(['2024-04-29']);
  });
  it('only proposes when its winner is in office, until an officer has recorded it', () => {
    expect(anchorDays(election).office).toEqual({ on: '2024-03-04', isAssumed: true });
    const known = { ...election, office: '2024-03-01' };
    expect(anchorDays(known).office).toEqual({ on: '2024-03-01', isAssumed: false });
    expect(due(known, INTERESTS)).toEqual(['2024-03-27', '2024-03-28']);
  });
});

describe('months', () => {
  it.each([
    ['2023-12-31', '2024-02-29'],
    ['2022-12-31', '2023-02-28'],
    ['2099-12-31', '2100-02-28'],
    ['2017-05-04', '2017-07-04'],
  ])('two after %s are over on %s', (from, last) => expect(due(poll(from), ACCEPTANCE)).toEqual([last]));

  it('beginning with a day are over a day earlier, or at the end of a shorter month', () => {
    const beginning = rule('poll', 1, { unit: 'months', isFirstCounted: true });
    expect(due(poll('2023-03-01'), beginning)).toEqual(['2023-03-31']);
    expect(due(poll('2023-01-31'), beginning)).toEqual(['2023-02-28']);
  });
});

it('takes the result to be declared on the day after the poll while nobody has said', () => {
  expect(anchorDays(poll('2017-05-04')).declared).toEqual({ on: '2017-05-05', isAssumed: true });
});

it('moves the return of expenses past a weekend, and past bank holidays', () => {
  // Declared on Saturday 4 May 2024: the 35th day is Saturday 8 June.
  expect(due(poll('2024-05-02', { declared: '2024-05-04' }), EXPENSES)).toEqual(['2024-06-10']);
  // The 35th day is Christmas Eve, a Friday.
  expect(due(poll('2021-11-18', { declared: '2021-11-19' }), EXPENSES)).toEqual(['2021-12-29']);
});

it('is one reading where both come to one day, and none without a rule', () => {
  const known = poll('2024-02-29', { kind: 'by_election', office: '2024-02-29' });
  expect(due(known, INTERESTS)).toEqual(['2024-03-27']);
  expect(firstWeeks(known, ['a talk'], () => null)).toEqual([{ step: 'a talk', due: [] }]);
});

describe('whatever the election', () => {
  const DAY = 86_400_000;
  const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
  const text = (time: number) => new Date(time).toISOString().slice(0, 10);
  const dayOf = fc
    .integer({ min: at('2000-01-01') / DAY, max: at('2059-12-31') / DAY })
    .map((days) => text(days * DAY));
  const counting = fc.record({
    count: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom(...COUNT_UNITS),
    isFirstCounted: fc.boolean(),
    closed: fc.constantFrom(...CLOSED_DAYS),
  });

  /** Every holiday written down: what GOV.UK lists for England and Wales. */
  const HOLIDAYS = new Map([
    [2017, '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
    [2018, '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26'],
    [2019, '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26'],
    [2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
    [2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    [2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    [2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
  ]);
  const isOpen = (time: number, closed: Counting['closed']) => {
    const [year, rest] = [Number(text(time).slice(0, 4)), text(time).slice(5)];
    const day = new Date(time).getUTCDay();
    if (closed === 'stay') return true;
    if (day === 0 || (day === 6 && closed === 'weekends') || rest === '12-24' || rest === '12-25') return false;
    return !HOLIDAYS.get(year)!.split(' ').includes(rest);
  };

  /** Counts on the fingers: a day at a time. */
  function oracle(from: string, { count, unit, isFirstCounted, closed }: Counting): string {
    let time = at(from);
    if (unit === 'days') {
      for (let counted = isFirstCounted ? 1 : 0; counted < count; counted++) time += DAY;
    } else {
      const wanted = Number(from.slice(8));
      let months = 0;
      while (months < count || new Date(time).getUTCDate() < wanted) {
        time += DAY;
        if (new Date(time).getUTCDate() === 1) {
          months++;
          if (months > count) break;
        }
      }
      const isMissing = months > count;
      if (isMissing || isFirstCounted) time -= DAY;
    }
    while (!isOpen(time, closed)) time += DAY;
    return text(time);
  }

  it('counts days and months as one does on the fingers', () => {
    fc.assert(
      fc.property(dayOf, counting, (from, how) => {
        const open = { ...how, closed: 'stay' as const };
        expect(due(poll(from), { ...rule('poll', 0), ...open })).toEqual([oracle(from, open)]);
      }),
    );
  });

  it('moves past closed days as the list of them says', () => {
    const listed = fc.integer({ min: at('2017-01-01') / DAY, max: at('2025-06-30') / DAY });
    fc.assert(
      fc.property(listed, counting, (days, how) => {
        const from = text(days * DAY);
        const short = { ...how, count: Math.min(how.count, how.unit === 'days' ? 60 : 5) };
        expect(due(poll(from), { ...rule('poll', 0), ...short })).toEqual([oracle(from, short)]);
      }),
    );
  });

  it('shows the earliest reading first, and each of them once', () => {
    const steps = fc.tuple(
      fc.constantFrom(...ANCHORS),
      fc.option(fc.constantFrom(...ANCHORS), { nil: null }),
      counting,
    );
    fc.assert(
      fc.property(dayOf, steps, (on, [anchor, otherAnchor, how]) => {
        const days = due(poll(on), { anchor, otherAnchor, ...how });
        expect(days).toEqual([...new Set(days)].toSorted());
      }),
    );
  });

  it('has nobody in office before the fourth day, on a Sunday or on a bank holiday', () => {
    fc.assert(
      fc.property(dayOf, (on) => {
        const days = (at(office(on)) - at(on)) / DAY;
        expect(days >= 4 && days <= 4 + 5).toBe(true);
        expect(new Date(at(office(on))).getUTCDay()).not.toBe(0);
      }),
    );
  });
});
