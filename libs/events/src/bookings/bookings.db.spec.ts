import { randomUUID } from 'node:crypto';
import { BookingTrial } from '../../../../test/support/booking-trial';
import { aBookable, anEvent, aPlan, places } from '../../../../test/support/given-programme';
import { aPerson } from '../../../../test/support/given-person';
import {
  BookingIsCancelled,
  BookingNotFound,
  CannotBeBooked,
  DateIsFull,
  NobodyToBook,
  SessionHasBegun,
} from './booking.errors';

let trial: BookingTrial;
beforeAll(async () => {
  trial = await BookingTrial.begin();
});
beforeEach(() => trial.anew());
afterAll(() => trial?.end());

describe('a booking', () => {
  it('has a place or the end of the list, once, and what is cancelled goes to whoever waits longest', async () => {
    const { id } = await aBookable(trial.programme, trial.officer, { pools: [places(1)] });
    const a = await trial.book(id, 0);
    expect(a).toMatchObject({ state: 'booked', number: 1, ahead: null, seat: 'room', audience: 'member' });
    const b = await trial.book(id, 1);
    expect(b).toMatchObject({ state: 'waiting', number: 2, ahead: 0 });
    expect(await trial.book(id, 2)).toMatchObject({ state: 'waiting', number: 3, ahead: 1 });
    expect(await trial.book(id, 1)).toEqual(b);
    for (const _ of [1, 2]) expect(await trial.cancel(a.id, 0)).toMatchObject({ state: 'cancelled', cancelBy: 'self' });
    expect(await trial.stands(id)).toBe('B booked, C waiting');
    expect(trial.heard).toEqual(['A booked', 'B waiting', 'C waiting', 'A cancelled-by-self', 'B promoted']);
    expect(await trial.book(id, 0)).toMatchObject({ state: 'waiting', number: 4, ahead: 1 });
    expect((await trial.programme.session(id)).pools).toMatchObject([{ taken: 1 }]);
    expect(await trial.shown.ofSession(id)).toMatchObject([
      { name: 'Bob', state: 'booked', promotedAt: trial.clock.now() },
      { name: 'Cat' },
      { name: 'Ann', number: 4 },
      { name: 'Ann', number: 1, state: 'cancelled' },
    ]);
  });

  it('is another’s to nobody, and nobody’s who is not there', async () => {
    const { id } = await aBookable(trial.programme, trial.officer);
    const a = await trial.book(id, 0);
    await expect(trial.cancel(a.id, 1)).rejects.toThrow(BookingNotFound);
    await expect(trial.shown.own(trial.people[1]!, a.id)).rejects.toThrow(BookingNotFound);
    await expect(trial.bookings.move({ bookingId: a.id, toSessionId: id, by: trial.people[1]! })).rejects.toThrow(
      BookingNotFound,
    );
    await expect(trial.bookings.book({ sessionId: id, personId: randomUUID(), by: trial.officer })).rejects.toThrow(
      NobodyToBook,
    );
    expect(await trial.stands(id)).toBe('A booked');
  });

  it('is on record when an officer does it for somebody', async () => {
    const { id } = await aBookable(trial.programme, trial.officer);
    const one = await trial.bookings.book({ sessionId: id, personId: trial.people[0]!, by: trial.officer });
    await trial.bookings.cancel({ bookingId: one.id, by: trial.officer, as: 'officer' });
    await trial.book(id, 1);
    const acts = await trial.source.query<{ action: string }[]>(
      `select action from audit_event where subject_id = $1 and action like 'booking.%' order by id`,
      [id],
    );
    expect(acts.map(({ action }) => action)).toEqual(['booking.made', 'booking.cancelled']);
    expect(trial.heard).toEqual(['A booked', 'A cancelled-by-officer', 'B booked']);
  });

  it('is for whom it is, and not once it has begun', async () => {
    const provisional = await trial.programme.addSession(
      aPlan((await aBookable(trial.programme, trial.officer)).eventId),
      'provisional',
      trial.officer,
    );
    await expect(trial.book(provisional, 0)).rejects.toThrow(CannotBeBooked);
    const { id } = await aBookable(trial.programme, trial.officer, { pools: [places(3, 'officer')] });
    await expect(trial.book(id, 0)).rejects.toMatchObject({ why: 'not for them' });
    const own = await trial.bookings.book({ sessionId: id, personId: trial.officer, by: trial.officer });
    expect(own).toMatchObject({ state: 'booked', audience: 'officer' });
    trial.clock.set('2027-01-12T09:30:00Z');
    await expect(trial.bookings.cancel({ bookingId: own.id, by: trial.officer, as: 'self' })).rejects.toThrow(
      SessionHasBegun,
    );
    await expect(
      trial.bookings.book({ sessionId: id, personId: trial.people[0]!, by: trial.officer }),
    ).rejects.toMatchObject({
      why: 'begun',
    });
  });

  it('takes another seat when there is one, and stays when there is none', async () => {
    const { id } = await aBookable(trial.programme, trial.officer, {
      pools: [places(1)],
      onlineUrl: 'https://meet.example/x',
    });
    await trial.book(id, 0);
    await trial.book(id, 1);
    expect(await trial.book(id, 1, { seat: 'online' })).toMatchObject({ state: 'booked', seat: 'online', number: 2 });
    expect(await trial.book(id, 1, { seat: 'room' })).toMatchObject({ state: 'booked', seat: 'online' });
    await trial.book(id, 2, { seat: 'room' });
    expect(await trial.book(id, 0, { seat: 'online' })).toMatchObject({ state: 'booked', seat: 'online' });
    expect(await trial.stands(id)).toBe('A booked, B booked, C booked');
    const { rows } = await trial.shown.ofPerson(trial.people[1]!, { show: 'coming', page: 1, per: 50 });
    expect(rows.find(({ sessionId }) => sessionId === id)?.session.onlineUrl).toBe('https://meet.example/x');
  });

  it('of a guest takes what is for partners', async () => {
    const [partner, guest] = [randomUUID(), randomUUID()];
    await trial.source.query(
      `insert into partner (id, name, contact, recorded_at) values ($1, 'Wells City Council', '', now())`,
      [partner],
    );
    await trial.source.query(
      `insert into guest (id, partner_id, name, email, added_at) values ($1, $2, 'Gwen', 'gwen@wells.example', now())`,
      [guest, partner],
    );
    const { id } = await aBookable(trial.programme, trial.officer, {
      pools: [places(1, 'partner'), places(1, 'member')],
    });
    for (const _ of [1, 2])
      expect(await trial.bookings.bookGuest({ sessionId: id, guestId: guest, by: trial.officer })).toMatchObject({
        state: 'booked',
        audience: 'partner',
      });
    expect(await trial.shown.ofSession(id)).toMatchObject([
      { name: 'Gwen', email: 'gwen@wells.example', partner: 'Wells City Council' },
    ]);
  });
});

