import { setTimeout as wait } from 'node:timers/promises';
import { Programme, ShownBookings } from '@induct/events';
import { openDatabase, readConfig, Transactions } from '@induct/platform';
import { SignIns } from '@induct/sign-in';
import type { DataSource } from 'typeorm';
import { createMembersArea } from '../../apps/members-area/src';
import { aBookable, aPlan, places } from '../support/given-programme';
import { dice } from '../support/random-history';
import type { RawAnswer } from '../support/raw-request';
import { allTables } from '../support/tables';
import type { Trial } from '../support/trial';
import { SitesForBookings } from './bookings.sites';
import { wrongWith } from './bookings.count';

const PEOPLE = 200;
const ROUNDS = Number(process.env.BOOKING_ROUNDS ?? 50);
const APART_MS = 3;
/** Nobody is to ask more often than one person may in a minute (`TooManyBookings`). */
const ROUND_MS = 3_500;
const ACTS = 500;
const ACTS_AT_ONCE = 50;

interface Somebody {
  id: string;
  cookie: string;
}

/**
 * Two sites, each a process of its own: 200 people want the last place at once, 50 times, and whoever has it gives it back
 * twice at once; then 500 bookings, moves and cancellations race over three dates. Nobody may be sold what is not there, be
 * overtaken or lose a place.
 */
