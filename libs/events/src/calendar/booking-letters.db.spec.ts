import { randomUUID } from 'node:crypto';
import { Council, inLanguage } from '@induct/platform';
import { BookingLettersTrial, cancelled, morning, sent } from '../../../../test/support/booking-letters-trial';
import { aPerson } from '../../../../test/support/given-person';
import { BookingChanged } from '../bookings/booking.events';
import { SessionChanged } from '../programme/programme.events';
import { Programme } from '../programme/programme.service';
import { BookingLettersModule } from './booking-letters.module';
import { BookingLettersWork } from './booking-letters.work';

const MONDAY_NIGHT = '2026-11-30T22:00:00Z';
const TUESDAY_MORNING = '2026-12-01T08:00:00Z';

describe('letters about bookings', () => {
  let trial: BookingLettersTrial;
  beforeAll(async () => {
    trial = await BookingLettersTrial.begin([BookingLettersModule]);
  });
  beforeEach(() => trial.anew());
  afterAll(() => trial?.end());
  const work = async (at: string) => {
    trial.clock.set(at);
    await trial.of(BookingLettersWork).work();
  };

  it('begin at once for who has booked, with an invitation that their calendar takes', async () => {
    const who = await aPerson(trial.source, { name: 'Amara Whitfield' });
    const id = await trial.book(await trial.aSession(), { who });
    const [letter, ...more] = await trial.lettersTo(who);
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

  it('are in the language of whoever gets them, not of who acts, where the council works in Welsh', async () => {
    const [siân, ann] = [await aPerson(trial.source), await aPerson(trial.source)];
    await trial.source.query(`insert into person_language values ($1, 'cy', now())`, [siân]);
    const subjects = async (reader: string) => {
      const session = await trial.aSession();
      await inLanguage(reader === siân ? 'en' : 'cy', () => trial.book(session, { who: reader }));
      return (await trial.lettersTo(reader)).map(({ subject }) => subject);
    };
    expect(await subjects(siân)).toEqual(['You have a place: A morning on conduct']);
    await trial.source.query(
      `insert into council_revision (revision, said, changed_by, changed_at) values (1, '{"languages":"en-cy"}', $1, now())`,
      [trial.officer],
    );
    await trial.of(Council).work();
    expect(await subjects(siân)).toContain('Mae gennych le: A morning on conduct');
    expect(await subjects(ann)).toEqual(['You have a place: A morning on conduct']);
  });

  it('bring into a calendar what is in the language of its reader, and stay in it when they choose another', async () => {
    const who = await aPerson(trial.source);
    await trial.source.query(`insert into person_language values ($1, 'cy', now())`, [who]);
    const days = [morning('2026-12-08'), morning('2026-12-15')];
    const session = await trial.aSession({ onlineUrl: null, parts: days });
    const id = await trial.book(session, { who, seat: 'online' });
    const calendars = async () => (await trial.lettersTo(who)).map(({ calendar }) => calendar!.replaceAll('\r\n ', ''));
    const [first, further, ...none] = await calendars();
    expect([first, none]).toEqual([expect.stringContaining('SUMMARY:A morning on conduct (diwrnod 1 o 2)\r\n'), []]);
    expect(first).toContain('LOCATION:Ar-lein\r\n');
    expect(further).toContain('(diwrnod 2 o 2)');
    await trial.source.query(`update person_language set language = 'en' where person_id = $1`, [who]);
    await trial.becomes(id, 'session-changed');
    expect(await calendars()).toHaveLength(2);
    trial.clock.advance(1000);
    await trial.change(session, { onlineUrl: null, parts: [days[0]!, morning('2026-12-16')] });
    await trial.becomes(id, 'session-changed');
    const [, , ...changed] = await calendars();
    expect(changed).toHaveLength(2);
    for (const one of changed) expect(one).toMatch(/\(diwrnod [12] o 2\)/);
  });

  it('bring each day by a letter of its own, and the link to who joins online', async () => {
    const who = await aPerson(trial.source);
    await trial.book(await trial.aSession({ parts: [morning('2026-12-08'), morning('2026-12-15')] }), {
      who,
      seat: 'online',
    });
    const all = await trial.lettersTo(who);
    expect(all.map((one) => [one.subject, ...sent(one).slice(2, 5)])).toEqual([
      ['You have a place: A morning on conduct', 0, '2026-12-08T09:30:00', 'https://meet.example/room'],
      ['For your calendar: A morning on conduct (day 2 of 2)', 0, '2026-12-15T09:30:00', 'https://meet.example/room'],
    ]);
    expect(all[0]!.bodyText).toContain('Online: https://meet.example/room');
  });

  it('say how many come before who waits, and bring nothing into calendars', async () => {
    const session = await trial.aSession();
    const [first, second] = [await aPerson(trial.source), await aPerson(trial.source)];
    await trial.book(session, { who: first, what: 'waiting' });
    await trial.book(session, { who: second, what: 'waiting', by: trial.officer });
    const [letter] = await trial.lettersTo(second);
    expect([letter!.subject, letter!.calendar]).toEqual([
      'You are 2nd on the waiting list: A morning on conduct',
      null,
    ]);
    expect(letter!.bodyText).toContain('Democratic Services has put you on it');
  });

  it('tell at eight what others did at night, once and as it is then', async () => {
    const session = await trial.aSession();
    const who = await aPerson(trial.source);
    const id = await trial.book(session, { who, what: 'waiting' });
    trial.clock.set(MONDAY_NIGHT);
    await trial.becomes(id, 'promoted', `state = 'booked', promoted_at = '${MONDAY_NIGHT}'`);
    await trial.change(session, { place: 'Room 2' });
    await trial.becomes(id, 'session-changed');
    await work('2026-12-01T07:59:00Z');
    expect(await trial.lettersTo(who)).toHaveLength(1);
    await Promise.all([work(TUESDAY_MORNING), work(TUESDAY_MORNING)]);
    const [, letter, ...more] = await trial.lettersTo(who);
    expect([letter!.subject, more]).toEqual(['A place is yours: A morning on conduct', []]);
    expect(sent(letter!)).toEqual(
      expect.arrayContaining(['REQUEST', `${id}-1@localhost:3000`, 1, '2026-12-08T09:30:00', 'Room 2']),
    );
  });

  it('say what a place meets that somebody else gave, or moved, and nothing of it to who books themselves', async () => {
    const other = await trial.aSession({ parts: [morning('2026-12-10')] }, 'Reading a budget');
    const session = await trial.aSession({ parts: [morning('2026-12-09')] });
    const meets =
      'It meets something else:\nOn 10 December 2026 you have a place at Reading a budget at the same time.';
    const who = await aPerson(trial.source);
    await trial.book(other, { who });
    const id = await trial.book(session, { who, what: 'waiting' });
    await trial.becomes(id, 'promoted', `state = 'booked', promoted_at = now()`);
    await trial.change(session, { parts: [morning('2026-12-10')] });
    await trial.becomes(id, 'session-changed');
    const bodies = (await trial.lettersTo(who)).map(({ subject, bodyText }) => [subject, bodyText.includes(meets)]);
    expect(new Map(bodies as [string, boolean][])).toEqual(
      new Map([
        ['You have a place: Reading a budget', false],
        ['You are 1st on the waiting list: A morning on conduct', false],
        ['A place is yours: A morning on conduct', false],
        ['Changed: A morning on conduct', true],
      ]),
    );
    const [own, officers] = [await aPerson(trial.source), await aPerson(trial.source)];
    for (const [one, by] of [
      [own, own],
      [officers, trial.officer],
    ] as const) {
      await trial.book(other, { who: one });
      await trial.book(session, { who: one, by });
    }
    const last = async (one: string) =>
      (await trial.lettersTo(one)).find(({ subject }) => subject.includes('conduct'))!;
    expect((await last(own)).bodyText).not.toContain('It meets');
    expect((await last(officers)).bodyText).toContain(meets);
  });

  it('say nothing of a place that was given and given back before anybody was told', async () => {
    const who = await aPerson(trial.source);
    const id = await trial.book(await trial.aSession(), { who, what: 'waiting' });
    trial.clock.set(MONDAY_NIGHT);
    await trial.becomes(id, 'promoted', `state = 'booked', promoted_at = '${MONDAY_NIGHT}'`);
    await trial.becomes(id, 'cancelled-by-self', cancelled('self'));
    await work(TUESDAY_MORNING);
    const [, letter, ...more] = await trial.lettersTo(who);
    expect([letter!.subject, letter!.calendar, more]).toEqual(['Cancelled: A morning on conduct', null, []]);
  });

  it('do not wait for the morning of the day itself', async () => {
    const who = await aPerson(trial.source);
    const id = await trial.book(await trial.aSession({ parts: [morning('2026-12-01')] }), { who, what: 'waiting' });
    trial.clock.set(MONDAY_NIGHT);
    await trial.becomes(id, 'a-place-is-free');
    expect(await trial.subjectsTo(who)).toContain('A place is free: A morning on conduct');
  });

  it('remind once that it is tomorrow, at eight, of what was not cancelled and not booked since', async () => {
    const session = await trial.aSession({ parts: [morning('2026-12-08'), morning('2026-12-09')] });
    const [comes, cancels, late] = [1, 2, 3].map(() => aPerson(trial.source));
    await trial.book(session, { who: await comes! });
    const gone = await trial.book(session, { who: await cancels! });
    await trial.becomes(gone, 'cancelled-by-self', cancelled('self'));
    trial.clock.set('2026-12-07T08:00:00Z');
    await trial.book(session, { who: await late! });
    await work('2026-12-07T07:59:00Z');
    await Promise.all([work('2026-12-07T08:01:00Z'), work('2026-12-07T08:01:00Z')]);
    for (const at of ['2026-12-07T15:00:00Z', '2026-12-08T09:00:00Z']) await work(at);
    const reminded = async (who: string) => (await trial.subjectsTo(who)).filter((one) => one.startsWith('Tomorrow'));
    expect(await reminded(await comes!)).toEqual(['Tomorrow at 9.30am: A morning on conduct']);
    expect([await reminded(await cancels!), await reminded(await late!)]).toEqual([[], []]);
  });

  it('tell who wanted to know that there is a date, when letters go out', async () => {
    const session = await trial.aSession({}, 'Planning law');
    const who = await aPerson(trial.source);
    await trial.source.query(
      `insert into interest (event_id, person_id, asked_at) select event_id, $2, now() from programme_session where id = $1`,
      [session, who],
    );
    trial.clock.set(MONDAY_NIGHT);
    for (const _ of [1, 2])
      await trial.announce(new SessionChanged(session, 'confirmed', trial.clock.now(), trial.officer));
    const due = await trial.source.query(`select next_attempt_at as at from mail where dedupe_key = $1`, [
      `interest:${session}:${who}:1`,
    ]);
    expect(due).toEqual([{ at: new Date(TUESDAY_MORNING) }]);
    const [letter, ...more] = await trial.lettersTo(who);
    expect([letter!.subject, more]).toEqual(['There is a date: Planning law', []]);
    expect(letter!.bodyText).not.toContain('meet.example');
  });

  it('tell of a date again when it was put off and is settled anew', async () => {
    const session = await trial.aSession({}, 'Licensing law');
    const who = await aPerson(trial.source);
    await trial.book(session, { who });
    const goesTo = async (state: 'provisional' | 'confirmed') => {
      const { revision } = await trial.of(Programme).session(session);
      await trial.of(Programme).setState(session, state, { by: trial.officer, revision });
    };
    for (const _ of [1, 2]) {
      await goesTo('provisional');
      await goesTo('confirmed');
    }
    const told = (await trial.subjectsTo(who)).filter((subject) => subject.startsWith('There is a date'));
    expect(told).toEqual(['There is a date: Licensing law', 'There is a date: Licensing law']);
  });

  it('reach a guest, with nothing to press that asks for a sign-in', async () => {
    const session = await trial.aSession();
    const [partner, guest, id] = [randomUUID(), randomUUID(), randomUUID()];
    await trial.source.query(
      `with p as (insert into partner (id, name, contact, recorded_at) values ($1, 'Westmoor', '', now()) returning id),
            g as (insert into guest (id, partner_id, name, email, added_at)
                  select $2::uuid, id, 'Gwen Guest', $2::text || '@northmoor.example', now() from p returning id)
       insert into booking (id, session_id, guest_id, audience, seat, state, number, booked_at)
       select $3, $4, id, 'partner', 'room', 'booked', 1, $5 from g`,
      [partner, guest, id, session, trial.clock.now()],
    );
    await trial.announce(new BookingChanged(id, session, 'booked', trial.clock.now()));
    const [letter] = await trial.lettersTo(guest);
    expect(letter!.bodyText).toMatch(/^Dear Gwen Guest,/);
    expect(letter!.bodyText).toContain('please tell us: member.development@localhost');
    expect(letter!.bodyText).not.toContain('http');
    expect([letter!.calendarMethod, letter!.calendarUrl]).toEqual(['REQUEST', null]);
    for (const at of ['2026-12-07T07:59:00Z', '2026-12-07T08:01:00Z', '2026-12-07T15:00:00Z']) await work(at);
    const [, tomorrow, ...more] = await trial.lettersTo(guest);
    expect([tomorrow!.subject, more]).toEqual(['Tomorrow at 9.30am: A morning on conduct', []]);
    expect(tomorrow!.bodyText).not.toContain('http');
  });
});
