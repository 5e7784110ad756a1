import { randomUUID } from 'node:crypto';
import { openDatabase, Transactions } from '@induct/platform';
import { SignIns } from '@induct/sign-in';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { createMembersArea } from '../../apps/members-area/src';
import { testConfig } from '../support/config';
import { allTables } from '../support/tables';
import type { Trial } from '../support/trial';
import { type Figure, percentiles } from './figure';
import { figure, timed, Visitor } from './visits';

const PEOPLE = 10_000;
/** Of each person. */
const EVIDENCE = 12;
const SEATS = 110;

/** The least that tells who sits: their seats and their evidence of one requirement. */
const SIT_SQL = `
  select p.name, m.capacity, e.met_on, e.valid_until from membership m join person p on p.id = m.person_id
    left join evidence e on e.person_id = m.person_id and e.requirement_id = $2
   where m.body_id = $1 order by p.name_folded`;

/** The least that tells a member what is asked of them: it, and their evidence of it. */
const STANDING_SQL = `
  select r.title, o.due_on, o.met_on, e.kind, e.met_on as shown_on, e.valid_until from obligation o
    join mandate m on m.id = o.mandate_id join requirement r on r.id = m.requirement_id
    left join evidence e on e.person_id = o.person_id and e.requirement_id = r.id
   where o.person_id = $1 order by r.title`;

/** Who may sit, the register, who could sit and what is asked of a member, with 10,000 people and 120,000 pieces of evidence, all through the application. */
export async function sittingBench(trial: Trial): Promise<Record<string, Figure>> {
  const database = await trial.freshDatabase();
  const { url } = database;
  const source = await openDatabase(url, allTables);
  const bare = new Client({ connectionString: url });
  await bare.connect();
  const port = await trial.freePort();
  const app = await createMembersArea(testConfig(url, { PORT: String(port) }), source);
  const visitor = new Visitor();
  try {
    trial.say(`  ${PEOPLE} people, ${PEOPLE * EVIDENCE} pieces of evidence …`);
    const { officer, committee, everybody, requirement } = await aSittingCouncil(source);
    await database.asOwner('vacuum analyze');
    await app.listen(port, '127.0.0.1');
    const signIns = app.get(SignIns, { strict: false });
    const signIn = await app.get(Transactions).run((tx) => signIns.signIn(tx, officer, { by: 'letter' }));
    const visit = (path: string) => visitor.visit(port, signIn, path);
    const floorOf = async (body: string, times: number) => {
      const all = await timed(times, async () => {
        const { rows } = await bare.query({ name: 'sit', text: SIT_SQL, values: [body, requirement] });
        return JSON.stringify(rows).length;
      });
      return percentiles(all).p50 / 1000;
    };
    const committeeFloor = await floorOf(committee, 200);
    const councilFloor = await floorOf(everybody, 40);
    const members = await someMembers(source);
    const cookies = await Promise.all(
      members.map((id) => app.get(Transactions).run((tx) => signIns.signIn(tx, id, { by: 'letter' }))),
    );
    const asked = await timed(400, async (nth) => {
      const { rows } = await bare.query({ name: 'asked', text: STANDING_SQL, values: [members[nth % members.length]] });
      return JSON.stringify(rows).length;
    });
    return {
      asked: figure(
        await timed(400, (nth) => visitor.visit(port, cookies[nth % cookies.length]!, '/standing')),
        percentiles(asked).p50 / 1000,
        30,
      ),
      sit: figure(await timed(300, () => visit(`/admin/sit?body=${committee}`)), committeeFloor, 40),
      paper: figure(await timed(100, () => visit(`/admin/sit/paper?body=${committee}`)), committeeFloor, 40),
      register: figure(await timed(300, () => visit('/register/planning')), committeeFloor, 50),
      registerCsv: figure(await timed(200, () => visit('/register/planning.csv')), committeeFloor, 100),
      asOf: figure(await timed(100, () => visit(`/admin/as-of?body=${committee}&on=2026-07-14`)), committeeFloor, 500),
      asOfEverybody: figure(
        await timed(20, () => visit(`/admin/as-of.csv?body=${everybody}&on=2026-07-14`)),
        councilFloor,
        500,
      ),
    };
  } finally {
    visitor.leave();
    await app.close();
    await bare.end();
    await source.destroy();
    await database.drop();
  }
}