export async function bookingFaults(trial: Trial, seed = Math.floor(Math.random() * 2 ** 31)): Promise<boolean> {
  const started = performance.now();
  const roll = dice(seed);
  const database = await trial.freshDatabase();
  const config = readConfig({ NODE_ENV: 'test', DATABASE_URL: database.url, DATA_DIR: trial.dataDir });
  const source = await openDatabase(config.DATABASE_URL, allTables);
  const area = await createMembersArea(config, source);
  const sites = await SitesForBookings.start(trial, config);
  try {
    const people = await members(source, async (id) =>
      area.get(Transactions).run((tx) => area.get(SignIns, { strict: false }).signIn(tx, id, { by: 'letter' })),
    );
    const programme = area.get(Programme, { strict: false });
    const bookings = area.get(ShownBookings, { strict: false });
    const officer = people[0]!.id;
    const send = (who: Somebody, path: string, fields: Record<string, string> = {}): Promise<RawAnswer> =>
      sites.post(path, who.cookie, fields);
    const wrong: string[] = [];
    let [late, apart, slowest] = [0, 0, 0];

    for (let round = 0; round < ROUNDS; round++) {
      const nextAt = performance.now() + ROUND_MS;
      const { id } = await aBookable(programme, officer, { title: `The last place ${round}`, pools: [places(1)] });
      // Another one is first each time, and gives the place back.
      const inTurn = [...people.slice(round), ...people.slice(0, round)];
      const sent: { who: Somebody; at: number }[] = [];
      const answers = await Promise.all(
        inTurn.map(async (who, nth) => {
          // Every other time they come one after the other, faster than they can be served: who came first is beyond doubt then.
          if (round % 2 === 1) await wait(nth * APART_MS);
          sent.push({ who, at: performance.now() });
          const answer = await send(who, `/bookings/new/${id}`, { seen: 'place' });
          slowest = Math.max(slowest, performance.now() - sent.at(-1)!.at);
          return answer.status;
        }),
      );
      const refused = answers.filter((status) => status !== 303);
      if (refused.length > 0)
        wrong.push(`round ${round}: ${refused.length} were refused (${[...new Set(refused)].join(', ')})`);
      const all = await bookings.ofSession(id);
      const inOrder = all.toSorted((a, b) => a.number - b.number);
      if (all.length !== PEOPLE) wrong.push(`round ${round}: ${all.length} bookings of ${PEOPLE}`);
      if (inOrder.some(({ bookedAt }, at) => at > 0 && bookedAt < inOrder[at - 1]!.bookedAt))
        wrong.push(`round ${round}: numbers are not in the order of time`);
      if (inOrder[0]?.state !== 'booked') wrong.push(`round ${round}: the first does not have the place`);
      wrong.push(...wrongWith(all, 1).map((what) => `round ${round}: ${what}`));
      // To the one site and the other in turn: between two processes, what came first is known to the database alone.
      const sentAs = new Map(sent.map((one, nth) => [one.who.id, { ...one, nth }]));
      const came = inOrder.map(({ personId }) => sentAs.get(personId!)!);
      for (const site of [0, 1]) {
        const there = came.filter(({ nth }) => nth % 2 === site);
        late += there.filter(({ nth }, at) => at > 0 && nth < there[at - 1]!.nth).length;
      }
      apart = Math.max(apart, ...came.slice(1).map(({ at }, nth) => came[nth]!.at - at));
      const first = people.find((one) => one.id === inOrder[0]!.personId)!;
      const gone = await Promise.all([1, 2, 3].map(() => send(first, `/bookings/${inOrder[0]!.id}/cancel`)));
      if (gone.some(({ status }) => status !== 303))
        wrong.push(`round ${round}: cancelled with ${gone.map(({ status }) => status).join(', ')}`);
      const now = await bookings.ofSession(id);
      const [next, ...others] = now.filter(({ state }) => state === 'booked');
      if (next?.number !== 2 || others.length > 0 || next.promotedAt === null)
        wrong.push(`round ${round}: not exactly the second was promoted`);
      wrong.push(...wrongWith(now, 1).map((what) => `round ${round}, promoted: ${what}`));
      await wait(Math.max(0, nextAt - performance.now()));
      if (round % 10 === 9)
        trial.say(`bookings: ${round + 1} rounds of ${PEOPLE} for the last place, ${wrong.length} wrong`);
    }
    trial.say(
      `bookings: the last place × ${ROUNDS}: ${wrong.length} wrong; of ${ROUNDS * (PEOPLE - 2)} neighbours on the list of one site ${late} were sent the other way round; of both, ${Math.round(apart)} ms apart at most; the slowest answer ${Math.round(slowest)} ms`,
    );

    const { id, eventId } = await aBookable(programme, officer, {
      title: 'Three dates',
      pools: [places(12, 'member'), places(3)],
    });
    const dates = [{ id, many: 15 }];
    for (const [on, many] of [
      ['2027-02-02', 15],
      ['2027-02-09', 20],
    ] as const) {
      const parts = [{ on, from: '09:30', to: '13:00', topics: [] }];
      dates.push({
        id: await programme.addSession(aPlan(eventId, { pools: [places(many)], parts }), 'confirmed', officer),
        many,
      });
    }
    const given = new Set<string>();
    const kept = new Set<string>();
    const counts: Record<string, number> = {};
    const act = async () => {
      const who = people[roll.below(60)]!;
      const mine = (await bookings.ofPerson(who.id, { show: 'coming', page: 1, per: 100 })).rows.filter((one) =>
        dates.some((date) => date.id === one.sessionId),
      );
      const one = mine.length === 0 || roll.chance(45) ? undefined : roll.oneOf(mine);
      const to = roll.oneOf(dates.filter(({ id: date }) => date !== one?.sessionId)).id;
      const what = one === undefined ? 'book' : roll.chance(40) ? 'cancel' : 'move';
      const path = one === undefined ? `/bookings/new/${to}` : `/bookings/${one.id}/${what}`;
      const { status, headers, text } = await send(who, path, what === 'move' ? { to } : {});
      counts[`${what} ${status}`] = (counts[`${what} ${status}`] ?? 0) + 1;
      const led = /[0-9a-f-]{36}/.exec(String(headers.location))?.[0];
      if (status === 303 && led) kept.add(led);
      if (status === 303 && one && (what === 'cancel' || led !== one.id)) given.add(one.id);
      // Cancelled meanwhile by the same person in another window; or full, which the form of a move says at its field.
      const isFull = what === 'move' && status === 400 && text.includes('no free place: you keep the place you have');
      if (![303, 409].includes(status) && !isFull) wrong.push(`${what} was answered with ${status}`);
    };
    for (let done = 0; done < ACTS; done += ACTS_AT_ONCE) await Promise.all(Array.from({ length: ACTS_AT_ONCE }, act));
    for (const { id: date, many } of dates) {
      const all = await bookings.ofSession(date);
      wrong.push(...wrongWith(all, many).map((what) => `three dates: ${what}`));
      const lost = all.filter((one) => one.state === 'cancelled' && !given.has(one.id));
      if (lost.length > 0) wrong.push(`three dates: ${lost.length} lost what they did not give back`);
      for (const one of all) kept.delete(one.id);
      const taken = (await programme.session(date)).pools.reduce((sum, pool) => sum + pool.taken, 0);
      const booked = all.filter(({ state }) => state === 'booked').length;
      if (taken !== booked) wrong.push(`three dates: ${taken} are counted and ${booked} booked`);
    }
    if (kept.size > 0) wrong.push(`three dates: ${kept.size} bookings that were promised are not there`);
    for (const what of wrong.slice(0, 20)) trial.say(`bookings: WRONG ${what}`);
    const acts = Object.entries(counts).map(([what, many]) => `${what}: ${many}`);
    const seconds = Math.round((performance.now() - started) / 1000);
    trial.say(`bookings: ${ACTS} racing acts (${acts.join(', ')}); ${wrong.length} wrong; seed ${seed}; ${seconds} s`);
    return wrong.length === 0;
  } finally {
    await sites.stop();
    await area.close();
    await source.destroy();
    await database.drop();
  }
}

async function members(source: DataSource, signIn: (id: string) => Promise<string>): Promise<Somebody[]> {
  const rows = await source.query<{ id: string }[]>(
    `insert into person (id, name, email, created_at)
     select gen_random_uuid(), 'Member ' || i, 'member' || i || '@northmoor.example', now() from generate_series(1, $1::int) i
     returning id`,
    [PEOPLE],
  );
  await source.query(`insert into person_role (person_id, role) select id, 'member' from person`);
  const people: Somebody[] = [];
  for (const { id } of rows) people.push({ id, cookie: `induct=${await signIn(id)}` });
  return people;
}
