import fc from 'fast-check';
import { type Bookable, type Booker, isAutomatic, place, placesFor, placesInAll, whyNot } from './place';
import type { StandingBooking } from './promote';

const NOW = new Date('2026-11-22T14:32:00Z');
const TODAY = '2026-11-22';
const session = (more: Partial<Bookable> = {}): Bookable => ({
  state: 'confirmed',
  place: 'Committee room 1',
  onlineUrl: null,
  startsAt: new Date('2026-12-08T09:30:00Z'),
  pools: [],
  event: { bodyId: null },
  ...more,
});
const pool = (audience: 'any' | 'member' | 'officer' | 'partner', places = 2, opensToAllOn: string | null = null) => ({
  seat: 'room' as const,
  audience,
  places,
  taken: 0,
  opensToAllOn,
});
const member: Booker = { audience: 'member', bodies: ['planning'] };
const officer: Booker = { audience: 'officer', bodies: [] };
const partner: Booker = { audience: 'partner', bodies: [] };

describe('a place', () => {
  it.each([
    ['is for everybody while it is confirmed and to come', session(), member, undefined],
    ['is not to be had of what is provisional', session({ state: 'provisional' }), member, 'not bookable'],
    ['nor of what is cancelled', session({ state: 'cancelled' }), member, 'not bookable'],
    ['nor once it has begun', session({ startsAt: NOW }), member, 'begun'],
    [
      'nor in a room when there is none',
      session({ place: null, onlineUrl: 'https://meet.example' }),
      member,
      'no such seat',
    ],
    ['is for a body’s own members', session({ event: { bodyId: 'planning' } }), member, undefined],
    ['and for no others', session({ event: { bodyId: 'licensing' } }), member, 'not for them'],
    [
      'for officers where places are kept for them',
      session({ event: { bodyId: 'x' }, pools: [pool('officer')] }),
      officer,
      undefined,
    ],
    ['and not where none are', session({ event: { bodyId: 'x' }, pools: [pool('any')] }), officer, 'not for them'],
    ['is not for partners when all places are members’', session({ pools: [pool('member')] }), partner, 'not for them'],
    ['unless those open to all some day', session({ pools: [pool('member', 2, '2026-12-01')] }), partner, undefined],
    ['is for partners among anyone', session({ pools: [pool('any')] }), partner, undefined],
  ])('%s', (_, of, who, why) => expect(whyNot(of, who, 'room', NOW)).toBe(why));

  const asks = { audience: 'member', seat: 'room' } as const;
  const one = (number: number, more: Partial<StandingBooking> = {}): StandingBooking => ({
    ...asks,
    id: String(number),
    state: 'booked',
    number,
    poolAudience: 'member',
    toldAt: null,
    ...more,
  });
  const at = { today: TODAY, isAutomatic: true };
  const stateOf = (...given: Parameters<typeof place>) => place(...given).state;

  it('is had while there is one, and then one waits', () => {
    expect(stateOf([pool('member')], [one(1)], asks, at)).toBe('booked');
    expect(stateOf([pool('member')], [one(1), one(2)], asks, at)).toBe('waiting');
    expect(stateOf([], [one(1), one(2)], asks, at)).toBe('booked');
  });

  it('goes to whoever waits first, but shortly before to whoever presses first', () => {
    const waits = [one(1), one(2, { state: 'waiting', poolAudience: null })];
    expect(stateOf([pool('member')], waits, asks, at)).toBe('waiting');
    expect(stateOf([pool('member')], waits, asks, { ...at, isAutomatic: false })).toBe('booked');
    expect(stateOf([pool('any')], waits, { ...asks, audience: 'officer' }, at)).toBe('booked');
  });

  it('is given without asking until 48 hours before', () => {
    const startsIn = (ms: number) => ({ startsAt: new Date(NOW.getTime() + ms) });
    expect([48 * 3_600_000, 48 * 3_600_000 + 1].map((ms) => isAutomatic(startsIn(ms), NOW))).toEqual([false, true]);
  });

  it('is counted among those that one may have', () => {
    const all = [{ ...pool('member', 20), taken: 17 }, pool('officer', 5), { ...pool('any', 3), taken: 3 }];
    expect(placesFor(all, asks, TODAY)).toEqual({ left: 3, of: 23 });
    expect(placesFor(all, { ...asks, audience: 'partner' }, TODAY)).toEqual({ left: 0, of: 3 });
    expect(placesFor(all, { ...asks, seat: 'online' }, TODAY)).toBeUndefined();
  });

  it('is there exactly as long as one is left, whoever comes in whatever order', () => {
    const comers = fc.array(fc.constantFrom('member' as const, 'officer' as const, 'partner' as const), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(comers, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), (all, members, anyone) => {
        const pools = [pool('member', members), pool('any', anyone)];
        const came: StandingBooking[] = [];
        let [own, free] = [members, anyone];
        for (const audience of all) {
          const expected = (audience === 'member' && own > 0) || free > 0 ? 'booked' : 'waiting';
          const { state } = place(pools, came, { audience, seat: 'room' }, at);
          expect(state).toBe(expected);
          const sits = audience === 'member' && own > 0 ? 'member' : 'any';
          if (state === 'booked' && sits === 'member') own--;
          else if (state === 'booked') free--;
          came.push(one(came.length + 1, { audience, state, poolAudience: state === 'booked' ? sits : null }));
        }
      }),
      { numRuns: 200, ...(process.env.SEED && { seed: Number(process.env.SEED) }) },
    );
  });
});

it('has so many places in all as are counted everywhere, and none that is known where somebody may sit uncounted', () => {
  const pool = (seat: 'room' | 'online', places: number) => ({
    seat,
    audience: 'any' as const,
    places,
    opensToAllOn: null,
  });
  const [room, online] = [
    { place: 'Room 1', onlineUrl: null },
    { place: null, onlineUrl: 'https://meet.example/1' },
  ];
  const both = { ...room, onlineUrl: online.onlineUrl };
  expect(placesInAll({ ...room, pools: [pool('room', 3), { ...pool('room', 2), audience: 'member' }] })).toBe(5);
  expect(placesInAll({ ...both, pools: [pool('room', 3), pool('online', 50)] })).toBe(53);
  expect(placesInAll({ ...both, pools: [pool('room', 3)] })).toBeUndefined();
  expect(placesInAll({ ...room, pools: [] })).toBeUndefined();
});
