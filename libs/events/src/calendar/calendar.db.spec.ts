import {
  BookingLettersTrial,
  cancelled,
  guildhall,
  inCalendar,
  morning,
  sent,
} from '../../../../test/support/booking-letters-trial';
import { aPerson } from '../../../../test/support/given-person';
import { Bookings } from '../bookings/bookings.service';
import { Programme } from '../programme/programme.service';
import { CalendarFeeds } from './calendar-feeds.service';
import { NoFeedYet } from './calendar.errors';

describe('calendars of bookings', () => {
  let trial: BookingLettersTrial;
  beforeAll(async () => {
    trial = await BookingLettersTrial.begin();
  });
  beforeEach(() => trial.anew());
  afterAll(() => trial?.end());

  it('change what a calendar has, and only when it is other than that', async () => {
    const session = await trial.aSession({ parts: [morning('2026-12-08'), morning('2026-12-15')] });
    const who = await aPerson(trial.source);
    const id = await trial.book(session, { who });
    await trial.becomes(id, 'session-changed');
    expect(await trial.lettersTo(who)).toHaveLength(2);
    trial.clock.advance(1000);
    await trial.change(session, { parts: [morning('2026-12-15')] });
    await trial.becomes(id, 'session-changed');
    const changed = (await trial.lettersTo(who)).slice(2);
    expect(changed.map((one) => [one.subject, ...sent(one)])).toEqual([
      [
        'Changed: A morning on conduct',
        'CANCEL',
        `${id}-1@localhost:3000`,
        1,
        '2026-12-08T09:30:00',
        'The Guildhall',
        'CANCELLED',
      ],
      [
        'For your calendar: A morning on conduct',
        'REQUEST',
        `${id}-2@localhost:3000`,
        1,
        '2026-12-15T09:30:00',
        'The Guildhall',
        'CONFIRMED',
      ],
    ]);
    trial.clock.advance(1000);
    await trial
      .of(Programme)
      .setState(session, 'cancelled', { by: trial.officer, revision: 2, reason: 'The speaker is ill.' });
    for (const _ of [1, 2]) await trial.becomes(id, 'cancelled-by-council', cancelled('council'));
    const [ended, ...more] = (await trial.lettersTo(who)).slice(4);
    expect([ended!.subject, more, ...sent(ended!).slice(0, 3)]).toEqual([
      'Cancelled: A morning on conduct',
      [],
      'CANCEL',
      `${id}-2@localhost:3000`,
      2,
    ]);
    expect(ended!.bodyText).toContain('The council has cancelled this. The reason: The speaker is ill.\n');
    expect(ended!.bodyText).toMatch(/Other dates:\n\S+\/programme\/a-morning-on-conduct/);
  });

  it('move from one date to another: the old one leaves the calendar, and one letter says it', async () => {
    const session = await trial.aSession();
    const { eventId } = await trial.of(Programme).session(session);
    const other = await trial
      .of(Programme)
      .addSession({ ...guildhall, eventId, parts: [morning('2026-12-15')] }, 'confirmed', trial.officer);
    const who = await aPerson(trial.source);
    const { id } = await trial.of(Bookings).book({ sessionId: session, personId: who, by: who });
    trial.clock.advance(1000);
    const moved = await trial.of(Bookings).move({ bookingId: id, toSessionId: other, by: who });
    const all = (await trial.lettersTo(who)).slice(1).toSorted((a, b) => a.subject.localeCompare(b.subject));
    expect(all.map((one) => [one.subject, ...sent(one).slice(0, 4)])).toEqual([
      ['For your calendar: A morning on conduct', 'CANCEL', `${id}-1@localhost:3000`, 1, '2026-12-08T09:30:00'],
      ['Moved: A morning on conduct', 'REQUEST', `${moved.id}-1@localhost:3000`, 0, '2026-12-15T09:30:00'],
    ]);
    expect(all[1]!.bodyText).toContain('Tuesday 15 December 2026, 9.30am to 1pm');
  });

  it('are read by a calendar instead, when somebody chose that: letters bring nothing then', async () => {
    const [who, stranger] = [await aPerson(trial.source), await aPerson(trial.source)];
    await expect(trial.of(CalendarFeeds).choose(who, 'feed')).rejects.toThrow(NoFeedYet);
    const before = await trial.of(CalendarFeeds).make(who);
    const token = await trial.of(CalendarFeeds).make(who);
    await trial.of(CalendarFeeds).choose(who, 'feed');
    const id = await trial.book(await trial.aSession(), { who, seat: 'online' });
    await trial.book(await trial.aSession(), { who: stranger });
    expect((await trial.lettersTo(who)).map(({ calendar }) => calendar)).toEqual([null]);
    const feed = (await trial.of(CalendarFeeds).read(token))!;
    const uid = `${id}-1@localhost:3000`;
    expect(inCalendar(feed.text)).toEqual([[uid, 0, '2026-12-08T09:30:00', 'https://meet.example/room', 'CONFIRMED']]);
    trial.clock.advance(60_000);
    expect(await trial.of(CalendarFeeds).read(token)).toEqual(feed);
    await trial.becomes(id, 'cancelled-by-self', cancelled('self'));
    const after = (await trial.of(CalendarFeeds).read(token))!;
    expect([inCalendar(after.text)[0]!.slice(1), after.etag === feed.etag]).toEqual([
      [1, '2026-12-08T09:30:00', 'https://meet.example/room', 'CANCELLED'],
      false,
    ]);
    expect(await trial.of(CalendarFeeds).ofBooking(stranger, id)).toBeUndefined();
    expect(inCalendar((await trial.of(CalendarFeeds).ofBooking(who, id))!)).toHaveLength(1);
    trial.clock.set('2026-12-30T09:00:00Z');
    expect(inCalendar((await trial.of(CalendarFeeds).read(token))!.text)).toHaveLength(1);
    trial.clock.set('2026-12-30T10:05:00Z');
    expect(inCalendar((await trial.of(CalendarFeeds).read(token))!.text)).toEqual([]);
    await trial.of(CalendarFeeds).revoke(who);
    for (const gone of [before, token, 'x', 'a'.repeat(43)])
      expect(await trial.of(CalendarFeeds).read(gone)).toBeUndefined();
    expect(await trial.of(CalendarFeeds).of(who)).toMatchObject({ way: 'letters', madeAt: null });
    const kept = await trial.source.query(`select encode(token_hash, 'escape') as kept from calendar_feed`);
    expect(JSON.stringify(kept)).not.toContain(token);
  });
});