describe('another date', () => {
  it('has a place, or one keeps the place one has', async () => {
    const { id, eventId } = await aBookable(trial.programme, trial.officer, { pools: [places(1)] });
    const other = await aBookable(trial.programme, trial.officer, { eventId, pools: [places(1)] });
    const a = await trial.book(id, 0);
    await trial.book(id, 1);
    const there = await trial.book(other.id, 2);
    const move = () => trial.bookings.move({ bookingId: a.id, toSessionId: other.id, by: trial.people[0]! });
    await expect(move()).rejects.toThrow(DateIsFull);
    expect([await trial.stands(id), await trial.stands(other.id)]).toEqual(['A booked, B waiting', 'C booked']);
    await trial.cancel(there.id, 2);
    trial.heard = [];
    const moved = await move();
    expect(moved).toMatchObject({ sessionId: other.id, state: 'booked', number: 2 });
    expect(await move()).toEqual(moved);
    expect([await trial.stands(id), await trial.stands(other.id)]).toEqual(['B booked', 'A booked']);
    expect(trial.heard).toEqual(['A moved-away', 'B promoted', 'A moved']);
    await trial.cancel(moved.id, 0);
    await expect(move()).rejects.toThrow(BookingIsCancelled);
  });
});

describe('shortly before it begins', () => {
  it('tells all who wait that a place is free, and the first press has it', async () => {
    const { id } = await aBookable(trial.programme, trial.officer, { pools: [places(1)] });
    const a = await trial.book(id, 0);
    await trial.book(id, 1);
    await trial.book(id, 2);
    trial.clock.set('2027-01-10T09:30:00Z');
    await trial.cancel(a.id, 0);
    expect(await trial.stands(id)).toBe('B waiting, C waiting');
    trial.heard = trial.heard.slice(4);
    expect(trial.heard).toEqual(['B a-place-is-free', 'C a-place-is-free']);
    await trial.sweeps();
    expect(await trial.book(id, 2)).toMatchObject({ state: 'booked', promotedAt: trial.clock.now() });
    expect(await trial.book(id, 1)).toMatchObject({ state: 'waiting', ahead: 0 });
    expect(trial.heard.slice(2)).toEqual(['C taken']);
    const [c] = await trial.shown.ofSession(id);
    await trial.bookings.cancel({ bookingId: c!.id, by: trial.officer, as: 'officer' });
    expect(trial.heard.slice(3)).toEqual(['C cancelled-by-officer', 'B a-place-is-free']);
  });
});

