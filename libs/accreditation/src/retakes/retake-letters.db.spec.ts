import { Test, type TestingModule } from '@nestjs/testing';
import { AskingLetters, AskingWork } from '@induct/letters';
import { Clock, PlatformModule } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { GivenCouncil } from '../../../../test/support/given-council';
import { RetakeLettersModule } from './retake-letters.module';

const WORKERS = 3;
const MEMBERS = 130;

describe('letters about retakes', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let workers: AskingWork[];
  let given: GivenCouncil;
  const clock = new FixedClock();

  beforeAll(async () => {
    database = await cloneDatabase();
    given = new GivenCouncil(database.source);
    module = await Test.createTestingModule({
      imports: [PlatformModule.with(testConfig(database.url), database.source, { clock }), RetakeLettersModule],
    }).compile();
    await module.init();
    const parts = [module.get(AskingLetters, { strict: false }), module.get(Clock, { strict: false })] as const;
    workers = Array.from({ length: WORKERS }, () => new AskingWork(...parts));
  });
  afterAll(async () => {
    await module?.close();
    await database?.drop();
  });

  /** All workers look at the same time, twice. @returns the letters written since the last look, by their subject */
  async function look(at: string): Promise<Record<string, number>> {
    const seen = await database.source.query<{ id: string }[]>('select id from mail');
    clock.set(at);
    for (let times = 0; times < 2; times += 1) await Promise.all(workers.map((one) => one.work()));
    const rows = await database.source.query<{ subject: string; letters: number }[]>(
      'select subject, count(*)::int as letters from mail where id <> all ($1) group by 1',
      [seen.map(({ id }) => id)],
    );
    return Object.fromEntries(rows.map(({ subject, letters }) => [subject, letters]));
  }

  it('are written once each, to those who have not taken it again, however many workers look', async () => {
    const code = await given.aModule({ title: 'The code of conduct', core: true });
    const people: string[] = [];
    for (let nth = 0; nth < MEMBERS; nth += 1) {
      const id = await given.aPerson({ name: `Member ${nth}` });
      await given.aResult(id, code, { at: '2026-09-01T10:00:00Z', completion: 'completed', done: true });
      people.push(id);
    }
    // Somebody who has left, and somebody who never completed it.
    await database.source.query('delete from person_role where person_id = $1', [people[0]]);
    await given.aPerson({ name: 'Ada Newcomer' });
    const { versionId } = await given.isRenewed(
      code,
      { policy: 'retake', retakeBy: '2027-03-01', changeNote: 'The limit for gifts is £50.' },
      new Date('2026-11-20T09:00:00Z'),
    );

    expect(await look('2026-11-20T09:01:00Z')).toEqual({ 'Please take a module again: The code of conduct': 129 });
    expect(await look('2026-12-24T09:00:00Z')).toEqual({});
    for (const id of people.slice(1, 30)) await given.isTakenAgain(id, versionId, new Date('2027-01-05T10:00:00Z'));
    expect(await look('2027-02-15T07:59:00Z')).toEqual({});
    expect(await look('2027-02-15T08:00:00Z')).toEqual({
      'A reminder: please take The code of conduct again by 1 March 2027': 100,
    });
    for (const id of people.slice(30, 100)) await given.isTakenAgain(id, versionId, new Date('2027-02-20T10:00:00Z'));
    expect(await look('2027-03-01T23:59:00Z')).toEqual({});
    expect(await look('2027-03-02T08:00:00Z')).toEqual({ 'Overdue: please take The code of conduct again': 30 });
    expect(await look('2027-03-20T08:00:00Z')).toEqual({});
  });

  it('speak of the earliest day, when a module was renewed twice', async () => {
    clock.set('2026-11-20T09:00:00Z');
    const data = await given.aModule({ title: 'Looking after data', slug: 'data' });
    const id = await given.aPerson({ name: "Siobhán O'Neill" });
    await given.aResult(id, data, { at: '2026-09-01T10:00:00Z', completion: 'completed', done: true });
    await given.isRenewed(data, { policy: 'retake', retakeBy: '2027-02-01' }, new Date('2026-10-01T09:00:00Z'));
    await given.isRenewed(data, { policy: 'retake', retakeBy: '2027-06-01' }, new Date('2026-11-20T09:00:00Z'));
    expect(await look('2026-11-20T10:00:00Z')).toEqual({ 'Please take a module again: Looking after data': 1 });
    const [letter] = await database.source.query<{ text: string; recipient: string }[]>(
      `select body_text as text, recipient from mail where subject like '%Looking after data' limit 1`,
    );
    expect(letter).toEqual({
      recipient: `${id}@northmoor.example`,
      text: "Dear Siobhán O'Neill,\n\n“Looking after data” has been renewed. Please take it again by 1 February 2027.\n\nhttp://localhost:3000/modules/data\n\nWhat you completed before, and your certificates, stay on record.\n\nChoose how often you get letters like this:\nhttp://localhost:3000/account/letters\n",
    });
    expect(await look('2027-05-20T10:00:00Z')).toEqual({});
  });

  it('say nothing of a module that members no longer see', async () => {
    const safety = await given.aModule({ title: 'Personal safety', slug: 'safety' });
    const id = await given.aPerson();
    await given.aResult(id, safety, { at: '2026-09-01T10:00:00Z', completion: 'completed', done: true });
    await given.isRenewed(safety, { policy: 'retake', retakeBy: '2027-06-01' }, new Date('2027-05-20T09:00:00Z'));
    await database.source.transaction(async (tx) => {
      await tx.query(`update course_version set state = 'retired' where course_id = $1`, [safety.id]);
      await tx.query('update course set published_version_id = null where id = $1', [safety.id]);
    });
    expect(await look('2027-05-21T10:00:00Z')).toEqual({});
  });
});
