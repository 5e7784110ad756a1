import fc from 'fast-check';
import { type Filled, promote, type StandingBooking } from './promote';
import { isOpenTo, type Pool, Seating } from './seating';

const TODAY = '2026-11-22';
const RUNS = { numRuns: 800, ...(process.env.SEED && { seed: Number(process.env.SEED) }) };

/** Mostly one room and two kinds of people: they have to be in each other's way. */
const aSeat = fc.constantFrom('room' as const, 'room' as const, 'room' as const, 'online' as const);
const aPool = fc.record({
  seat: aSeat,
  audience: fc.constantFrom('any' as const, 'member' as const, 'member' as const, 'officer' as const),
  places: fc.integer({ min: 1, max: 2 }),
  opensToAllOn: fc.constantFrom(null, '2026-11-22', '2026-11-23'),
});
const pools = fc.uniqueArray(aPool, { maxLength: 5, selector: ({ seat, audience }) => seat + audience });
const comers = fc.array(
  fc.record({
    audience: fc.constantFrom('member' as const, 'member' as const, 'officer' as const, 'partner' as const),
    seat: aSeat,
    wasTold: fc.boolean(),
  }),
  { maxLength: 9 },
);
type Comer = { audience: StandingBooking['audience']; seat: StandingBooking['seat']; wasTold: boolean };

const waiting = (all: readonly Comer[]): StandingBooking[] =>
  all.map(({ audience, seat, wasTold }, at) => ({
    id: String(at + 1),
    audience,
    seat,
    state: 'waiting',
    number: at + 1,
    poolAudience: null,
    toldAt: wasTold ? new Date(0) : null,
  }));

/** As it stands afterwards. */
const after = (before: readonly StandingBooking[], { promoted, sits }: Filled): StandingBooking[] =>
  before.map((one) => ({
    ...one,
    ...(promoted.includes(one.id) && { state: 'booked' as const, toldAt: null }),
    poolAudience: sits.find(({ id }) => id === one.id)?.poolAudience ?? one.poolAudience,
  }));

/** By trying every way to seat them. */
function canAllSit(all: readonly Pool[], people: readonly Pick<StandingBooking, 'audience' | 'seat'>[]): boolean {
  const [first, ...rest] = people;
  if (!first) return true;
  if (all.every(({ seat }) => seat !== first.seat)) return canAllSit(all, rest);
  return all.some(
    (pool, at) =>
      pool.places > 0 &&
      isOpenTo(pool, first, TODAY) &&
      canAllSit(all.with(at, { ...pool, places: pool.places - 1 }), rest),
  );
}

/** Some have places by now, some of those have cancelled, the others wait. */
const stories = fc.tuple(pools, comers, fc.integer({ min: 0, max: 9 }), fc.array(fc.nat(8), { maxLength: 4 }));
function standingOf([all, people, early, gone]: [Pool[], Comer[], number, number[]]): StandingBooking[] {
  const begun = waiting(people.slice(0, early));
  const seated = after(begun, promote(all, begun, { today: TODAY, isAutomatic: true }));
  const left = seated.filter((_, at) => !gone.includes(at));
  return [...left, ...waiting(people).slice(early)];
}