describe('what becomes free by itself', () => {
  it('is found by whoever looks each minute', async () => {
    const kept = { ...places(1, 'officer'), opensToAllOn: '2026-12-01' };
    const { id } = await aBookable(trial.programme, trial.officer, { pools: [places(1, 'member'), kept] });
    await trial.book(id, 0);
    await trial.book(id, 1);
    await trial.sweeps();
    expect(await trial.stands(id)).toBe('A booked, B waiting');
    trial.clock.set('2026-12-01T00:00:30Z');
    await trial.sweeps();
    expect(await trial.stands(id)).toBe('A booked, B booked');
    expect(await trial.sweeps()).toBe(0);
  });

  it('is the place of whoever has left, and nobody who has left is given one', async () => {
    const { id } = await aBookable(trial.programme, trial.officer, { pools: [places(1)] });
    const [has, waits] = [await aPerson(trial.source), await aPerson(trial.source)];
    const left = await Promise.all(
      [has, waits].map((personId) => trial.bookings.book({ sessionId: id, personId, by: personId })),
    );
    await trial.book(id, 0);
    await trial.source.query('update person set deactivated_at = now() where id = any($1)', [[has, waits]]);
    trial.heard = [];
    await trial.sweeps();
    expect(await trial.stands(id)).toBe('A booked');
    expect(trial.heard.toSorted()).toEqual(['A promoted', 'guest cancelled-by-officer', 'guest cancelled-by-officer']);
    const gone = (await trial.shown.ofSession(id)).filter(({ state }) => state === 'cancelled');
    expect(gone.map((one) => one.id).toSorted()).toEqual(left.map((one) => one.id).toSorted());
    expect(await trial.sweeps()).toBe(0);
  });
});

describe('whoever has left the council while they waited', () => {
  it('is given no place, not for a minute, and nobody is asked to give it back', async () => {
    const { id } = await aBookable(trial.programme, trial.officer, { pools: [places(1)] });
    const a = await trial.book(id, 0);
    const gone = await aPerson(trial.source);
    await trial.bookings.book({ sessionId: id, personId: gone, by: gone });
    await trial.book(id, 1);
    await trial.source.query('update person set deactivated_at = now() where id = $1', [gone]);
    trial.heard = [];
    await trial.cancel(a.id, 0);
    expect(await trial.stands(id)).toBe('B booked');
    expect(trial.heard).toEqual(['A cancelled-by-self', 'guest cancelled-by-officer', 'B promoted']);
  });
});

describe('a talk with one person at a time', () => {
  it('is one of an event’s: another is had by moving, from whichever process and however often it is pressed', async () => {
    const eventId = await trial.programme.addEvent(anEvent('A talk', { kind: 'one-to-one' }), trial.officer);
    const talks = await Promise.all(
      ['09:00', '10:00', '11:00'].map((from) =>
        trial.programme.addSession(
          aPlan(eventId, {
            parts: [{ on: '2027-01-12', from, to: `${from.slice(0, 2)}:20`, topics: [] }],
            pools: [places(1)],
          }),
          'confirmed',
          trial.officer,
        ),
      ),
    );
    const pressed = await Promise.allSettled(talks.map((id) => trial.book(id, 0)));
    const had = pressed.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(had).toHaveLength(1);
    const refused = pressed.flatMap((one) => (one.status === 'rejected' ? [one.reason as CannotBeBooked] : []));
    expect(refused.map(({ why }) => why)).toEqual(['has another', 'has another']);
    const other = talks.find((id) => id !== had[0]!.sessionId)!;
    await expect(
      trial.bookings.book({ sessionId: other, personId: trial.people[0]!, by: trial.officer }),
    ).rejects.toThrow(CannotBeBooked);
    const moved = await trial.bookings.move({ bookingId: had[0]!.id, toSessionId: other, by: trial.people[0]! });
    expect(moved).toMatchObject({ state: 'booked', sessionId: other });
    expect(await trial.book(other, 0)).toMatchObject({ id: moved.id });
    const third = talks.find((id) => id !== other)!;
    await trial.book(third, 1);
    await expect(
      trial.bookings.move({ bookingId: moved.id, toSessionId: third, by: trial.people[0]! }),
    ).rejects.toMatchObject({
      remedy: 'Choose another time.',
    });
    await trial.bookings.cancel({ bookingId: (await trial.book(third, 1)).id, by: trial.people[1]!, as: 'self' });
    await trial.cancel(moved.id, 0);
    expect(await trial.book(talks[0]!, 0)).toMatchObject({ state: 'booked' });
  });
});
