import { afterCommit, NoDatabaseConnection, openDatabase, Transactions } from '@induct/platform';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { SettingEntity } from './setting.entity';
import { QueryOutsideTheTransaction } from './transaction-in-hand';

let database: TestDatabase;
let source: DataSource;
let transactions: Transactions;

beforeAll(async () => {
  database = await cloneDatabase();
  // Long enough for a busy machine to make a connection.
  const patience = { connection: 1500, idleInTransaction: 2500, statement: 3000 };
  source = await openDatabase(database.url, [{ entities: [SettingEntity], migrations: [] }], { poolSize: 2, patience });
  transactions = new Transactions(source);
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const answers = () => source.query('select 1 as one');

describe('work within a transaction', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['the pool', answers],
    ['the manager', () => source.manager.query('select 1')],
    ['an entity', () => source.manager.findOneBy(SettingEntity, { key: 'one' })],
    ['a repository', () => source.getRepository(SettingEntity).delete({ key: 'one' })],
    ['another transaction', () => transactions.run((tx) => tx.query('select 1'))],
    ['a connection of its own', () => source.createQueryRunner().connect() as Promise<unknown>],
    ['the pool, a while and some calls later', () => new Promise((done) => setTimeout(done, 5)).then(answers)],
  ])('is refused a second connection: %s', async (_, other) => {
    const work = transactions.run(async (tx) => {
      await tx.query('select 1');
      await other();
    });
    await expect(work).rejects.toThrow(QueryOutsideTheTransaction);
    await expect(answers()).resolves.toEqual([{ one: 1 }]);
  });

  it('is refused one whoever opened the transaction', async () => {
    for (const opened of [source, source.manager]) {
      await expect(opened.transaction(async () => void (await answers()))).rejects.toThrow(QueryOutsideTheTransaction);
      const isolated = opened.transaction('SERIALIZABLE', async () => void (await answers()));
      await expect(isolated).rejects.toThrow(QueryOutsideTheTransaction);
      await expect(opened.transaction((tx) => tx.query('select 1 as one'))).resolves.toEqual([{ one: 1 }]);
    }
  });

  it('leaves the pool to what follows its commit, and to what it began and did not wait for', async () => {
    const seen: unknown[] = [];
    let later: Promise<unknown> = Promise.resolve();
    await transactions.run(async (tx) => {
      afterCommit(tx, async () => void seen.push(await answers()));
      later = new Promise((done) => setTimeout(done, 50)).then(answers);
      await tx.query('select 1');
    });
    expect([seen, await later]).toEqual([[[{ one: 1 }]], [{ one: 1 }]]);
  });
});

describe('a rehearsal', () => {
  it('tells what would come of it, and leaves nothing', async () => {
    const followed = jest.fn();
    const seen = await transactions.rehearse(async (tx) => {
      afterCommit(tx, followed);
      await tx.insert(SettingEntity, { key: 'rehearsed', value: 'yes', changedAt: new Date() });
      return await tx.query('select key from setting');
    });
    expect(seen).toContainEqual({ key: 'rehearsed' });
    expect(await source.query(`select key from setting where key = 'rehearsed'`)).toEqual([]);
    expect(followed).not.toHaveBeenCalled();
  });

  it('throws what the work throws', async () => {
    await expect(transactions.rehearse(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });
});

describe('a connection', () => {
  const held = async () => {
    let letGo = () => {};
    const until = new Promise<void>((done) => (letGo = done));
    let work: Promise<void> = Promise.resolve();
    await new Promise<void>((begun) => {
      work = transactions.run(() => {
        begun();
        return until;
      });
    });
    return { work, letGo };
  };

  it('is waited for so long and no longer', async () => {
    const said = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    const both = [await held(), await held()];
    await expect(answers()).rejects.toThrow(NoDatabaseConnection);
    expect(said).toHaveBeenCalledWith(expect.stringContaining('2 in use'));
    jest.restoreAllMocks();
    for (const { letGo } of both) letGo();
    await Promise.all(both.map(({ work }) => work));
    await expect(answers()).resolves.toEqual([{ one: 1 }]);
  });

  it('comes back from a transaction in which nothing happens, and from a statement that does not end', async () => {
    const forgotten = await held();
    const lost = forgotten.work.then(
      () => false,
      () => true,
    );
    await expect(source.query('select pg_sleep(20)')).rejects.toThrow('statement timeout');
    await new Promise((done) => setTimeout(done, 100));
    forgotten.letGo();
    expect(await lost).toBe(true);
    await expect(Promise.all([answers(), answers()])).resolves.toHaveLength(2);
  });

  it('is not there once the database is closed, and that is said as such', async () => {
    const closed = await openDatabase(database.url, [], { poolSize: 1 });
    await closed.destroy();
    const said = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    await expect(closed.query('select 1')).rejects.toThrow(NoDatabaseConnection);
    expect(said).toHaveBeenCalledWith(expect.stringContaining('the database is closed'));
    jest.restoreAllMocks();
  });
});
