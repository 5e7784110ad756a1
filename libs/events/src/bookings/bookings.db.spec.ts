import { randomUUID } from 'node:crypto';
import { Test, type TestingModule } from '@nestjs/testing';
import { Announcements, PlatformModule } from '@induct/platform';
import { dice } from '../../../../test/support/random-history';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { aBookable, anEvent, aPlan, places } from '../../../../test/support/given-booking';
import { aPerson } from '../../../../test/support/given-person';
import { EventsModule } from '../events.module';
import { PlacesAreTaken } from '../programme/programme.errors';
import { Programme } from '../programme/programme.service';
import { BookingWorkModule } from './booking-work.module';
import { BookingSweeper } from './booking-sweeper';
import {
  BookingIsCancelled,
  BookingNotFound,
  CannotBeBooked,
  DateIsFull,
  NobodyToBook,
  SessionHasBegun,
} from './booking.errors';
import { BookingChanged } from './booking.events';
import { Bookings } from './bookings.service';

const NOW = '2026-11-22T14:32:00Z';

let database: TestDatabase;
let parts: TestingModule;
let programme: Programme;
let bookings: Bookings;
/** Of another process: nothing but the database keeps the two apart. */
let elsewhere: TestingModule;
let officer: string;
let people: string[];
const clock = new FixedClock();
let heard: string[] = [];
const names = new Map<string, string>();

beforeAll(async () => {
  database = await cloneDatabase();
  const platform = PlatformModule.with(testConfig(database.url), database.source, { clock });
  parts = await Test.createTestingModule({ imports: [platform, EventsModule, BookingWorkModule] }).compile();
  await parts.init();
  elsewhere = await Test.createTestingModule({ imports: [platform, EventsModule] }).compile();
  await elsewhere.init();
  programme = parts.get(Programme);
  bookings = parts.get(Bookings);
  officer = await aPerson(database.source, { name: 'Olive', roles: ['officer'] });
  people = [];
  for (const name of ['Ann', 'Bob', 'Cat', 'Dan', 'Eve', 'Fay', 'Gus', 'Hal'])
    people.push(await aPerson(database.source, { name }));
  names.set(officer, 'Olive');
  for (const [at, id] of people.entries()) names.set(id, 'ABCDEFGH'[at]!);
  for (const one of [parts, elsewhere])
    one.get(Announcements).on(BookingChanged, async (tx, { bookingId, what }) => {
      const [row] = await tx.query<{ personId: string }[]>(
        'select person_id as "personId" from booking where id = $1',
        [bookingId],
      );
      heard.push(`${names.get(row!.personId) ?? 'guest'} ${what}`);
    });
});
afterAll(async () => {
  await elsewhere?.close();
  await parts?.close();
  await database?.drop();
});
beforeEach(() => {
  clock.set(NOW);
  heard = [];
});

let turn = 0;
/** The one process and the other, in turn. */
const either = () => [parts, elsewhere][turn++ % 2]!.get(Bookings);
const book = (sessionId: string, at: number, more: { seat?: 'room' | 'online' } = {}) =>
  either().book({ sessionId, personId: people[at]!, by: people[at]!, ...more });
const aPersonBooks = (sessionId: string, personId: string) => bookings.book({ sessionId, personId, by: personId });
const cancel = (bookingId: string, at: number) => either().cancel({ bookingId, by: people[at]!, as: 'self' });
const revisionOf = async (id: string) => (await programme.session(id)).revision;
/** `A booked, B waiting`. */
const stands = async (sessionId: string) =>
  (await bookings.ofSession(sessionId))
    .filter(({ state }) => state !== 'cancelled')
    .map(({ personId, state }) => `${names.get(personId!) ?? 'guest'} ${state}`)
    .join(', ');

