import { type Day, daysLater } from '@induct/platform';
import fc from 'fast-check';
import type { MandateRule } from './mandate-words';
import type { HeldPlace, PersonFacts } from './occasions';
import { type Kept, settled } from './settled';

const PLANNING = 'planning';
const BEFORE = '2025-01-01';
const TODAY = '2026-11-22';

const mandate = (more: Partial<MandateRule> = {}): MandateRule => ({
  id: 'mandate',
  who: 'role',
  role: 'member',
  bodyId: null,
  capacities: [],
  personId: null,
  anchor: 'takes_office',
  fixedOn: null,
  count: 28,
  unit: 'day',
  anew: false,
  from: BEFORE,
  until: null,
  ...more,
});
const beforeSitting = (more: Partial<MandateRule> = {}) =>
  mandate({ who: 'body', role: null, bodyId: PLANNING, anchor: 'appointment', count: 0, ...more });

const person = (more: Partial<PersonFacts> = {}): PersonFacts => ({
  personId: 'ada',
  isActive: true,
  roles: ['member'],
  terms: [],
  places: [],
  ...more,
});
const term = (from: Day, until: Day | null = null) => ({ electedOn: daysLater(from, -4), from, until });
const seat = (from: Day, until: Day | null = null, capacity: HeldPlace['capacity'] = 'member') => ({
  bodyId: PLANNING,
  capacity,
  from,
  until,
});

let nth = 0;
/** What there is after the changes. */
function after(
  mandates: readonly MandateRule[],
  facts: PersonFacts,
  kept: readonly Kept[],
  today: Day,
  lost: readonly string[] = [],
): Kept[] {
  const { add, move, close, again } = settled(mandates, facts, kept, today, new Set(lost));
  return [
    ...kept.map((row) => {
      const moved = move.find(({ id }) => id === row.id);
      if (moved) return { ...row, ...moved, closedOn: null };
      const asked = again.find(({ id }) => id === row.id);
      if (asked) return { ...row, dueOn: asked.dueOn, metOn: null, againOn: today };
      return close.includes(row.id) ? { ...row, closedOn: today } : row;
    }),
    ...add.map((row) => ({ ...row, id: String((nth += 1)), metOn: null, closedOn: null, againOn: null })),
  ];
}
const seen = (rows: readonly Kept[]) => rows.map(({ since, dueOn, closedOn }) => [since, dueOn, closedOn]);
const asked = (one: MandateRule, facts: PersonFacts, kept: readonly Kept[] = [], today = TODAY) =>
  after([one], facts, kept, today);

