import { afterCommit, openDatabase, question, together, Transactions, withCommit } from '@induct/platform';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { QueryOutsideTheTransaction } from './transaction-in-hand';

let database: TestDatabase;
let source: DataSource;
let transactions: Transactions;

beforeAll(async () => {
  database = await cloneDatabase();
  await database.asOwner('create table told (word text primary key); grant all on told to public');
  // One connection that lives through everything: what spoils it is seen.
  source = await openDatabase(database.url, [], { poolSize: 1 });
  transactions = new Transactions(source);
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});
beforeEach(() => database.source.query('delete from told'));

const say = (word: unknown) =>
  question({ name: 'say', text: 'insert into told values ($1) returning word', values: [word] }, (rows) => rows.length);
const told = question(
  { name: 'told', text: 'select word from told order by word', values: [] },
  (rows: { word: string }[]) => rows.map(({ word }) => word),
);
const wait = question({ name: 'wait', text: `select pg_advisory_xact_lock(7)`, values: [] }, () => undefined);
const remembered = () => database.source.query<{ word: string }[]>('select word from told order by word');

describe('questions asked together', () => {
  it('are answered one by one, each seeing what the ones before it wrote', async () => {
    const answers = transactions.run((tx) => together(tx, [told, say('a'), say('b'), told]));
    expect(await answers).toEqual([[], 1, 1, ['a', 'b']]);
  });

  it('read what others committed while the one before it waited', async () => {
    const other = new Client({ connectionString: database.url });
    await other.connect();
    await other.query('begin');
    await other.query('select pg_advisory_xact_lock(7)');
    const read = transactions.run((tx) => together(tx, [told, wait, told]));
    await database.untilWaiting(1);
    await other.query(`insert into told values ('meanwhile')`);
    await other.query('commit');
    await other.end();
    expect(await read).toEqual([[], undefined, ['meanwhile']]);
  });

  it.each<[string, unknown]>([
    ['fails', 'a'],
    ['cannot be written', { toPostgres: refuse }],
  ])('end with the first that %s, and spoil neither the connection nor what follows on it', async (what, second) => {
    const later = question({ name: `after what ${what}`, text: 'select 1 as one', values: [] }, (rows) => rows);
    const attempt = transactions.run((tx) => together(tx, [say('a'), say(second), later]));
    await expect(attempt).rejects.toThrow(/duplicate key|cannot be written/);
    expect(await remembered()).toEqual([]);
    expect(await transactions.run((tx) => together(tx, [later, say('c')]))).toEqual([[{ one: 1 }], 1]);
  });

  it('are refused under a name that is taken', async () => {
    const other = question({ name: 'say', text: 'select 1', values: [] }, (rows) => rows);
    await expect(transactions.run((tx) => together(tx, [say('a'), other]))).rejects.toThrow(/must be unique/);
    expect(await transactions.run((tx) => together(tx, [told]))).toEqual([[]]);
  });

  it('fail with a connection that is cut', async () => {
    const cut = question(
      { name: 'cut', text: 'select pg_terminate_backend(pg_backend_pid())', values: [] },
      (rows) => rows,
    );
    await expect(transactions.run((tx) => together(tx, [say('a'), cut, say('b')]))).rejects.toThrow(/terminat/);
    expect(await transactions.run((tx) => together(tx, [told]))).toEqual([[]]);
  });
});

describe('a transaction that begins with questions', () => {
  it('is committed with them, and followed up', async () => {
    const followed: string[] = [];
    const result = await transactions.asking([say('a'), told], async (tx, answers) => {
      afterCommit(tx, () => void followed.push('after'));
      await tx.query(`insert into told values ('b')`);
      expect(followed).toEqual([]);
      return answers;
    });
    expect(result).toEqual([1, ['a']]);
    expect(await remembered()).toEqual([{ word: 'a' }, { word: 'b' }]);
    expect(followed).toEqual(['after']);
  });

  it('is taken back with them, whichever fails, and gives its connection back', async () => {
    const failed = transactions.asking([say('a')], () => Promise.reject(new Error('no')));
    await expect(failed).rejects.toThrow('no');
    await expect(transactions.asking([say('a'), say('a')], () => Promise.resolve())).rejects.toThrow(/duplicate/);
    expect(await remembered()).toEqual([]);
    expect(await source.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is in hand like any other: no second connection, and no transaction within it', async () => {
    await expect(transactions.asking([told], () => source.query('select 1'))).rejects.toThrow(
      QueryOutsideTheTransaction,
    );
    // TypeORM would begin and commit one of its own, had it not been told of this.
    const within = transactions.asking([say('a')], async (tx) => {
      await tx.transaction((nested) => nested.query(`insert into told values ('b')`));
      throw new Error('no');
    });
    await expect(within).rejects.toThrow('no');
    expect(await remembered()).toEqual([]);
  });
});

describe('what goes out with the commit', () => {
  const heard: unknown[] = [];
  const hear = (answer: unknown) => void heard.push(answer);
  beforeEach(() => void (heard.length = 0));

  it('goes after everything else of a transaction that begins with questions, and is heard of once it is committed', async () => {
    const words = await transactions.asking([say('a')], async (tx) => {
      await withCommit(tx, told, hear);
      await withCommit(tx, say('z'), hear);
      await tx.query(`insert into told values ('b')`);
      return tx.query('select word from told order by word');
    });
    expect(words).toEqual([{ word: 'a' }, { word: 'b' }]);
    expect(heard).toEqual([['a', 'b'], 1]);
    expect(await remembered()).toEqual([{ word: 'a' }, { word: 'b' }, { word: 'z' }]);
  });

  it('takes all of it back where it fails, and nobody hears of it', async () => {
    const attempt = transactions.asking([say('a')], async (tx) => {
      await withCommit(tx, told, hear);
      await withCommit(tx, say('a'), hear);
    });
    await expect(attempt).rejects.toThrow(/duplicate/);
    expect([await remembered(), heard]).toEqual([[], []]);
    await transactions.asking([say('a')], (tx) => withCommit(tx, told, hear));
    expect([await remembered(), heard]).toEqual([[{ word: 'a' }], [['a']]]);
  });

  it('goes out at once in any other transaction, and is heard of after the commit all the same', async () => {
    await transactions.run(async (tx) => {
      await withCommit(tx, say('a'), hear);
      expect([await tx.query('select word from told'), heard]).toEqual([[{ word: 'a' }], []]);
    });
    expect(heard).toEqual([1]);
    await transactions.rehearse((tx) => withCommit(tx, say('b'), hear));
    expect([await remembered(), heard]).toEqual([[{ word: 'a' }], [1]]);
  });
});

function refuse(): never {
  throw new Error('cannot be written');
}