describe('a booking', () => {
  it('has a place or the end of the list, once, and what is cancelled goes to whoever waits longest', async () => {
    const { id } = await aBookable(programme, officer, { pools: [places(1)] });
    const a = await book(id, 0);
    expect(a).toMatchObject({ state: 'booked', number: 1, ahead: null, seat: 'room', audience: 'member' });
    const b = await book(id, 1);
    expect(b).toMatchObject({ state: 'waiting', number: 2, ahead: 0 });
    expect(await book(id, 2)).toMatchObject({ state: 'waiting', number: 3, ahead: 1 });
    expect(await book(id, 1)).toEqual(b);
    for (const _ of [1, 2]) expect(await cancel(a.id, 0)).toMatchObject({ state: 'cancelled', cancelBy: 'self' });
    expect(await stands(id)).toBe('B booked, C waiting');
    expect(heard).toEqual(['A booked', 'B waiting', 'C waiting', 'A cancelled-by-self', 'B promoted']);
    expect(await book(id, 0)).toMatchObject({ state: 'waiting', number: 4, ahead: 1 });
    expect((await programme.session(id)).pools).toMatchObject([{ taken: 1 }]);
    expect(await bookings.ofSession(id)).toMatchObject([
      { name: 'Bob', state: 'booked', promotedAt: clock.now() },
      { name: 'Cat' },
      { name: 'Ann', number: 4 },
      { name: 'Ann', number: 1, state: 'cancelled' },
    ]);
  });

  it('is another’s to nobody, and nobody’s who is not there', async () => {
    const { id } = await aBookable(programme, officer);
    const a = await book(id, 0);
    await expect(cancel(a.id, 1)).rejects.toThrow(BookingNotFound);
    await expect(bookings.own(people[1]!, a.id)).rejects.toThrow(BookingNotFound);
    await expect(bookings.move({ bookingId: a.id, toSessionId: id, by: people[1]! })).rejects.toThrow(BookingNotFound);
    await expect(bookings.book({ sessionId: id, personId: randomUUID(), by: officer })).rejects.toThrow(NobodyToBook);
    expect(await stands(id)).toBe('A booked');
  });

  it('is on record when an officer does it for somebody', async () => {
    const { id } = await aBookable(programme, officer);
    const one = await bookings.book({ sessionId: id, personId: people[0]!, by: officer });
    await bookings.cancel({ bookingId: one.id, by: officer, as: 'officer' });
    await book(id, 1);
    const acts = await database.source.query<{ action: string }[]>(
      `select action from audit_event where subject_id = $1 and action like 'booking.%' order by id`,
      [id],
    );
    expect(acts.map(({ action }) => action)).toEqual(['booking.made', 'booking.cancelled']);
    expect(heard).toEqual(['A booked', 'A cancelled-by-officer', 'B booked']);
  });

  it('is for whom it is, and not once it has begun', async () => {
    const provisional = await programme.addSession(
      aPlan((await aBookable(programme, officer)).eventId),
      'provisional',
      officer,
    );
    await expect(book(provisional, 0)).rejects.toThrow(CannotBeBooked);
    const { id } = await aBookable(programme, officer, { pools: [places(3, 'officer')] });
    await expect(book(id, 0)).rejects.toMatchObject({ why: 'not for them' });
    const own = await bookings.book({ sessionId: id, personId: officer, by: officer });
    expect(own).toMatchObject({ state: 'booked', audience: 'officer' });
    clock.set('2027-01-12T09:30:00Z');
    await expect(bookings.cancel({ bookingId: own.id, by: officer, as: 'self' })).rejects.toThrow(SessionHasBegun);
    await expect(bookings.book({ sessionId: id, personId: people[0]!, by: officer })).rejects.toMatchObject({
      why: 'begun',
    });
  });

  it('takes another seat when there is one, and stays when there is none', async () => {
    const { id } = await aBookable(programme, officer, { pools: [places(1)], onlineUrl: 'https://meet.example/x' });
    await book(id, 0);
    await book(id, 1);
    expect(await book(id, 1, { seat: 'online' })).toMatchObject({ state: 'booked', seat: 'online', number: 2 });
    expect(await book(id, 1, { seat: 'room' })).toMatchObject({ state: 'booked', seat: 'online' });
    await book(id, 2, { seat: 'room' });
    expect(await book(id, 0, { seat: 'online' })).toMatchObject({ state: 'booked', seat: 'online' });
    expect(await stands(id)).toBe('A booked, B booked, C booked');
    const { rows } = await bookings.ofPerson(people[1]!, { show: 'coming', page: 1, per: 50 });
    expect(rows.find(({ sessionId }) => sessionId === id)?.session.onlineUrl).toBe('https://meet.example/x');
  });

  it('of a guest takes what is for partners', async () => {
    const [partner, guest] = [randomUUID(), randomUUID()];
    await database.source.query(
      `insert into partner (id, name, contact, recorded_at) values ($1, 'Wells City Council', '', now())`,
      [partner],
    );
    await database.source.query(
      `insert into guest (id, partner_id, name, email, added_at) values ($1, $2, 'Gwen', 'gwen@wells.example', now())`,
      [guest, partner],
    );
    const { id } = await aBookable(programme, officer, { pools: [places(1, 'partner'), places(1, 'member')] });
    for (const _ of [1, 2])
      expect(await bookings.bookGuest({ sessionId: id, guestId: guest, by: officer })).toMatchObject({
        state: 'booked',
        audience: 'partner',
      });
    expect(await bookings.ofSession(id)).toMatchObject([
      { name: 'Gwen', email: 'gwen@wells.example', partner: 'Wells City Council' },
    ]);
  });
});