describe('what is asked of somebody', () => {
  it('is counted from taking office, or from the poll', () => {
    const facts = person({ terms: [term('2025-05-05')] });
    expect(seen(asked(mandate(), facts))).toEqual([['2025-05-05', '2025-06-02', null]]);
    expect(seen(asked(mandate({ anchor: 'election' }), facts))).toEqual([['2025-05-05', '2025-05-29', null]]);
  });

  it('is due on the day of appointment, when it is to be met before sitting', () => {
    expect(seen(asked(beforeSitting(), person({ places: [seat('2026-11-22')] })))).toEqual([
      ['2026-11-22', '2026-11-22', null],
    ]);
  });

  it('is asked before the day comes, when it is recorded to come', () => {
    expect(seen(asked(beforeSitting(), person({ places: [seat('2027-05-20')] })))).toEqual([
      ['2027-05-20', '2027-05-20', null],
    ]);
  });

  it('is never counted from before the mandate, and never due before its reason', () => {
    const facts = person({ terms: [term('2025-05-05')] });
    expect(seen(asked(mandate({ from: '2026-11-01' }), facts))).toEqual([['2025-05-05', '2026-11-29', null]]);
    const fixed = beforeSitting({ anchor: 'fixed', fixedOn: '2026-06-01' });
    expect(seen(asked(fixed, person({ places: [seat('2026-09-01')] })))).toEqual([['2026-09-01', '2026-09-01', null]]);
  });

  it('that is to be learned anew by a fixed day counts from the first day of the mandate, not from the day it is due', () => {
    const anew = mandate({ anchor: 'fixed', fixedOn: '2027-06-01', count: 0, from: '2026-11-01', anew: true });
    expect(seen(asked(anew, person()))).toEqual([['2026-11-01', '2027-06-01', null]]);
    expect(seen(asked({ ...anew, anew: false }, person()))).toEqual([['2027-06-01', '2027-06-01', null]]);
    // What was asked before this was so is moved, and not asked twice.
    const before = { id: 'a', mandateId: 'mandate', since: '2027-06-01', dueOn: '2027-06-01' };
    const kept = [{ ...before, metOn: null, closedOn: null, againOn: null }];
    expect(seen(asked(anew, person(), kept))).toEqual([['2026-11-01', '2027-06-01', null]]);
    // Nobody is late for what was not asked yet.
    expect(seen(asked({ ...anew, fixedOn: '2026-10-01' }, person()))).toEqual([['2026-11-01', '2026-11-01', null]]);
  });

  it('is asked of seats of some capacities only, and of nobody else', () => {
    const chairs = beforeSitting({ capacities: ['chair', 'vice_chair'] });
    expect(asked(chairs, person({ places: [seat('2026-01-01')] }))).toEqual([]);
    expect(asked(chairs, person({ places: [seat('2026-01-01', null, 'chair')] }))).toHaveLength(1);
    expect(asked(mandate({ who: 'person', personId: 'bea' }), person({ terms: [term('2025-05-05')] }))).toEqual([]);
    expect(asked(mandate({ role: 'tester', anchor: 'fixed', fixedOn: TODAY }), person())).toEqual([]);
  });

  it('is one for a member who becomes chair, and another after a gap', () => {
    const places = [seat('2025-05-20', '2026-05-19'), seat('2026-05-19', null, 'chair')];
    expect(seen(asked(beforeSitting(), person({ places })))).toEqual([['2025-05-20', '2025-05-20', null]]);
    const gap = [seat('2025-05-20', '2026-05-01'), seat('2026-05-19', null)];
    expect(seen(asked(beforeSitting(), person({ places: gap })))).toEqual([['2026-05-19', '2026-05-19', null]]);
  });

  it('moves with a date that was put right', () => {
    const first = asked(beforeSitting(), person({ places: [seat('2026-05-20')] }));
    const moved = asked(beforeSitting(), person({ places: [seat('2026-06-03')] }), first);
    expect(seen(moved)).toEqual([['2026-06-03', '2026-06-03', null]]);
    expect(moved[0]!.id).toBe(first[0]!.id);
  });

  it('is closed when somebody leaves, from the day on which they no longer sit', () => {
    const first = asked(beforeSitting(), person({ places: [seat('2026-05-20')] }));
    const leaving = person({ places: [seat('2026-05-20', '2026-12-01')] });
    expect(seen(asked(beforeSitting(), leaving, first, '2026-11-30'))[0]![2]).toBeNull();
    expect(seen(asked(beforeSitting(), leaving, first, '2026-12-01'))[0]![2]).toBe('2026-12-01');
  });

  it('is closed for whoever is deactivated, and asked again when they come back', () => {
    const facts = person({ terms: [term('2025-05-05')] });
    const gone = asked(mandate(), { ...facts, isActive: false }, asked(mandate(), facts));
    expect(seen(gone)).toEqual([['2025-05-05', '2025-06-02', TODAY]]);
    expect(seen(asked(mandate(), facts, gone))).toEqual([['2025-05-05', '2025-06-02', null]]);
  });

  it('is asked anew of who is re-elected, whether it was met before or not', () => {
    const facts = person({ terms: [term('2021-05-10', '2025-05-05'), term('2025-05-05')] });
    const old = { mandateId: 'mandate', since: '2021-05-10', dueOn: '2021-06-07', closedOn: null, againOn: null };
    for (const metOn of [null, '2021-06-01']) {
      const rows = asked(mandate(), facts, [{ ...old, id: 'old', metOn }]);
      expect(seen(rows)).toEqual([
        ['2021-05-10', '2021-06-07', metOn === null ? TODAY : null],
        ['2025-05-05', '2025-06-02', null],
      ]);
    }
  });

  it('stays as it was met, whatever is put right later', () => {
    const met = [
      {
        id: 'a',
        mandateId: 'mandate',
        since: '2026-05-20',
        dueOn: '2026-05-20',
        metOn: '2026-05-01',
        closedOn: null,
        againOn: null,
      },
    ];
    expect(asked(beforeSitting(), person({ places: [seat('2026-05-20', '2026-06-01')] }), met)).toEqual(met);
  });

  it('is asked again when what met it counts no more, for as long as the mandate gives', () => {
    const facts = person({ terms: [term('2025-05-05')] });
    const met = { id: 'a', mandateId: 'mandate', since: '2025-05-05', closedOn: null, againOn: null };
    const row = { ...met, dueOn: '2025-06-02', metOn: '2025-05-20' };
    const again = after([mandate()], facts, [row], TODAY, ['a']);
    expect(again).toEqual([{ ...row, metOn: null, dueOn: '2026-12-20', againOn: TODAY }]);
    // Looked at a day later it keeps its day.
    expect(after([mandate()], facts, again, '2026-11-23')).toEqual(again);
    const fixed = mandate({ anchor: 'fixed', fixedOn: '2025-05-05', count: 0 });
    expect(after([fixed], facts, [{ ...row, dueOn: '2025-05-05' }], TODAY, ['a'])[0]!.dueOn).toBe('2026-12-20');
    const sits = person({ places: [seat('2026-05-20')] });
    const seated = { ...row, since: '2026-05-20', dueOn: '2026-05-20' };
    expect(after([beforeSitting()], sits, [seated], TODAY, ['a'])[0]!.dueOn).toBe(TODAY);
    const early = { ...row, since: '2026-11-20', dueOn: '2027-11-20' };
    const months = mandate({ count: 12, unit: 'month' });
    const late = person({ terms: [term('2026-11-20')] });
    expect(after([months], late, [early], '2026-11-21', ['a'])[0]!.dueOn).toBe('2027-11-21');
  });

  it('is not asked again of whoever sits there no more, nor by a mandate that has ended', () => {
    const row = { id: 'a', mandateId: 'mandate', since: '2025-05-05', dueOn: '2025-06-02', metOn: '2025-05-20' };
    const met = { ...row, closedOn: null, againOn: null };
    const over = person({ terms: [term('2025-05-05', '2026-11-01')] });
    expect(after([mandate()], over, [met], TODAY, ['a'])).toEqual([met]);
    const facts = person({ terms: [term('2025-05-05')] });
    expect(after([mandate({ until: TODAY })], facts, [met], TODAY, ['a'])).toEqual([met]);
  });

  it('ends with its mandate', () => {
    const first = asked(beforeSitting(), person({ places: [seat('2026-05-20')] }));
    const ended = beforeSitting({ until: TODAY });
    expect(seen(asked(ended, person({ places: [seat('2026-05-20')] }), first))[0]![2]).toBe(TODAY);
  });
});