/** A committee of 110, and one that everybody sits on; both ask for one of twelve requirements; the register is about the first. */
async function aSittingCouncil(source: DataSource) {
  const [officer, second, committee, everybody] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await source.query(
    `insert into person (id, name, email, created_at)
     select gen_random_uuid(), 'Member ' || i, 'member' || i || '@northmoor.example', now() from generate_series(1, $1::int) i`,
    [PEOPLE],
  );
  const members = `(select id, row_number() over (order by id) as nth from person where email like 'member%')`;
  for (const [id, name] of [
    [officer, 'Olive Officer'],
    [second, 'Sue Second'],
  ]) {
    await source.query(
      `insert into person (id, name, email, created_at) values ($1::uuid, $2, $1::uuid::text || '@n.example', now())`,
      [id, name],
    );
    await source.query(
      `insert into person_role (person_id, role, confirms_from) values ($1, 'officer', '2025-05-01')`,
      [id],
    );
  }
  await source.query(
    `insert into requirement (id, slug, title, core_during)
     select gen_random_uuid(), 'requirement-' || i, 'Requirement ' || i, '{}' from generate_series(1, $1::int) i`,
    [EVIDENCE],
  );
  const [row] = await source.query<{ id: string }[]>(`select id from requirement where slug = 'requirement-1'`);
  const requirement = row!.id;
  await source.query(
    `insert into evidence (id, person_id, requirement_id, kind, source, met_on, valid_until, accepted_by, recorded_at)
     select gen_random_uuid(), p.id, r.id, 'outside_certificate', gen_random_uuid(), date '2025-01-01' + (p.nth % 600)::int,
            case when p.nth % 3 = 0 then date '2026-01-01' + (p.nth % 700)::int end, $1, timestamptz '2025-01-02' + (p.nth % 600) * interval '1 day'
       from ${members} p cross join requirement r`,
    [officer],
  );
  for (const [id, name, most] of [
    [committee, 'Planning Committee', SEATS],
    [everybody, 'Everybody', PEOPLE],
  ] as const) {
    await source.query(
      `insert into body (id, kind, name, during, recorded_at) values ($1, 'committee', $2, '[2020-01-01,)', '2020-01-01')`,
      [id, name],
    );
    await source.query(
      `insert into membership (id, person_id, body_id, capacity, during, recorded_at)
       select gen_random_uuid(), p.id, $1, 'member', '[2025-05-20,)', '2025-05-21' from ${members} p where p.nth <= $2`,
      [id, most],
    );
    await source.query(
      `insert into body_training (id, body_id, requirement_id, during, recorded_at)
       values (gen_random_uuid(), $1, $2, '[2025-01-01,)', '2025-01-01')`,
      [id, requirement],
    );
  }
  const confirmed = async (table: string) =>
    source.query(`update ${table} set confirmed_by = $1, confirmed_at = '2025-01-02'`, [second]);
  await source.query(
    `insert into statutory_accreditation (id, requirement_id, kind, reference, during, entered_by, entered_at)
     values (gen_random_uuid(), $1, 'outside_certificate', 'A', '[2020-01-01,)', $2, '2025-01-01')`,
    [requirement, officer],
  );
  await confirmed('statutory_accreditation');
  await source.query(
    `insert into register_edition (id, mode, starts_on, body_ids, functions, authority, words, entered_by, entered_at)
     values (gen_random_uuid(), 'statutory', '2025-01-01', $1, '', '', '', $2, '2025-01-01')`,
    [[committee], officer],
  );
  await confirmed('register_edition');
  return { officer, committee, everybody, requirement };
}

/** Everybody is asked for all twelve by mandates; every third has met some in time and some not. @returns fifty of them */
async function someMembers(source: DataSource): Promise<string[]> {
  await source.query(
    `insert into mandate (id, title, source, who, role, capacities, requirement_id, anchor, fixed_on, count, unit, before_sitting, anew, during,
       proposed_by, proposed_at, outcome, decided_by, decided_at)
     select gen_random_uuid(), title, '', 'role', 'member', '{}', id, 'fixed', date '2025-01-01', 700, 'day', false, false, '[2025-01-01,)',
            gen_random_uuid(), now(), 'adopted', gen_random_uuid(), now()
       from requirement`,
  );
  await source.query(
    `insert into person_role (person_id, role) select id, 'member' from person where email like 'member%'`,
  );
  await source.query(
    `insert into obligation (id, person_id, mandate_id, since, due_on, made_on, met_on)
     select gen_random_uuid(), p.id, m.id, '2025-01-01', '2026-12-02', '2025-01-01', case when right(p.name, 1) < '5' then date '2025-06-01' end
       from person p cross join mandate m where p.email like 'member%'`,
  );
  await source.query('analyze');
  const rows = await source.query<{ id: string }[]>(
    `select id from person where email like 'member%' order by md5(id::text) limit 50`,
  );
  return rows.map(({ id }) => id);
}