describe('another date', () => {
  it('has a place, or one keeps the place one has', async () => {
    const { id, eventId } = await aBookable(programme, officer, { pools: [places(1)] });
    const other = await aBookable(programme, officer, { eventId, pools: [places(1)] });
    const a = await book(id, 0);
    await book(id, 1);
    const there = await book(other.id, 2);
    const move = () => bookings.move({ bookingId: a.id, toSessionId: other.id, by: people[0]! });
    await expect(move()).rejects.toThrow(DateIsFull);
    expect([await stands(id), await stands(other.id)]).toEqual(['A booked, B waiting', 'C booked']);
    await cancel(there.id, 2);
    heard = [];
    const moved = await move();
    expect(moved).toMatchObject({ sessionId: other.id, state: 'booked', number: 2 });
    expect(await move()).toEqual(moved);
    expect([await stands(id), await stands(other.id)]).toEqual(['B booked', 'A booked']);
    expect(heard).toEqual(['A moved-away', 'B promoted', 'A moved']);
    await cancel(moved.id, 0);
    await expect(move()).rejects.toThrow(BookingIsCancelled);
  });
});

describe('shortly before it begins', () => {
  it('tells all who wait that a place is free, and the first press has it', async () => {
    const { id } = await aBookable(programme, officer, { pools: [places(1)] });
    const a = await book(id, 0);
    await book(id, 1);
    await book(id, 2);
    clock.set('2027-01-10T09:30:00Z');
    await cancel(a.id, 0);
    expect(await stands(id)).toBe('B waiting, C waiting');
    heard = heard.slice(4);
    expect(heard).toEqual(['B a-place-is-free', 'C a-place-is-free']);
    await parts.get(BookingSweeper).work();
    expect(await book(id, 2)).toMatchObject({ state: 'booked', promotedAt: clock.now() });
    expect(await book(id, 1)).toMatchObject({ state: 'waiting', ahead: 0 });
    expect(heard.slice(2)).toEqual(['C promoted']);
    const [c] = await bookings.ofSession(id);
    await bookings.cancel({ bookingId: c!.id, by: officer, as: 'officer' });
    expect(heard.slice(3)).toEqual(['C cancelled-by-officer', 'B a-place-is-free']);
  });
});

describe('what becomes free by itself', () => {
  it('is found by whoever looks each minute', async () => {
    const kept = { ...places(1, 'officer'), opensToAllOn: '2026-12-01' };
    const { id } = await aBookable(programme, officer, { pools: [places(1, 'member'), kept] });
    await book(id, 0);
    await book(id, 1);
    await parts.get(BookingSweeper).work();
    expect(await stands(id)).toBe('A booked, B waiting');
    clock.set('2026-12-01T00:00:30Z');
    await parts.get(BookingSweeper).work();
    expect(await stands(id)).toBe('A booked, B booked');
    expect(await parts.get(BookingSweeper).work()).toBe(0);
  });

  it('is the place of whoever has left, and nobody who has left is given one', async () => {
    const { id } = await aBookable(programme, officer, { pools: [places(1)] });
    const [has, waits] = [await aPerson(database.source), await aPerson(database.source)];
    const left = await Promise.all([has, waits].map((personId) => aPersonBooks(id, personId)));
    await book(id, 0);
    await database.source.query('update person set deactivated_at = now() where id = any($1)', [[has, waits]]);
    heard = [];
    await parts.get(BookingSweeper).work();
    expect(await stands(id)).toBe('A booked');
    expect(heard.toSorted()).toEqual(['A promoted', 'guest cancelled-by-officer', 'guest cancelled-by-officer']);
    const gone = (await bookings.ofSession(id)).filter(({ state }) => state === 'cancelled');
    expect(gone.map((one) => one.id).toSorted()).toEqual(left.map((one) => one.id).toSorted());
    expect(await parts.get(BookingSweeper).work()).toBe(0);
  });
});