const someDay = fc.integer({ min: 0, max: 120 }).map((days) => daysLater('2026-01-01', days));
const anySeats = fc.uniqueArray(someDay, { maxLength: 6 }).map((days) => {
  const sorted = days.toSorted();
  return sorted.flatMap((from, at) => (at % 2 === 0 ? [seat(from, sorted[at + 1] ?? null)] : []));
});

describe('whenever it is looked at', () => {
  it('is the same as if it had been looked at every day, and looking twice changes nothing', () => {
    fc.assert(
      fc.property(anySeats, fc.integer({ min: 1, max: 40 }), fc.boolean(), (places, every, met) => {
        const facts = person({ places });
        const rule = beforeSitting({ from: '2026-02-01', until: '2026-04-20' });
        let [daily, seldom]: [Kept[], Kept[]] = [[], []];
        for (let day = 0; day <= 160; day += 1) {
          const today = daysLater('2026-01-01', day);
          daily = asked(rule, facts, daily, today);
          if (met && day === 60) daily = daily.map((row) => (row.closedOn ? row : { ...row, metOn: today }));
          if (day % every === 0) seldom = asked(rule, facts, seldom, today);
          expect(settled([rule], facts, daily, today)).toEqual({ add: [], move: [], close: [], again: [] });
        }
        const last = daysLater('2026-01-01', 160);
        seldom = asked(rule, facts, seldom, last);
        const open = (rows: Kept[]) => rows.filter(({ metOn, closedOn }) => metOn === null && closedOn === null);
        // What was met in the days between is seen by whoever looks later, but that is the evidence’s to say.
        if (met) seldom = daily;
        expect(seen(open(seldom))).toEqual(seen(open(daily)));
        expect(new Set(daily.map(({ since }) => since)).size).toBe(daily.length);
      }),
      { seed: Number(process.env['SEED']), numRuns: 10 },
    );
  });
});
