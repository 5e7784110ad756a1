import { randomUUID } from 'node:crypto';
import { Test, type TestingModule } from '@nestjs/testing';
import { type LetterStanding, letters } from '@induct/letters';
import { Announcements, HearingModule, PlatformModule, Transactions } from '@induct/platform';
import ICAL from 'ical.js';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { aPerson } from '../../../../test/support/given-person';
import { Bookings } from '../bookings/bookings.service';
import { BookingChanged } from '../bookings/booking.events';
import type { BookingDoing } from '../bookings/booking.words';
import { events } from '../events.lib';
import { SessionChanged } from '../programme/programme.events';
import { Programme, type SessionPlan } from '../programme/programme.service';
import { BookingLettersModule } from './booking-letters.module';
import { BookingLettersWork } from './booking-letters.work';
import { CalendarFeeds } from './calendar-feeds.service';
import { NoFeedYet } from './calendar.errors';

const MONDAY_MORNING = '2026-11-30T10:00:00Z';
const MONDAY_NIGHT = '2026-11-30T22:00:00Z';
const TUESDAY_MORNING = '2026-12-01T08:00:00Z';
const morning = (on: string) => ({ on, from: '09:30', to: '13:00', topics: [] });
const plan: SessionPlan = {
  eventId: null,
  place: 'The Guildhall',
  onlineUrl: 'https://meet.example/room',
  districts: [],
  note: null,
  parts: [morning('2026-12-08')],
  pools: [],
};

