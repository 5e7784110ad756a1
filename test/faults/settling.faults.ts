import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { areLetterHours } from '@induct/letters';
import { dayInLondon, daysLater, openDatabase, readConfig, type Day } from '@induct/platform';
import type { DataSource } from 'typeorm';
import { startProcess } from '../support/process';
import { allTables } from '../support/tables';
import type { Trial } from '../support/trial';
import { credentialFaults } from './credentials.faults';
import { killPostgres } from './kill-postgres';

const PEOPLE = 80;
/** Working days of a ladder, from a month before something is due until a month after. */
const DAYS = Number(process.env.SETTLING_DAYS ?? 25);
/** Of the process that settles, every fifth of it with PostgreSQL; as many again of the sites, which make credentials meanwhile. */
const KILLS = 2 * DAYS;
const POSTGRES_EVERY = 5;
/** On a machine that has other things to do as well. */
const PATIENCE_MS = 300_000;
/** Of what is different, so many lines are told. */
const SHOWN = 20;

/**
 * What is asked of 80 people is settled and reminded of on 25 days; on each the process that does it is killed twice and so are two sites that make
 * credentials of their certificates, and every fifth time PostgreSQL. What is kept has to be what it is when nobody is killed.
 */
export async function settlingFaults(trial: Trial): Promise<boolean> {
  const started = performance.now();
  const [calm, shaken] = [await Asked.begin(trial), await Asked.begin(trial)];
  const credentials = await credentialFaults(trial);
  try {
    let kills = 0;
    for (let nth = 0; nth < DAYS; nth++) {
      const at = calm.morning(nth);
      await calm.work(at);
      await shaken.wake();
      for (const due = Math.round((KILLS * (nth + 1)) / DAYS); kills < due; kills++) {
        const isPostgres = kills % POSTGRES_EVERY === POSTGRES_EVERY - 1;
        await Promise.all([
          shaken.workAndDie(at, () => (isPostgres ? killPostgres(trial) : undefined)),
          credentials.dieOnce(),
        ]);
      }
      await shaken.work(at);
      if (nth % 5 === 4) trial.say(`settling: ${nth + 1} days, ${kills} kills of it, ${credentials.kills} of the site`);
    }
    const [wanted, kept] = [await calm.kept(), await shaken.kept()];
    const unlike = [
      ...wanted.filter((line) => !kept.includes(line)).map((line) => `missing: ${line}`),
      ...kept.filter((line) => !wanted.includes(line)).map((line) => `not so undisturbed: ${line}`),
    ];
    for (const line of unlike.slice(0, SHOWN)) trial.say(line);
    const wrong = await credentials.judge();
    trial.say(
      `settling: ${kept.length} obligations, rungs and letters of ${PEOPLE} people on ${DAYS} days, ${unlike.length} different from what comes of it undisturbed; ` +
        `${kills} kills, ${Math.floor(kills / POSTGRES_EVERY)} of them of PostgreSQL; ${Math.round((performance.now() - started) / 1000)} s`,
    );
    return unlike.length === 0 && new Set(kept).size === kept.length && wrong === 0;
  } finally {
    await credentials.close();
    await calm.close();
    await shaken.close();
  }
}

/** People of whom three things are asked, by three days; some have met one of them. */
class Asked {
  private constructor(
    private readonly database: { url: string; drop(): Promise<void> },
    private readonly source: DataSource,
    private readonly dataDir: string,
    private readonly first: Day,
  ) {}

  static async begin(trial: Trial): Promise<Asked> {
    const database = await trial.freshDatabase();
    const { DATABASE_URL } = readConfig({ NODE_ENV: 'test', DATABASE_URL: database.url });
    const source = await openDatabase(DATABASE_URL, allTables);
    const first = dayInLondon(new Date());
    const asked = new Asked(database, source, trial.dataDir, first);
    await asked.fill();
    return asked;
  }

  /** Ten in the morning of the n-th day on which people are written to. */
  morning(nth: number): string {
    let [day, left] = [this.first, nth];
    for (; !isForLetters(day) || left > 0; day = daysLater(day, 1)) if (isForLetters(day)) left--;
    return tenOf(day);
  }

  /** A day's work, undisturbed. */
  async work(at: string): Promise<void> {
    const working = this.start(at);
    for (const since = performance.now(); !(await this.isDone(at)); await wait(50)) {
      if (performance.now() - since > PATIENCE_MS) throw new Error('The day’s work was not done in five minutes');
    }
    await working.stop();
  }

  /** It is killed at some moment of its start or its work, by itself or with what it stands on. */
  async workAndDie(at: string, kill: () => Promise<unknown> | undefined): Promise<void> {
    const working = this.start(at);
    const begun = await this.rows(`select 1 from settling_mark`);
    const until = performance.now() + 15_000;
    const enough = begun.length * Math.random();
    while ((await this.rows(`select 1 from settling_mark`)).length > enough && performance.now() < until) await wait(5);
    await wait(Math.random() * 250);
    await kill();
    await working.kill();
  }

