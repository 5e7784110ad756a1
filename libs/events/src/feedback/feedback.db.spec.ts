import { Test, type TestingModule } from '@nestjs/testing';
import { AskingLetters, AskingWork } from '@induct/letters';
import { daysLater, PlatformModule } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { aPerson } from '../../../../test/support/given-person';
import { anEvent } from '../../../../test/support/given-programme';
import { EventsModule } from '../events.module';
import { Registers } from '../attendance/registers.service';
import { Programme } from '../programme/programme.service';
import { Answering } from './answering.service';
import { Asking } from './asking.service';
import { FeedbackIsClosed, NotAsked } from './feedback.errors';
import { FeedbackAnswerRepository } from './feedback-answer.repository';
import { FeedbackWork } from './feedback-work';
import { FeedbackWorkModule } from './feedback-work.module';
import { monthsLater } from './months-later';
import { WhatWasSaid } from './what-was-said.service';

const WORKERS = 3;
/** A Wednesday, in winter. */
const DAY = '2027-01-13';

let database: TestDatabase;
let parts: TestingModule;
let [officer, session] = ['', ''];
let people: string[];
const clock = new FixedClock();
const of = <T>(service: new (...given: never[]) => T): T => parts.get(service, { strict: false });
const ask = <Row extends object>(sql: string, values: unknown[] = []) => database.source.query<Row[]>(sql, values);
const answers = (q1: number, more: Record<string, number | string> = {}) => ({ q1, q2: 0, q3: 0, o1: 0, ...more });

/** Several workers look at once, twice. @returns the letters written by that, by the beginning of their subject */
async function look(at: string): Promise<Record<string, number>> {
  clock.set(at);
  const seen = await ask<{ id: string }>('select id from mail');
  for (let times = 0; times < 2; times++) {
    await Promise.all(Array.from({ length: WORKERS }, () => of(FeedbackWork).work()));
    await Promise.all(Array.from({ length: WORKERS }, () => new AskingWork(of(AskingLetters), clock).work()));
  }
  const rows = await ask<{ about: string; letters: number }>(
    `select split_part(subject, '?', 1) as about, count(*)::int as letters from mail where id <> all ($1) group by 1`,
    [seen.map(({ id }) => id)],
  );
  return Object.fromEntries(rows.map(({ about, letters }) => [about, letters]));
}

beforeAll(async () => {
  database = await cloneDatabase();
  const platform = PlatformModule.with(testConfig(database.url), database.source, { clock });
  const quiet = class extends FeedbackWork {
    override onApplicationBootstrap(): void {}
  };
  parts = await Test.createTestingModule({ imports: [platform, EventsModule, FeedbackWorkModule] })
    .overrideProvider(FeedbackWork)
    .useClass(quiet)
    .compile();
  await parts.init();
  officer = await aPerson(database.source, { roles: ['officer'] });
  people = [];
  for (let nth = 0; nth < 8; nth++) people.push(await aPerson(database.source, { name: `Member ${nth}` }));
  clock.set(`${DAY}T09:00:00Z`);
  const eventId = await of(Programme).addEvent(
    anEvent('Speaking', { kind: 'workshop', outcomes: ['Make one point'] }),
    officer,
  );
  const plan = { eventId, place: 'The chamber', onlineUrl: null, districts: [], note: null, pools: [] };
  session = await of(Programme).addSession(
    {
      ...plan,
      parts: [
        { on: DAY, from: '09:30', to: '11:00', topics: [] },
        { on: DAY, from: '11:30', to: '13:00', topics: [] },
      ],
    },
    'confirmed',
    officer,
  );
  const marks = people.map((personId, at) => ({
    personId,
    part: 1 + (at % 2),
    value: at < 7 ? ('present' as const) : ('apologies' as const),
  }));
  await of(Registers).mark(session, marks, { by: officer, how: 'register' });
});
afterAll(async () => {
  await parts?.close();
  await database?.drop();
});