describe('letters and calendars of bookings', () => {
  const clock = new FixedClock();
  let database: TestDatabase;
  let parts: TestingModule;
  let officer: string;
  beforeAll(async () => {
    database = await cloneDatabase();
    const platform = PlatformModule.with(testConfig(database.url), database.source, { clock });
    parts = await Test.createTestingModule({
      imports: [platform, HearingModule.of([letters, events]), BookingLettersModule],
    }).compile();
    officer = await aPerson(database.source, { roles: ['officer'] });
  });
  beforeEach(() => clock.set(MONDAY_MORNING));
  afterAll(async () => {
    await parts?.close();
    await database?.drop();
  });

  const of = <T>(service: new (...given: never[]) => T): T => parts.get(service, { strict: false });
  const announce = (event: object) => of(Transactions).run((tx) => of(Announcements).announce(tx, event));
  const work = async (at: string) => {
    clock.set(at);
    await of(BookingLettersWork).work();
  };
  const aSession = async (more: Partial<SessionPlan> = {}, title = 'A morning on conduct'): Promise<string> => {
    const nothing = { bodyId: null, series: null, seriesOrder: null, sessionsPromised: null, note: null };
    const eventId = await of(Programme).addEvent(
      {
        ...nothing,
        title,
        kind: 'training',
        about: '',
        format: 'Talk and cases',
        facilitator: null,
        officers: null,
        mandatory: false,
        audience: 'everyone',
        outcomes: [],
      },
      officer,
    );
    return of(Programme).addSession({ ...plan, eventId, ...more }, 'confirmed', officer);
  };
  const change = async (sessionId: string, more: Partial<SessionPlan>) => {
    const { eventId, revision } = await of(Programme).session(sessionId);
    await of(Programme).changeSession(sessionId, { ...plan, eventId, ...more }, revision, officer);
  };
  const numbers = new Map<string, number>();
  /** As the act leaves it, and announces it. */
  const book = async (
    sessionId: string,
    { who, what = 'booked', by = who, seat = 'room' }: { who: string; what?: BookingDoing; by?: string; seat?: string },
  ): Promise<string> => {
    const id = randomUUID();
    const number = (numbers.get(sessionId) ?? 0) + 1;
    numbers.set(sessionId, number);
    await database.source.query(
      `insert into booking (id, session_id, person_id, audience, seat, state, number, booked_at, booked_by)
       values ($1, $2, $3, 'member', $4, $5, $6, $7, $8)`,
      [id, sessionId, who, seat, what, number, clock.now(), by],
    );
    await announce(new BookingChanged(id, sessionId, what, clock.now()));
    return id;
  };
  const becomes = async (id: string, what: BookingDoing, set?: string) => {
    if (set) await database.source.query(`update booking set ${set} where id = $1`, [id]);
    await announce(new BookingChanged(id, '', what, clock.now()));
  };
  const cancelled = (by: string) => `state = 'cancelled', cancelled_at = '2026-11-30T22:00Z', cancel_by = '${by}'`;
  const lettersTo = (who: string) =>
    database.source.query<LetterStanding[]>(
      `select subject, body_text as "bodyText", calendar, calendar_method as "calendarMethod", calendar_url as "calendarUrl"
         from letter_standing where recipient = $1 order by created_at, dedupe_key`,
      [`${who}@northmoor.example`],
    );
  const subjectsTo = async (who: string) => (await lettersTo(who)).map(({ subject }) => subject);
  const inCalendar = (file: string) =>
    ICAL.Component.fromString(file)
      .getAllSubcomponents('vevent')
      .map((one) => {
        const says = (name: string) => String(one.getFirstPropertyValue(name) ?? '');
        return [says('uid'), Number(says('sequence')), says('dtstart'), says('location'), says('status')];
      });
  const sent = (letter: Pick<LetterStanding, 'calendar' | 'calendarMethod'>) => [
    letter.calendarMethod,
    ...(letter.calendar === null ? [] : inCalendar(letter.calendar)[0]!),
  ];

  it('begin at once for who has booked, with an invitation that their calendar takes', async () => {
    const who = await aPerson(database.source, { name: 'Amara Whitfield' });
    const id = await book(await aSession(), { who });
    const [letter, ...more] = await lettersTo(who);
    expect([letter!.subject, more]).toEqual(['You have a place: A morning on conduct', []]);
    expect(letter!.bodyText).toContain('Tuesday 8 December 2026, 9.30am to 1pm\nWhere: The Guildhall\n');
    expect(letter!.bodyText).not.toContain('meet.example');
    expect(sent(letter!)).toEqual([
      'REQUEST',
      `${id}-1@localhost:3000`,
      0,
      '2026-12-08T09:30:00',
      'The Guildhall',
      'CONFIRMED',
    ]);
    expect(letter!.calendar!.replaceAll('\r\n ', '')).toContain(`RSVP=FALSE:mailto:${who}@northmoor.example\r\n`);
    expect(letter!.calendarUrl).toMatch(`/calendar/bookings/${id}.ics`);
  });

  it('bring each day by a letter of its own, and the link to who joins online', async () => {
    const who = await aPerson(database.source);
    await book(await aSession({ parts: [morning('2026-12-08'), morning('2026-12-15')] }), { who, seat: 'online' });
    const all = await lettersTo(who);
    expect(all.map((one) => [one.subject, ...sent(one).slice(2, 5)])).toEqual([
      ['You have a place: A morning on conduct', 0, '2026-12-08T09:30:00', 'https://meet.example/room'],
      ['For your calendar: A morning on conduct (day 2 of 2)', 0, '2026-12-15T09:30:00', 'https://meet.example/room'],
    ]);
    expect(all[0]!.bodyText).toContain('Online: https://meet.example/room');
  });

  it('say how many come before who waits, and bring nothing into calendars', async () => {
    const session = await aSession();
    const [first, second] = [await aPerson(database.source), await aPerson(database.source)];
    await book(session, { who: first, what: 'waiting' });
    await book(session, { who: second, what: 'waiting', by: officer });
    const [letter] = await lettersTo(second);
    expect([letter!.subject, letter!.calendar]).toEqual([
      'You are 2nd on the waiting list: A morning on conduct',
      null,
    ]);
    expect(letter!.bodyText).toContain('Democratic Services has put you on it');
  });

  it('tell at eight what others did at night, once and as it is then', async () => {
    const session = await aSession();
    const who = await aPerson(database.source);
    const id = await book(session, { who, what: 'waiting' });
    clock.set(MONDAY_NIGHT);
    await becomes(id, 'promoted', `state = 'booked', promoted_at = '${MONDAY_NIGHT}'`);
    await change(session, { place: 'Room 2' });
    await becomes(id, 'session-changed');
    await work('2026-12-01T07:59:00Z');
    expect(await lettersTo(who)).toHaveLength(1);
    await Promise.all([work(TUESDAY_MORNING), work(TUESDAY_MORNING)]);
    const [, letter, ...more] = await lettersTo(who);
    expect([letter!.subject, more]).toEqual(['A place is yours: A morning on conduct', []]);
    expect(sent(letter!)).toEqual(
      expect.arrayContaining(['REQUEST', `${id}-1@localhost:3000`, 1, '2026-12-08T09:30:00', 'Room 2']),
    );
  });

  it('say nothing of a place that was given and given back before anybody was told', async () => {
    const who = await aPerson(database.source);
    const id = await book(await aSession(), { who, what: 'waiting' });
    clock.set(MONDAY_NIGHT);
    await becomes(id, 'promoted', `state = 'booked', promoted_at = '${MONDAY_NIGHT}'`);
    await becomes(id, 'cancelled-by-self', cancelled('self'));
    await work(TUESDAY_MORNING);
    const [, letter, ...more] = await lettersTo(who);
    expect([letter!.subject, letter!.calendar, more]).toEqual(['Cancelled: A morning on conduct', null, []]);
  });

  it('do not wait for the morning of the day itself', async () => {
    const who = await aPerson(database.source);
    const id = await book(await aSession({ parts: [morning('2026-12-01')] }), { who, what: 'waiting' });
    clock.set(MONDAY_NIGHT);
    await becomes(id, 'a-place-is-free');
    expect(await subjectsTo(who)).toContain('A place is free: A morning on conduct');
  });

  it('change what a calendar has, and only when it is other than that', async () => {
    const session = await aSession({ parts: [morning('2026-12-08'), morning('2026-12-15')] });
    const who = await aPerson(database.source);
    const id = await book(session, { who });
    await becomes(id, 'session-changed');
    expect(await lettersTo(who)).toHaveLength(2);
    clock.advance(1000);
    await change(session, { parts: [morning('2026-12-15')] });
    await becomes(id, 'session-changed');
    const changed = (await lettersTo(who)).slice(2);
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
    clock.advance(1000);
    await of(Programme).setState(session, 'cancelled', { by: officer, revision: 2, reason: 'The speaker is ill.' });
    for (const _ of [1, 2]) await becomes(id, 'cancelled-by-council', cancelled('council'));
    const [ended, ...more] = (await lettersTo(who)).slice(4);
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
    const session = await aSession();
    const { eventId } = await of(Programme).session(session);
    const other = await of(Programme).addSession(
      { ...plan, eventId, parts: [morning('2026-12-15')] },
      'confirmed',
      officer,
    );
    const who = await aPerson(database.source);
    const { id } = await of(Bookings).book({ sessionId: session, personId: who, by: who });
    clock.advance(1000);
    const moved = await of(Bookings).move({ bookingId: id, toSessionId: other, by: who });
    const all = (await lettersTo(who)).slice(1).toSorted((a, b) => a.subject.localeCompare(b.subject));
    expect(all.map((one) => [one.subject, ...sent(one).slice(0, 4)])).toEqual([
      ['For your calendar: A morning on conduct', 'CANCEL', `${id}-1@localhost:3000`, 1, '2026-12-08T09:30:00'],
      ['Moved: A morning on conduct', 'REQUEST', `${moved.id}-1@localhost:3000`, 0, '2026-12-15T09:30:00'],
    ]);
    expect(all[1]!.bodyText).toContain('Tuesday 15 December 2026, 9.30am to 1pm');
  });

  it('are read by a calendar instead, when somebody chose that: letters bring nothing then', async () => {
    const [who, stranger] = [await aPerson(database.source), await aPerson(database.source)];
    await expect(of(CalendarFeeds).choose(who, 'feed')).rejects.toThrow(NoFeedYet);
    const before = await of(CalendarFeeds).make(who);
    const token = await of(CalendarFeeds).make(who);
    await of(CalendarFeeds).choose(who, 'feed');
    const id = await book(await aSession(), { who, seat: 'online' });
    await book(await aSession(), { who: stranger });
    expect((await lettersTo(who)).map(({ calendar }) => calendar)).toEqual([null]);
    const feed = (await of(CalendarFeeds).read(token))!;
    const uid = `${id}-1@localhost:3000`;
    expect(inCalendar(feed.text)).toEqual([[uid, 0, '2026-12-08T09:30:00', 'https://meet.example/room', 'CONFIRMED']]);
    clock.advance(60_000);
    expect(await of(CalendarFeeds).read(token)).toEqual(feed);
    await becomes(id, 'cancelled-by-self', cancelled('self'));
    const after = (await of(CalendarFeeds).read(token))!;
    expect([inCalendar(after.text)[0]!.slice(1), after.etag === feed.etag]).toEqual([
      [1, '2026-12-08T09:30:00', 'https://meet.example/room', 'CANCELLED'],
      false,
    ]);
    expect(await of(CalendarFeeds).ofBooking(stranger, id)).toBeUndefined();
    expect(inCalendar((await of(CalendarFeeds).ofBooking(who, id))!)).toHaveLength(1);
    clock.set('2026-12-30T09:00:00Z');
    expect(inCalendar((await of(CalendarFeeds).read(token))!.text)).toHaveLength(1);
    clock.set('2026-12-30T10:05:00Z');
    expect(inCalendar((await of(CalendarFeeds).read(token))!.text)).toEqual([]);
    await of(CalendarFeeds).revoke(who);
    for (const gone of [before, token, 'x', 'a'.repeat(43)]) expect(await of(CalendarFeeds).read(gone)).toBeUndefined();
    expect(await of(CalendarFeeds).of(who)).toMatchObject({ way: 'letters', madeAt: null });
    const kept = await database.source.query(`select encode(token_hash, 'escape') as kept from calendar_feed`);
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  it('remind once that it is tomorrow, at eight, of what was not cancelled and not booked since', async () => {
    const session = await aSession({ parts: [morning('2026-12-08'), morning('2026-12-09')] });
    const [comes, cancels, late] = [1, 2, 3].map(() => aPerson(database.source));
    await book(session, { who: await comes! });
    const gone = await book(session, { who: await cancels! });
    await becomes(gone, 'cancelled-by-self', cancelled('self'));
    clock.set('2026-12-07T08:00:00Z');
    await book(session, { who: await late! });
    await work('2026-12-07T07:59:00Z');
    await Promise.all([work('2026-12-07T08:01:00Z'), work('2026-12-07T08:01:00Z')]);
    for (const at of ['2026-12-07T15:00:00Z', '2026-12-08T09:00:00Z']) await work(at);
    const reminded = async (who: string) => (await subjectsTo(who)).filter((one) => one.startsWith('Tomorrow'));
    expect(await reminded(await comes!)).toEqual(['Tomorrow at 9.30am: A morning on conduct']);
    expect([await reminded(await cancels!), await reminded(await late!)]).toEqual([[], []]);
  });

  it('tell who wanted to know that there is a date, when letters go out', async () => {
    const session = await aSession({}, 'Planning law');
    const who = await aPerson(database.source);
    await database.source.query(
      `insert into interest (event_id, person_id, asked_at) select event_id, $2, now() from programme_session where id = $1`,
      [session, who],
    );
    clock.set(MONDAY_NIGHT);
    for (const _ of [1, 2]) await announce(new SessionChanged(session, 'confirmed', clock.now(), officer));
    const due = await database.source.query(`select next_attempt_at as at from mail where dedupe_key = $1`, [
      `interest:${session}:${who}:1`,
    ]);
    expect(due).toEqual([{ at: new Date(TUESDAY_MORNING) }]);
    const [letter, ...more] = await lettersTo(who);
    expect([letter!.subject, more]).toEqual(['There is a date: Planning law', []]);
    expect(letter!.bodyText).not.toContain('meet.example');
  });

  it('tell of a date again when it was put off and is settled anew', async () => {
    const session = await aSession({}, 'Licensing law');
    const who = await aPerson(database.source);
    await book(session, { who });
    const goesTo = async (state: 'provisional' | 'confirmed') => {
      const { revision } = await of(Programme).session(session);
      await of(Programme).setState(session, state, { by: officer, revision });
    };
    for (const _ of [1, 2]) {
      await goesTo('provisional');
      await goesTo('confirmed');
    }
    const told = (await subjectsTo(who)).filter((subject) => subject.startsWith('There is a date'));
    expect(told).toEqual(['There is a date: Licensing law', 'There is a date: Licensing law']);
  });

  it('reach a guest, with nothing to press that asks for a sign-in', async () => {
    const session = await aSession();
    const [partner, guest, id] = [randomUUID(), randomUUID(), randomUUID()];
    await database.source.query(
      `with p as (insert into partner (id, name, contact, recorded_at) values ($1, 'Westmoor', '', now()) returning id),
            g as (insert into guest (id, partner_id, name, email, added_at)
                  select $2::uuid, id, 'Gwen Guest', $2::text || '@northmoor.example', now() from p returning id)
       insert into booking (id, session_id, guest_id, audience, seat, state, number, booked_at)
       select $3, $4, id, 'partner', 'room', 'booked', 1, now() from g`,
      [partner, guest, id, session],
    );
    await announce(new BookingChanged(id, session, 'booked', clock.now()));
    const [letter] = await lettersTo(guest);
    expect(letter!.bodyText).toMatch(/^Dear Gwen Guest,/);
    expect(letter!.bodyText).toContain('please tell us: member.development@localhost');
    expect(letter!.bodyText).not.toContain('http');
    expect([letter!.calendarMethod, letter!.calendarUrl]).toEqual(['REQUEST', null]);
  });
});