describe('those who wait', () => {
  it('are given what is free: no more than there is, and whoever could have a place has one', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const [all] = story;
        const before = standingOf(story);
        const filled = promote(all, before, { today: TODAY, isAutomatic: true });
        const now = after(before, filled);
        const booked = now.filter(({ state }) => state === 'booked');
        for (const pool of all) {
          const taken = booked.filter((one) => one.seat === pool.seat && one.poolAudience === pool.audience);
          expect(taken.length).toBeLessThanOrEqual(pool.places);
          expect(taken.every((one) => isOpenTo(pool, one, TODAY))).toBe(true);
        }
        expect(filled.fit).toBe(true);
        for (const one of now.filter(({ state }) => state === 'waiting'))
          expect(canAllSit(all, [...booked, one])).toBe(false);
        // Who had a place keeps it.
        expect(
          before.filter(({ state }) => state === 'booked').every(({ id }) => booked.some((one) => one.id === id)),
        ).toBe(true);
      }),
      RUNS,
    );
  });

  it('are never overtaken by somebody of their own kind', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const before = standingOf(story);
        const { promoted } = promote(story[0], before, { today: TODAY, isAutomatic: true });
        const late = before.filter(({ id }) => promoted.includes(id));
        const passed = before.filter(
          (one) =>
            one.state === 'waiting' &&
            !promoted.includes(one.id) &&
            late.some(
              ({ audience, seat, number }) => audience === one.audience && seat === one.seat && number > one.number,
            ),
        );
        expect(passed).toEqual([]);
      }),
      RUNS,
    );
  });

  it('are given nothing twice: after it was filled nothing is left to do', () => {
    fc.assert(
      fc.property(stories, fc.boolean(), (story, isAutomatic) => {
        const before = standingOf(story);
        const first = promote(story[0], before, { today: TODAY, isAutomatic });
        const told = after(before, first).map((one) => ({
          ...one,
          toldAt: first.toTell.includes(one.id) ? new Date(1) : first.gone.includes(one.id) ? null : one.toldAt,
        }));
        const again = promote(story[0], told, { today: TODAY, isAutomatic });
        expect(again).toEqual({ promoted: [], sits: [], toTell: [], gone: [], fit: true });
      }),
      RUNS,
    );
  });

  it('are told, shortly before, of what they may take, and each once', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const [all] = story;
        const before = standingOf(story);
        const booked = before.filter(({ state }) => state === 'booked');
        const { promoted, toTell, gone } = promote(all, before, { today: TODAY, isAutomatic: false });
        expect(promoted).toEqual([]);
        for (const one of before.filter(({ state }) => state === 'waiting')) {
          const isFree = canAllSit(all, [...booked, one]);
          expect([one.id, toTell.includes(one.id)]).toEqual([one.id, isFree && one.toldAt === null]);
          expect([one.id, gone.includes(one.id)]).toEqual([one.id, !isFree && one.toldAt !== null]);
        }
      }),
      RUNS,
    );
  });

  it('come after whoever has a place, when those are counted anew', () => {
    const seated = (id: string): StandingBooking => ({
      id,
      audience: 'member',
      seat: 'room',
      state: 'booked',
      number: Number(id),
      poolAudience: null,
      toldAt: null,
    });
    const pool: Pool = { seat: 'room', audience: 'member', places: 2, opensToAllOn: null };
    const late = { ...seated('3'), state: 'waiting' as const };
    const at = { today: TODAY, isAutomatic: true };
    expect(promote([pool], [seated('1'), seated('2'), late], at)).toMatchObject({ promoted: [], fit: true });
    expect(promote([{ ...pool, places: 1 }], [seated('1'), seated('2'), late], at)).toMatchObject({
      promoted: [],
      fit: false,
    });
    expect(promote([], [seated('1'), seated('2'), late], at)).toMatchObject({ promoted: ['3'], fit: true });
  });

  it('sit on the places of their own kind first', () => {
    const kept: Pool[] = [
      { seat: 'room', audience: 'any', places: 1, opensToAllOn: null },
      { seat: 'room', audience: 'member', places: 1, opensToAllOn: null },
    ];
    const one = { id: '1', audience: 'member', seat: 'room', poolAudience: 'any' } as const;
    const seating = new Seating(kept, [one], TODAY);
    expect([seating.hasPlace({ audience: 'officer', seat: 'room' }), seating.settle()]).toEqual([false, true]);
    expect(seating.moved()).toEqual([{ id: '1', poolAudience: 'member' }]);
    expect(seating.take({ id: '2', audience: 'officer', seat: 'room' })).toBe(true);
  });
});