  /** Everybody is marked once more, so that every day has its work. */
  async wake(): Promise<void> {
    await this.rows('insert into settling_mark (id, person_id) select gen_random_uuid(), id from person');
  }

  /** Every obligation, rung and letter, by names. */
  async kept(): Promise<string[]> {
    const rows = await this.rows<{ line: string }>(`
      select concat_ws(' ', 'asked', p.name, m.title, o.since, o.due_on, o.made_on, o.met_on, o.closed_on, o.ask_on, o.next_on, o.again_on) as line
        from obligation o join mandate m on m.id = o.mandate_id join person p on p.id = o.person_id
      union all
      select concat_ws(' ', 'rung', p.name, m.title, o.since, r.step, r.reader, r.reached_on, r.told_on)
        from reminder r join obligation o on o.id = r.obligation_id join mandate m on m.id = o.mandate_id join person p on p.id = o.person_id
      union all
      select concat_ws(' ', 'letter', p.name, split_part(l.dedupe_key, ':', 1), split_part(l.dedupe_key, ':', 3), l.subject, md5(l.body_text))
        from mail l join person p on p.email = l.recipient
      order by 1`);
    return rows.map(({ line }) => line);
  }

  async close(): Promise<void> {
    await this.source.destroy();
    await this.database.drop();
  }

  private start(at: string) {
    return startProcess(
      join(__dirname, 'settling.main.js'),
      {
        DATABASE_URL: this.database.url,
        DATA_DIR: this.dataDir,
        SETTLING_AT: at,
        NODE_COMPILE_CACHE: join(this.dataDir, 'compiled'),
      },
      'ignore',
    );
  }

  private async isDone(at: string): Promise<boolean> {
    const day = at.slice(0, 10);
    const [left] = await this.rows<{ isDone: boolean }>(`
      select (select value #>> '{}' from setting where key = 'mandates.looked-on') = '${day}'
         and (select value #>> '{}' from setting where key = 'mandates.champions-week') = date_trunc('week', date '${day}')::date::text
         and not exists (select 1 from settling_mark)
         and not exists (select 1 from obligation where least(ask_on, next_on) <= '${day}' and met_on is null and closed_on is null)
         and not exists (select 1 from reminder where told_on is null and reader <> 'champion') as "isDone"`);
    return left?.isDone === true;
  }

  /** PostgreSQL may be recovering. */
  private async rows<Row>(sql: string, tries = 100): Promise<Row[]> {
    try {
      return await this.source.query<Row[]>(sql);
    } catch (error) {
      if (tries === 0) throw error;
      await wait(100);
      return this.rows(sql, tries - 1);
    }
  }

  private async fill(): Promise<void> {
    const [, officer, second] = [0, 1, 2].map((nth) => `00000000-0000-4000-8000-00000000000${nth}`);
    await this.source.query(
      `insert into person (id, name, email, political_group, created_at)
       select gen_random_uuid(), 'Member ' || i, 'member' || i || '@northmoor.example', case when i % 2 = 0 then 'Green' end, now() from generate_series(1, $1::int) i`,
      [PEOPLE],
    );
    await this.source.query(`insert into person_role (person_id, role) select id, 'member' from person`);
    await this.source.query(
      `insert into person_role (person_id, role) select id, 'champion' from person where name = 'Member 2'`,
    );
    await this.source.query(
      `insert into requirement (id, slug, title, core_during)
       select gen_random_uuid(), 'need-' || i, 'Requirement ' || i, '{}' from generate_series(1, 3) i`,
    );
    await this.source.query(
      `insert into mandate (id, title, source, who, role, capacities, requirement_id, anchor, fixed_on, count, unit, before_sitting, anew, during,
         proposed_by, proposed_at, outcome, decided_by, decided_at)
       select gen_random_uuid(), title, '', 'role', 'member', '{}', id, 'fixed', $1::date, (case slug when 'need-1' then 3 when 'need-2' then 16 else 30 end),
              'day', false, false, daterange($1::date - 30, null), $2, now(), 'adopted', $3, now()
         from requirement`,
      [this.first, officer, second],
    );
    // Every third has met one of them, every fifth meets it some days later.
    await this.source.query(
      `insert into evidence (id, person_id, requirement_id, kind, source, met_on, accepted_by, recorded_at)
       select gen_random_uuid(), p.id, r.id, 'outside_certificate', gen_random_uuid(), $1::date - 1, $2, now()
         from person p join requirement r on r.slug = 'need-' || (1 + length(p.name) % 3) where right(p.name, 1) in ('3', '6', '9')`,
      [this.first, officer],
    );
  }
}

const tenOf = (day: Day): string => `${day}T10:00:00Z`;
/** On any other day some of the day's work waits. */
const isForLetters = (day: Day): boolean => areLetterHours(new Date(tenOf(day)));
