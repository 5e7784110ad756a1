import { BookingTrial } from '../../../../test/support/booking-trial';
import { aBookable, places } from '../../../../test/support/given-programme';
import { dice } from '../../../../test/support/random-history';
import { BookingIsCancelled, DateIsFull } from './booking.errors';

let trial: BookingTrial;
beforeAll(async () => {
  trial = await BookingTrial.begin();
});
beforeEach(() => trial.anew());
afterAll(() => trial?.end());

describe('a storm', () => {
  it('sells the last places once, in the order of the list, and each that is given back to exactly one', async () => {
    const { id } = await aBookable(trial.programme, trial.officer, { pools: [places(3)] });
    const all = await Promise.all([...trial.people.keys(), ...trial.people.keys()].map((at) => trial.book(id, at)));
    const numbers = [...new Set(all.map(({ number }) => number))].toSorted((a, b) => a - b);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(all.every(({ number, state }) => (state === 'booked') === number <= 3)).toBe(true);
    const placed = (await trial.shown.ofSession(id)).slice(0, 2);
    trial.heard = [];
    await Promise.all(
      [...placed, ...placed].map(({ id: bookingId }) =>
        trial.either().cancel({ bookingId, by: trial.officer, as: 'officer' }),
      ),
    );
    expect(trial.heard.filter((one) => one.endsWith('promoted'))).toHaveLength(2);
    const now = (await trial.shown.ofSession(id)).filter(({ state }) => state === 'booked');
    expect(now.map(({ number }) => number)).toEqual([3, 4, 5]);
  });

  it('of books, moves and cancels loses nobody’s place', async () => {
    const roll = dice(Number(process.env.SEED ?? 1));
    const { id, eventId } = await aBookable(trial.programme, trial.officer, {
      pools: [places(2, 'member'), places(1)],
    });
    const other = await aBookable(trial.programme, trial.officer, { eventId, pools: [places(2)] });
    const sessions = [id, other.id];
    const act = async () => {
      const at = roll.below(trial.people.length);
      const mine = (await trial.shown.ofPerson(trial.people[at]!, { show: 'coming', page: 1, per: 100 })).rows.filter(
        (one) => sessions.includes(one.sessionId),
      );
      if (mine.length === 0 || roll.chance(40)) return trial.book(roll.oneOf(sessions), at);
      const { id: bookingId } = roll.oneOf(mine);
      if (roll.chance(50)) return trial.cancel(bookingId, at);
      return trial.either().move({ bookingId, toSessionId: roll.oneOf(sessions), by: trial.people[at]! });
    };
    const done = await Promise.allSettled(Array.from({ length: 60 }, act));
    const unexpected = done.flatMap((one) =>
      one.status === 'rejected' && !(one.reason instanceof DateIsFull || one.reason instanceof BookingIsCancelled)
        ? [one.reason as unknown]
        : [],
    );
    expect(unexpected).toEqual([]);
    for (const [session, many] of [
      [id, 3],
      [other.id, 2],
    ] as const) {
      const all = await trial.shown.ofSession(session);
      const [booked, waiting] = ['booked', 'waiting'].map((state) => all.filter((one) => one.state === state));
      const { pools } = await trial.programme.session(session);
      expect(pools.reduce((sum, { taken }) => sum + taken, 0)).toBe(booked!.length);
      expect(booked!.length === many || waiting!.length === 0).toBe(true);
      expect(all.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(all.map((_, nth) => nth + 1));
    }
  });
});

describe('the database', () => {
  it('lets nobody but bookings count what is taken, and nobody oversell', async () => {
    const { id } = await aBookable(trial.programme, trial.officer, { pools: [places(1)] });
    await expect(trial.source.query('update session_pool set taken = 1 where session_id = $1', [id])).rejects.toThrow(
      'bookings count what is taken',
    );
    await trial.book(id, 0);
    await trial.book(id, 1);
    const over = `update booking set state = 'booked', pool_audience = 'any' where session_id = $1 and state = 'waiting'`;
    await expect(trial.source.query(over, [id])).rejects.toThrow('session_pool_check');
  });
});