describe('a talk with one person at a time', () => {
  it('is one of an event’s: another is had by moving, from whichever process and however often it is pressed', async () => {
    const eventId = await programme.addEvent(anEvent('A talk', { kind: 'one-to-one' }), officer);
    const talks = await Promise.all(
      ['09:00', '10:00', '11:00'].map((from) =>
        programme.addSession(
          aPlan(eventId, {
            parts: [{ on: '2027-01-12', from, to: `${from.slice(0, 2)}:20`, topics: [] }],
            pools: [places(1)],
          }),
          'confirmed',
          officer,
        ),
      ),
    );
    const pressed = await Promise.allSettled(talks.map((id) => book(id, 0)));
    const had = pressed.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(had).toHaveLength(1);
    const refused = pressed.flatMap((one) => (one.status === 'rejected' ? [one.reason as CannotBeBooked] : []));
    expect(refused.map(({ why }) => why)).toEqual(['has another', 'has another']);
    const other = talks.find((id) => id !== had[0]!.sessionId)!;
    await expect(bookings.book({ sessionId: other, personId: people[0]!, by: officer })).rejects.toThrow(
      CannotBeBooked,
    );
    const moved = await bookings.move({ bookingId: had[0]!.id, toSessionId: other, by: people[0]! });
    expect(moved).toMatchObject({ state: 'booked', sessionId: other });
    expect(await book(other, 0)).toMatchObject({ id: moved.id });
    const third = talks.find((id) => id !== other)!;
    await book(third, 1);
    await expect(bookings.move({ bookingId: moved.id, toSessionId: third, by: people[0]! })).rejects.toMatchObject({
      remedy: 'Choose another time.',
    });
    await bookings.cancel({ bookingId: (await book(third, 1)).id, by: people[1]!, as: 'self' });
    await cancel(moved.id, 0);
    expect(await book(talks[0]!, 0)).toMatchObject({ state: 'booked' });
  });
});

describe('what is changed at the desk', () => {
  const change = async (id: string, eventId: string, more: Parameters<typeof aPlan>[1]) =>
    programme.changeSession(id, aPlan(eventId, more), await revisionOf(id), officer);

  it('gives more places to whoever waits, and takes none away', async () => {
    const { id, eventId } = await aBookable(programme, officer, { pools: [places(1)] });
    for (const at of [0, 1, 2]) await book(id, at);
    await change(id, eventId, { pools: [places(2)] });
    expect(await stands(id)).toBe('A booked, B booked, C waiting');
    await change(id, eventId, { pools: [places(1, 'member'), places(1)] });
    expect((await programme.session(id)).pools.map(({ audience, taken }) => [audience, taken])).toEqual([
      ['any', 1],
      ['member', 1],
    ]);
    await expect(change(id, eventId, { pools: [places(1)] })).rejects.toThrow(PlacesAreTaken);
    await expect(change(id, eventId, { pools: [places(9, 'officer')] })).rejects.toThrow(PlacesAreTaken);
    await change(id, eventId, { pools: [] });
    expect(await stands(id)).toBe('A booked, B booked, C booked');
    await change(id, eventId, { pools: [places(3)] });
    expect((await programme.session(id)).pools).toMatchObject([{ taken: 3 }]);
  });

  it('is told to those who come, once an act', async () => {
    const { id, eventId } = await aBookable(programme, officer, { pools: [places(1)] });
    await book(id, 0);
    await book(id, 1);
    heard = [];
    await change(id, eventId, {
      place: 'The chamber',
      pools: [places(1)],
      parts: [{ on: '2027-01-13', from: '09:30', to: '12:00', topics: [] }],
    });
    expect(heard).toEqual(['A session-changed', 'B session-changed']);
    await change(id, eventId, {
      place: 'The chamber',
      pools: [places(1)],
      note: 'Coffee',
      parts: [{ on: '2027-01-13', from: '09:30', to: '12:00', topics: ['conduct'] }],
    });
    expect(heard).toHaveLength(2);
    const { title, ...event } = anEvent('Conduct anew');
    await programme.changeEvent(eventId, { ...event, title }, officer);
    expect(heard.slice(2)).toEqual(['A session-changed', 'B session-changed']);
  });

  it('sits those who came to a room online when there is no room any more', async () => {
    const { id, eventId } = await aBookable(programme, officer, { pools: [places(2)] });
    await book(id, 0);
    await change(id, eventId, { place: null, onlineUrl: 'https://meet.example/x' });
    expect(await bookings.ofSession(id)).toMatchObject([{ seat: 'online', state: 'booked' }]);
  });

  it('is nobody’s place when it is cancelled', async () => {
    const { id } = await aBookable(programme, officer, { pools: [places(1)] });
    await book(id, 0);
    await book(id, 1);
    heard = [];
    await programme.setState(id, 'cancelled', { by: officer, revision: 1, reason: 'Snow' });
    expect(heard).toEqual(['A cancelled-by-council', 'B cancelled-by-council']);
    expect(await stands(id)).toBe('');
    expect((await programme.session(id)).pools).toMatchObject([{ taken: 0 }]);
    const { rows, total } = await bookings.ofPerson(people[0]!, { show: 'cancelled', page: 1, per: 50 });
    expect(rows.find(({ sessionId }) => sessionId === id)!.session.cancelReason).toBe('Snow');
    expect(total).toBe(rows.length);
  });

  it('is a date that people ask for when it is put off', async () => {
    const { id, eventId } = await aBookable(programme, officer, { pools: [places(1)] });
    await book(id, 0);
    await book(id, 1);
    await bookings.interested(eventId, people[1]!);
    heard = [];
    await programme.setState(id, 'provisional', { by: officer, revision: 1 });
    expect(heard).toEqual(['A cancelled-by-council', 'B cancelled-by-council']);
    const asked = () =>
      database.source.query<{ personId: string }[]>(
        'select person_id as "personId" from interest where event_id = $1',
        [eventId],
      );
    expect((await asked()).map(({ personId }) => names.get(personId))).toEqual(expect.arrayContaining(['A', 'B']));
    await bookings.notInterested(eventId, people[1]!);
    expect(await asked()).toHaveLength(1);
  });
});

