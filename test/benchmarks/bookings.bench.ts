import { CalendarFeeds } from '@induct/events';
import { openDatabase, Transactions } from '@induct/platform';
import { SignIns } from '@induct/sign-in';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { createMembersArea } from '../../apps/members-area/src';
import { testConfig } from '../support/config';
import { ask } from '../support/raw-request';
import { allTables } from '../support/tables';
import type { Trial } from '../support/trial';
import { tenModules } from './big-council';
import { type Figure, percentiles } from './figure';
import { aFullProgramme } from './full-programme';
import { figure, timed, Visitor } from './visits';

const SESSIONS = 600;
const EACH = 120;
/** So many have a place at each, the others wait. */
const PLACES = 100;

/** The least that has a place: who has one is counted, and a row is written. */
const FLOOR_SQL = `
  with counted as (select count(*) filter (where state = 'booked') as booked, max(number) as last from booking where session_id = $1)
  insert into interest (event_id, person_id, asked_at) select $2, $3, now() from counted on conflict do nothing`;

/** A programme of 600 sessions with 60,000 bookings of 1,000 members, and ten modules, through the real application: booking, and its pages. */
export async function bookingsBench(trial: Trial): Promise<Record<string, Figure>> {
  const database = await trial.freshDatabase();
  const source = await openDatabase(database.url, allTables);
  const bare = new Client({ connectionString: database.url });
  await bare.connect();
  const port = await trial.freePort();
  const config = testConfig(database.url, { PORT: String(port), TRUSTED_PROXIES: '127.0.0.1' });
  const app = await createMembersArea(config, source);
  const visitor = new Visitor();
  try {
    const memberIds = await aFullProgramme(source, SESSIONS);
    const bookings = await booked(source);
    await tenModules(source, memberIds[0]!);
    trial.say(`  ${SESSIONS} sessions, ${memberIds.length} members, ${bookings} bookings …`);
    await database.asOwner('vacuum analyze');
    await app.listen(port, '127.0.0.1');
    const signIns = app.get(SignIns, { strict: false });
    const signIn = (id: string) => app.get(Transactions).run((tx) => signIns.signIn(tx, id, { by: 'letter' }));
    const some = memberIds.slice(0, 100);
    const members = await Promise.all(some.map(signIn));
    const visits = (path: string) => timed(300, (nth) => visitor.visit(port, members[nth % members.length]!, path));
    const free = await source.query<{ personId: string; sessionId: string; eventId: string }[]>(
      `select p.id as "personId", s.id as "sessionId", s.event_id as "eventId"
         from programme_session s join session_part t on t.session_id = s.id and t.number = 1 and t.starts_at > now() + interval '1 day'
         join programme_event e on e.id = s.event_id and e.body_id is null
         cross join person p
        where s.state = 'confirmed' and p.id = any($1) and not exists (
              select from booking b where b.session_id = s.id and b.person_id = p.id)
        order by md5(p.id::text || s.id::text) limit 1000`,
      [some],
    );
    const post = async (nth: number): Promise<number> => {
      const { personId, sessionId } = free[nth]!;
      const headers = {
        cookie: `induct=${members[some.indexOf(personId)]!}`,
        origin: config.SITE_ORIGIN,
        'content-type': 'application/x-www-form-urlencoded',
      };
      const { status } = await ask(port, `/bookings/new/${sessionId}`, { method: 'POST', headers, body: 'seen=place' });
      if (status !== 303) throw new Error(`A booking was answered with ${status}`);
      return status;
    };
    const feeds = app.get(CalendarFeeds, { strict: false });
    const tokens: string[] = [];
    for (const id of some) tokens.push(await feeds.make(id));
    const tags: string[] = [];
    /** Each calendar is at an address of its own, and asks at most thirty times a minute. */
    const feed = async (at: number, expected: number): Promise<number> => {
      const from = at % some.length;
      const { status, headers, text } = await ask(port, `/calendar/${tokens[from]!}.ics`, {
        headers: { 'x-forwarded-for': `10.0.${from}.1`, ...(expected === 304 && { 'if-none-match': tags[from]! }) },
      });
      if (status !== expected) throw new Error(`A calendar was answered with ${status}`);
      tags[from] = String(headers['etag']);
      return text.length;
    };
    let nth = 0;
    const floor = await timed(300, async (at) => {
      const { sessionId, eventId, personId } = free[at]!;
      const { rowCount } = await bare.query({ name: 'book', text: FLOOR_SQL, values: [sessionId, eventId, personId] });
      return rowCount ?? 0;
    });
    const seconds = percentiles(floor).p50 / 1000;
    const usedBefore = process.cpuUsage();
    const book = await timed(300, () => post(nth++));
    const { user, system } = process.cpuUsage(usedBefore);
    trial.say(`  ${((user + system) / 1000 / nth).toFixed(2)} ms of Node’s processor time a booking`);
    return {
      book: figure(book, seconds, 30),
      feed: figure(await timed(270, (at) => feed(at, 200)), seconds, 30),
      feedUnchanged: figure(await timed(100, (at) => feed(at, 304)), seconds, 10),
      home: figure(await visits('/'), seconds, 60),
      programme: figure(await visits('/programme'), seconds, 60),
      event: figure(await visits('/programme/event-1'), seconds, 60),
      own: figure(await visits('/bookings'), seconds, 60),
      past: figure(await visits('/bookings?show=past'), seconds, 60),
    };
  } finally {
    visitor.leave();
    await app.close();
    await bare.end();
    await source.destroy();
    await database.drop();
  }
}

/** @returns how many */
async function booked(source: DataSource): Promise<number> {
  await source.query(
    `insert into session_pool (session_id, seat, audience, places, taken)
     select id, 'room', 'any', $1, 0 from programme_session where state in ('confirmed', 'delivered')`,
    [PLACES],
  );
  const rows = await source.query<unknown[]>(
    `insert into booking (id, session_id, person_id, audience, seat, state, number, pool_audience, booked_at)
     select gen_random_uuid(), s.id, p.id, 'member', 'room', case when p.nth <= $1::int then 'booked' else 'waiting' end, p.nth,
            case when p.nth <= $1::int then 'any' end, now()
       from programme_session s
       cross join lateral (select id, row_number() over (order by md5(id::text || s.id::text)) as nth from person) p
      where s.state in ('confirmed', 'delivered') and p.nth <= $2::int
     returning 1`,
    [PLACES, EACH],
  );
  return rows.length;
}