describe('feedback about a session', () => {
  it('is asked of whoever was at any part, once it took place, on the next working day and in letter hours', async () => {
    expect(await look('2027-01-14T09:00:00Z')).toEqual({});
    clock.set('2027-01-13T14:00:00Z');
    await of(Programme).setState(session, 'delivered', { by: officer, revision: 1 });
    expect(await look('2027-01-13T15:00:00Z')).toEqual({});
    expect(await look('2027-01-14T07:59:00Z')).toEqual({});
    expect(await look('2027-01-14T08:00:00Z')).toEqual({ 'How was it': 7 });
    const [letter] = await ask<{ text: string }>(`select body_text as text from mail where recipient like $1`, [
      `${people[0]}%`,
    ]);
    expect(letter!.text).toContain(
      `Very good:\n\nhttp://localhost:3000/feedback/${session}?q1=0`.replace('\n\n', '\n'),
    );
    expect(letter!.text).toContain('until 28 January 2027');
  });

  it('is not there for anybody else', async () => {
    for (const other of [people[7]!, officer]) {
      await expect(of(Answering).find(session, other)).rejects.toThrow(NotAsked);
      await expect(of(Answering).answer(session, other, answers(0))).rejects.toThrow(NotAsked);
    }
  });

  it('is asked no more of whoever was not there after all, when the register is put right', async () => {
    const becomes = (value: 'present' | 'absent') =>
      of(Registers).mark(session, [{ personId: people[6]!, part: 1, value }], { by: officer, how: 'register' });
    await becomes('absent');
    await expect(of(Answering).find(session, people[6]!)).rejects.toThrow(NotAsked);
    await expect(of(Answering).answer(session, people[6]!, answers(0))).rejects.toThrow(NotAsked);
    expect(await of(Answering).ofPerson(people[6]!)).toEqual([]);
    clock.set('2027-01-19T08:00:00Z');
    const toRemind = (await of(Asking).untold({ after: '', limit: 20 })).map(({ personId }) => personId);
    clock.set('2027-01-14T08:00:00Z');
    expect(toRemind.toSorted()).toEqual(people.slice(0, 6).toSorted());
    await becomes('present');
    expect(await of(Answering).find(session, people[6]!)).toMatchObject({ state: 'open' });
  });

  it('counts once, however often it is sent', async () => {
    const twice = Array.from({ length: 6 }, () =>
      of(Answering).answer(session, people[0]!, answers(0, { q4: 'The cases' })),
    );
    await Promise.all(twice);
    await of(Answering).answer(session, people[0]!, answers(4));
    expect(await ask('select answers from feedback_answer')).toEqual([{ answers: answers(0, { q4: 'The cases' }) }]);
    expect(await of(Answering).find(session, people[0]!)).toMatchObject({ state: 'answered', title: 'Speaking' });
  });

  it('is kept so that nothing joins an answer to whoever gave it', async () => {
    for (const [at, person] of people.slice(1, 5).entries())
      await of(Answering).answer(session, person, answers(at % 2, { q4: `Words of ${at}` }));
    const [{ columns }] = (await ask<{ columns: string[] }>(
      `select array_agg(column_name::text order by column_name::text) as columns from information_schema.columns where table_name = 'feedback_answer'`,
    )) as [{ columns: string[] }];
    expect(columns).toEqual(['answers', 'audience', 'id', 'session_id', 'stage']);
    // Every row bears the same transaction: that of whoever answered last.
    const marks = await ask<{ xmin: string }>('select distinct xmin::text from feedback_answer');
    expect(marks).toHaveLength(1);
    const [joined] = await ask<{ rows: number }>(
      'select count(*)::int as rows from feedback_answer a join feedback_invitation i on i.xmin = a.xmin',
    );
    expect(joined).toEqual({ rows: 5 });
    const stored = JSON.stringify(await ask('select * from feedback_answer'));
    for (const person of people) expect(stored).not.toContain(person);
  });

  it('lies in an order by chance', async () => {
    const lying = async () =>
      (await ask<{ words: string }>(`select answers ->> 'q4' as words from feedback_answer order by ctid`))
        .map(({ words }) => words)
        .join();
    const orders = new Set([await lying()]);
    const tx = database.source.manager;
    for (let times = 0; times < 12 && orders.size < 3; times++) {
      await tx.transaction(async (inside) => {
        await of(FeedbackAnswerRepository).addAnswer(inside, {
          sessionId: session,
          stage: 'after',
          audience: 'member',
          answers: {},
        });
        await inside.query(`delete from feedback_answer where answers = '{}'`);
      });
      orders.add(await lying());
    }
    expect(orders.size).toBeGreaterThan(2);
  });

  it('reminds once after five days, and nobody who has answered', async () => {
    expect(await look('2027-01-19T07:59:00Z')).toEqual({});
    expect(await look('2027-01-19T08:00:00Z')).toEqual({ 'A reminder: How was it': 2 });
    expect(await look('2027-01-25T08:00:00Z')).toEqual({});
  });

  it('is shown once, after two weeks, and stays as it is shown', async () => {
    clock.set('2027-01-28T20:00:00Z');
    expect(await of(WhatWasSaid).ofSession(session)).toMatchObject([{ stage: 'after', results: null }]);
    clock.set('2027-01-29T00:00:00Z');
    await expect(of(Answering).answer(session, people[5]!, answers(0))).rejects.toThrow(FeedbackIsClosed);
    const [round] = await of(WhatWasSaid).ofSession(session);
    expect(round!.results).toMatchObject({ asked: 7, answered: 5, audiences: [{ first: 0, last: 2, count: 5 }] });
    const byKey = new Map(round!.results!.questions.map((one) => [one.key, one]));
    expect(byKey.get('q1')!.pools).toEqual([{ first: 0, last: 4, count: 5 }]);
    expect(byKey.get('o1')!.pools).toEqual([{ first: 0, last: 2, count: 5 }]);
    expect(byKey.get('q4')!.texts.toSorted()).toEqual([
      'The cases',
      'Words of 0',
      'Words of 1',
      'Words of 2',
      'Words of 3',
    ]);
    expect(await of(WhatWasSaid).ofSession(session)).toEqual([round]);
    const changed = `update feedback_round set results = '{}' where session_id = $1`;
    await expect(ask(changed, [session])).rejects.toThrow('stay as they were shown');
    await expect(ask(`update feedback_round set asked = '[]'`)).rejects.toThrow('stays what it was');
  });

  it('is answered by what was changed, for everybody who was there', async () => {
    await of(WhatWasSaid).sayWhatChanged(session, 'We begin at ten.', officer);
    for (const person of [people[0]!, people[5]!])
      expect(await of(Answering).ofPerson(person)).toMatchObject([
        { title: 'Speaking', changed: 'We begin at ten.', lastDay: DAY },
      ]);
    expect(await of(Answering).ofPerson(people[7]!)).toEqual([]);
  });

  it('asks after three months what has become of it, of the outcomes that were planned then', async () => {
    expect(await look('2027-04-12T09:00:00Z')).toEqual({});
    expect(await look('2027-04-13T09:00:00Z')).toEqual({ 'What has become of it': 7 });
    const found = await of(Answering).find(session, people[5]!);
    expect([found.stage, found.state, found.asked.map(({ words }) => words)]).toEqual([
      'later',
      'open',
      ['Can you make one point?', 'Have you used it since: make one point?'],
    ]);
    await of(Answering).answer(session, people[5]!, { o1: 0, u1: 2 });
    expect(await look('2027-04-19T09:00:00Z')).toEqual({ 'A reminder: What has become of it': 6 });
  });

  it('forgets who was asked when nobody is asked any more; what came of it stays', async () => {
    expect(await look('2027-05-27T09:00:00Z')).toEqual({});
    expect(await ask('select * from feedback_invitation')).toHaveLength(14);
    expect(await look('2027-05-28T09:00:00Z')).toEqual({});
    expect(await ask('select * from feedback_invitation')).toEqual([]);
    expect(await ask('select * from feedback_answer')).toEqual([]);
    expect(await of(WhatWasSaid).ofSession(session)).toMatchObject([
      { stage: 'after', results: { answered: 5 } },
      { stage: 'later', results: { asked: 7, answered: null } },
    ]);
    expect(await of(Answering).ofPerson(people[0]!)).toMatchObject([
      { isForgotten: true },
      { isForgotten: true, changed: 'We begin at ten.' },
    ]);
    await expect(of(Answering).find(session, people[0]!)).rejects.toThrow(NotAsked);
  });
});

it('counts months as PostgreSQL does', async () => {
  const days = Array.from({ length: 1500 }, (_, at) => daysLater('2018-01-01', at));
  const [{ later }] = (await ask<{ later: string[] }>(
    `select array_agg(((d.day::date) + interval '3 months')::date::text order by d.day) as later from unnest($1::text[]) as d (day)`,
    [days],
  )) as [{ later: string[] }];
  expect(days.map((day) => monthsLater(day, 3))).toEqual(later);
  expect(monthsLater('2019-11-29', 3)).toBe('2020-02-29');
});