describe('the database', () => {
  it('lets nobody but bookings count what is taken, and nobody oversell', async () => {
    const { id } = await aBookable(programme, officer, { pools: [places(1)] });
    await expect(
      database.source.query('update session_pool set taken = 1 where session_id = $1', [id]),
    ).rejects.toThrow('bookings count what is taken');
    await book(id, 0);
    await book(id, 1);
    const over = `update booking set state = 'booked', pool_audience = 'any' where session_id = $1 and state = 'waiting'`;
    await expect(database.source.query(over, [id])).rejects.toThrow('session_pool_check');
  });
});

describe('a storm', () => {
  it('sells the last places once, in the order of the list, and each that is given back to exactly one', async () => {
    const { id } = await aBookable(programme, officer, { pools: [places(3)] });
    const all = await Promise.all([...people.keys(), ...people.keys()].map((at) => book(id, at)));
    const numbers = [...new Set(all.map(({ number }) => number))].toSorted((a, b) => a - b);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(all.every(({ number, state }) => (state === 'booked') === number <= 3)).toBe(true);
    const placed = (await bookings.ofSession(id)).slice(0, 2);
    heard = [];
    await Promise.all(
      [...placed, ...placed].map(({ id: bookingId }) => either().cancel({ bookingId, by: officer, as: 'officer' })),
    );
    expect(heard.filter((one) => one.endsWith('promoted'))).toHaveLength(2);
    const now = (await bookings.ofSession(id)).filter(({ state }) => state === 'booked');
    expect(now.map(({ number }) => number)).toEqual([3, 4, 5]);
  });

  it('of books, moves and cancels loses nobody’s place', async () => {
    const roll = dice(Number(process.env.SEED ?? 1));
    const { id, eventId } = await aBookable(programme, officer, { pools: [places(2, 'member'), places(1)] });
    const other = await aBookable(programme, officer, { eventId, pools: [places(2)] });
    const sessions = [id, other.id];
    const act = async () => {
      const at = roll.below(people.length);
      const mine = (await bookings.ofPerson(people[at]!, { show: 'coming', page: 1, per: 100 })).rows.filter((one) =>
        sessions.includes(one.sessionId),
      );
      if (mine.length === 0 || roll.chance(40)) return book(roll.oneOf(sessions), at);
      const { id: bookingId } = roll.oneOf(mine);
      if (roll.chance(50)) return cancel(bookingId, at);
      return either().move({ bookingId, toSessionId: roll.oneOf(sessions), by: people[at]! });
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
      const all = await bookings.ofSession(session);
      const [booked, waiting] = ['booked', 'waiting'].map((state) => all.filter((one) => one.state === state));
      const { pools } = await programme.session(session);
      expect(pools.reduce((sum, { taken }) => sum + taken, 0)).toBe(booked!.length);
      expect(booked!.length === many || waiting!.length === 0).toBe(true);
      expect(all.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(all.map((_, nth) => nth + 1));
    }
  });
});
