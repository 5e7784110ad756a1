import { randomUUID } from 'node:crypto';
import { emptyEvent, Programme, Registers } from '@induct/events';
import { dayInLondon, openDatabase, Transactions } from '@induct/platform';
import { SignIns } from '@induct/sign-in';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { createMembersArea } from '../../apps/members-area/src';
import { testConfig } from '../support/config';
import { allTables } from '../support/tables';
import type { Trial } from '../support/trial';
import { type Figure, percentiles, round } from './figure';
import { figure, timed, Visitor } from './visits';

const PEOPLE = 300;

/** The least that shows a register: everybody in office, with what is written down of them. */
const REGISTER_SQL = `
  select p.id, p.name, p.political_group, a.part, a.value, a.how from person p
    join person_role r on r.person_id = p.id and r.role = 'member'
    left join attendance a on a.person_id = p.id and a.session_id = $1 order by p.name_folded, a.part`;

/** A hall of 300 people, in two parts that name a topic: ticked at once, and shown. */
export async function registerBench(trial: Trial): Promise<Record<string, Figure>> {
  const database = await trial.freshDatabase();
  const source = await openDatabase(database.url, allTables);
  const bare = new Client({ connectionString: database.url });
  await bare.connect();
  const port = await trial.freePort();
  const app = await createMembersArea(testConfig(database.url, { PORT: String(port) }), source);
  const visitor = new Visitor();
  try {
    await app.listen(port, '127.0.0.1');
    const { officer, members } = await aHall(source);
    const session = await aSession(app.get(Programme, { strict: false }), officer);
    const marks = members.flatMap((personId) =>
      [1, 2].map((part) => ({ personId, part, value: 'present' as const, seen: null })),
    );
    const began = performance.now();
    const { changed } = await app
      .get(Registers, { strict: false })
      .save(session, marks, { by: officer, how: 'register' });
    const seconds = round((performance.now() - began) / 1000);
    await database.asOwner('vacuum analyze');
    const floor = await timed(100, async () => {
      const { rows } = await bare.query({ name: 'register', text: REGISTER_SQL, values: [session] });
      return JSON.stringify(rows).length;
    });
    const signIns = app.get(SignIns, { strict: false });
    const signIn = await app.get(Transactions).run((tx) => signIns.signIn(tx, officer, { by: 'letter' }));
    const path = `/admin/programme/sessions/${session}/register`;
    return {
      save: {
        seconds,
        goal: '300 people, each with their evidence, in 10 s',
        met: changed.length === PEOPLE && seconds < 10,
      },
      show: figure(await timed(200, () => visitor.visit(port, signIn, path)), percentiles(floor).p50 / 1000, 60),
    };
  } finally {
    visitor.leave();
    await app.close();
    await bare.end();
    await source.destroy();
    await database.drop();
  }
}

async function aHall(source: DataSource) {
  const officer = randomUUID();
  await source.query(
    `insert into person (id, name, email, created_at)
     select gen_random_uuid(), 'Member ' || i, 'member' || i || '@northmoor.example', now() from generate_series(1, $1::int) i`,
    [PEOPLE],
  );
  await source.query(`insert into person_role (person_id, role) select id, 'member' from person`);
  await source.query(
    `insert into person (id, name, email, created_at) values ($1, 'Olive Officer', 'officer@northmoor.example', now())`,
    [officer],
  );
  await source.query(`insert into person_role (person_id, role, confirms_from) values ($1, 'officer', '2025-05-01')`, [
    officer,
  ]);
  await source.query(
    `with r as (insert into requirement (id, slug, title, core_during) values (gen_random_uuid(), 'conduct', 'Conduct', '{}') returning id)
     insert into way (id, requirement_id, kind, during) select gen_random_uuid(), id, 'attendance', daterange(null, null) from r`,
  );
  const rows = await source.query<{ id: string }[]>(`select id from person where email like 'member%'`);
  return { officer, members: rows.map(({ id }) => id) };
}

async function aSession(programme: Programme, officer: string): Promise<string> {
  const eventId = await programme.addEvent(emptyEvent('A day on conduct'), officer);
  const on = dayInLondon(new Date());
  const parts = [
    { on, from: '09:30', to: '12:30', topics: ['conduct'] },
    { on, from: '13:30', to: '16:30', topics: ['conduct'] },
  ];
  const plan = { eventId, place: 'The chamber', onlineUrl: null, districts: [], note: null, parts, pools: [] };
  return programme.addSession(plan, 'confirmed', officer);
}
