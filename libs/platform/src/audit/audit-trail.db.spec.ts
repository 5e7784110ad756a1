import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AuditKey,
  auditKeyFile,
  AuditTrail,
  checkpointsAreGone,
  SystemIds,
  Transactions,
  verifyAuditTrail,
} from '@induct/platform';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { AuditCheckpoints } from './audit-checkpoints';
import { CheckpointFile } from './checkpoint-file';

const person = new SystemIds().uuid();
const DETAIL = { b: 1, a: { d: [1, { z: null, y: 'é' }], c: true }, never: undefined };
const UNGUARDED = 'alter table audit_event disable trigger user; alter table audit_seal disable trigger user';

describe('the audit trail', () => {
  let dataDir: string;
  let database: TestDatabase;
  let transactions: Transactions;
  let key: AuditKey;
  let trail: AuditTrail;
  let checkpoints: AuditCheckpoints;
  const clock = new FixedClock();

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'audit-'));
    database = await cloneDatabase();
    transactions = new Transactions(database.source);
    key = new AuditKey({ DATA_DIR: dataDir, AUDIT_KEY: undefined });
    trail = new AuditTrail(clock, key, database.source);
    checkpoints = new AuditCheckpoints({ DATA_DIR: dataDir }, database.source, key, clock);
  });
  afterEach(async () => {
    await database.drop();
    rmSync(dataDir, { recursive: true });
  });

  const record = (subjectId: string, detail: Record<string, unknown> = DETAIL) =>
    transactions.run((tx) =>
      trail.record(tx, { actorId: person, action: 'thing.done', subjectType: 'thing', subjectId, detail }),
    );
  const records = async (count: number) => {
    for (let index = 1; index <= count; index++) await record(String(index));
  };
  const lines = () => new CheckpointFile(dataDir).lines();
  const verdict = async (more: string[] = []) =>
    verifyAuditTrail(database.source.manager, key, [...(await lines()), ...more]);
  const harm = async (more: string[] = []) => {
    const { harm: found, events } = await verdict(more);
    return [found?.kind, found?.event, events];
  };
  /** Done by whoever has the whole database, and not the key. */
  const behindItsBack = (sql: string) => database.asOwner(`${UNGUARDED}; ${sql}`);
  /** The whole trail made anew, in the way of a version without keys. */
  const rechained = async () => {
    const rows = await database.source.query<{ id: string; text: string }[]>(
      'select id, concat(at, actor_id, action, subject_id, detail) as text from audit_event order by id',
    );
    let previous: Buffer = Buffer.alloc(32);
    const updates = rows.map(({ id, text }) => {
      const hash = createHash('sha256').update(previous).update(text).digest();
      const update = `update audit_event set previous_hash = '\\x${previous.toString('hex')}', hash = '\\x${hash.toString('hex')}' where id = ${id}`;
      previous = hash;
      return update;
    });
    await behindItsBack(updates.join(';'));
  };

  it('takes many events of one act at once, and is the same chain', async () => {
    await record('before');
    const events = ['1', '2', '3'].map((subjectId) => ({
      actorId: subjectId === '2' ? null : person,
      action: 'thing.done',
      subjectType: 'thing',
      subjectId,
      detail: { ...DETAIL, subjectId },
    }));
    await transactions.run((tx) => trail.recordAll(tx, events));
    await transactions.run((tx) => trail.recordAll(tx, []));
    await record('after');
    const rows = await database.source.query<{ subject_id: string }[]>(
      'select subject_id from audit_event order by id',
    );
    expect(rows.map(({ subject_id }) => subject_id)).toEqual(['before', '1', '2', '3', 'after']);
    expect(await harm()).toEqual([undefined, undefined, 5]);
  });

  it('is one unbroken chain, even when many act at once, and no two events follow the same one', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => record(String(index))));
    await expect(verdict()).resolves.toMatchObject({ events: 20 });
    expect((await verdict()).harm).toBeUndefined();
    const twin = `insert into audit_event (at, action, subject_type, subject_id, detail, previous_hash, hash, key_id)
      select at, action, subject_type, subject_id, detail, previous_hash, hash, key_id from audit_event limit 1`;
    await expect(database.source.query(twin)).rejects.toThrow('audit_event_follows');
  });

  it('is whole whatever the detail was made of', async () => {
    await record('dates', { deadline: new Date('2026-12-01T17:00:00Z'), list: [new Date(0)], never: undefined });
    await record('numbers', { big: 1e21, tiny: 1e-7, zero: -0, none: NaN, odd: 0.1 + 0.2, huge: 2 ** 53 + 2 });
    await record('texts', { 'b é': '𝒳 "quoted" \\', '': '', a: { toJSON: () => 'itself' } });
    await record('capitals', {});
    expect(await verdict()).toMatchObject({ events: 4 });
    expect((await verdict()).harm).toBeUndefined();
  });

  it('is never changed, deleted or emptied: not by the application, and not by the owner of the tables', async () => {
    await records(1);
    for (const sql of [
      `update audit_event set action = 'x'`,
      'delete from audit_event',
      'truncate audit_event cascade',
    ]) {
      await expect(database.source.query(sql)).rejects.toThrow('permission denied');
      await expect(database.asOwner(sql)).rejects.toThrow('never changed or deleted');
    }
  });

  it.each([
    ['changed', `update audit_event set detail = '{}' where id = 4`, ['changed', '4', 3]],
    [
      'moved by a microsecond',
      `update audit_event set at = at + interval '1 microsecond' where id = 4`,
      ['changed', '4', 3],
    ],
    ['with another hash', `update audit_event set hash = sha256(hash) where id = 4`, ['changed', '4', 3]],
    ['deleted', 'delete from audit_event where id = 4', ['missing before', '5', 3]],
    ['deleted at the beginning', 'delete from audit_event where id = 1', ['missing before', '2', 0]],
    ['without its key', 'update audit_event set key_id = null where id = 4', ['unsealed', '4', 3]],
    ['with another key', `update audit_event set key_id = 'other' where id = 4`, ['another key', '4', 3]],
  ])('names the first event that was %s behind its back', async (_, sql, expected) => {
    await records(7);
    await behindItsBack(sql);
    expect(await harm()).toEqual(expected);
  });

  it('cannot be made anew without the key', async () => {
    await records(5);
    await behindItsBack(`update audit_event set detail = '{}' where id = 4`);
    await rechained();
    expect(await harm()).toEqual(['changed', '1', 0]);
  });

  it('shows a cut or empty end by the checkpoints', async () => {
    await records(5);
    await checkpoints.write();
    await behindItsBack('delete from audit_event where id > 3');
    expect(await harm()).toEqual(['cut', '5', 3]);
    expect((await verdict()).harm!.words).toContain('had 5 events');
    await behindItsBack('truncate audit_event cascade');
    expect(await harm()).toEqual(['cut', '5', 0]);
  });

  it('says that its checkpoints are gone, as soon as there should be some', async () => {
    const after = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000);
    expect(checkpointsAreGone(await lines(), await verdict(), after(60))).toBeUndefined();
    await records(2);
    expect(checkpointsAreGone(await lines(), await verdict(), after(5))).toBeUndefined();
    expect(checkpointsAreGone(await lines(), await verdict(), after(11))).toContain('checkpoints are gone');
    await checkpoints.write();
    expect(checkpointsAreGone(await lines(), await verdict(), after(11))).toBeUndefined();
  });

  it('shows by a checkpoint from the minutes what somebody with the key and the files has made anew', async () => {
    await records(3);
    await checkpoints.write();
    const [minuted] = await lines();
    expect((await verdict([minuted!.replaceAll(' ', '\n ')])).harm).toBeUndefined();
    rmSync(join(dataDir, 'audit'), { recursive: true });
    await behindItsBack('truncate audit_event restart identity cascade');
    await records(2);
    await record('other');
    expect((await verdict()).harm).toBeUndefined();
    expect(await harm([minuted!])).toEqual(['rewritten', '3', 2]);
    expect(await harm([minuted!.replace('3 events', '2 events')])).toEqual(['false checkpoint', undefined, 0]);
    expect(await harm(['Minutes of the meeting'])).toEqual(['false checkpoint', undefined, 0]);
  });

  it('writes a checkpoint at the start, when something was added, once a day, and at the end', async () => {
    await records(1);
    await checkpoints.onApplicationBootstrap();
    await checkpoints.write();
    expect(await lines()).toHaveLength(1);
    await records(1);
    await checkpoints.write();
    expect(await lines()).toHaveLength(2);
    clock.advance(24 * 3_600_000);
    await checkpoints.write();
    expect(await lines()).toHaveLength(3);
    await records(1);
    await checkpoints.onApplicationShutdown();
    expect(await lines()).toHaveLength(4);
    expect((await verdict()).harm).toBeUndefined();
  });

  it.each([5, 90, 190])('goes on after a checkpoint of which the disk took only %i characters', async (length) => {
    const { path } = new CheckpointFile(dataDir);
    await records(1);
    await checkpoints.write();
    appendFileSync(path, readFileSync(path, 'utf8').slice(0, length));
    expect(await harm()).toEqual([undefined, undefined, 1]);
    await records(1);
    await checkpoints.write();
    await checkpoints.write();
    expect(await lines()).toHaveLength(2);
    expect(await harm()).toEqual([undefined, undefined, 2]);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/hash ./, 'hash x'));
    expect(await harm()).toEqual(['false checkpoint', undefined, 0]);
  });

  it.each(['', 'abc', 'x'.repeat(64)])('is not written with a key file of which only %p is left', async (left) => {
    await records(1);
    writeFileSync(auditKeyFile(dataDir), left);
    const other = new AuditKey({ DATA_DIR: dataDir, AUDIT_KEY: undefined });
    expect(() => other.hash(Buffer.alloc(32), 'event')).toThrow(/audit\.key is damaged/);
  });

  it('keeps its key and its checkpoints for their owner alone', async () => {
    await records(1);
    await checkpoints.write();
    const file = auditKeyFile(dataDir);
    expect(readFileSync(file, 'utf8')).toMatch(/^[0-9a-f]{64}$/);
    const modes = [file, join(file, '..'), new CheckpointFile(dataDir).path].map((path) => statSync(path).mode & 0o777);
    expect(modes).toEqual([0o600, 0o700, 0o600]);
    expect(new AuditKey({ DATA_DIR: dataDir, AUDIT_KEY: undefined }).id).toBe(key.id);
    expect(new AuditKey({ DATA_DIR: dataDir, AUDIT_KEY: 'x'.repeat(32) }).id).not.toBe(key.id);
  });

  describe('of an earlier version', () => {
    /** As version 0.1 wrote it: SHA-256 over the objects in hand, in which a Date was `{}`. */
    const olderTrail = async (follows: Buffer = Buffer.alloc(32)) => {
      let previous = follows;
      for (const [subject, hashed, stored] of [
        ['1', '{"a":1,"b":"two"}', '{"b": "two", "a": 1}'],
        ['2', '{"deadline":{}}', '{"deadline": "2026-12-01T17:00:00.000Z"}'],
        ['3', '{}', '{}'],
      ]) {
        const event = `["2026-11-22T14:32:00.000Z","${person}","thing.done","thing","${subject}",${hashed}]`;
        const hash = createHash('sha256').update(previous).update(event).digest();
        await database.source.query(
          `insert into audit_event (at, actor_id, action, subject_type, subject_id, detail, previous_hash, hash)
           values ('2026-11-22T14:32:00Z', $1, 'thing.done', 'thing', $2, $3, $4, $5)`,
          [person, subject, stored, previous, hash],
        );
        previous = hash;
      }
    };

    it('is sealed when Induct starts, once, and goes on', async () => {
      await olderTrail();
      expect(await harm()).toEqual(['unsealed', '1', 0]);
      await trail.onApplicationBootstrap();
      await trail.onApplicationBootstrap();
      expect((await verdict()).harm).toBeUndefined();
      await record('4');
      expect(await verdict()).toMatchObject({ events: 4 });
      expect((await verdict()).harm).toBeUndefined();
    });

    it('is sealed by the first event when nobody has started it', async () => {
      await olderTrail();
      await record('4');
      expect(await verdict()).toMatchObject({ events: 4 });
      expect((await verdict()).harm).toBeUndefined();
    });

    it.each([
      ['there was one', olderTrail, ['unsealed', '5', 4]],
      ['there was none', () => Promise.resolve(), ['unsealed', '2', 1]],
    ])(
      'is sealed once only when %s: what is slipped in later is named, whatever follows',
      async (_, older, expected) => {
        await older();
        await record('with a key');
        const [last] = await database.source.query<[{ hash: Buffer }]>('select hash from audit_event order by id desc');
        // The application's own role may do this: whoever finds a hole in it, too.
        await olderTrail(last.hash);
        await trail.onApplicationBootstrap();
        await record('after it');
        await trail.onApplicationBootstrap();
        expect(await harm()).toEqual(expected);
      },
    );

    it.each([
      ['changed', `update audit_event set detail = '{"b": "three", "a": 1}' where id = 1`, ['changed', '1', 0]],
      [
        'deleted',
        'delete from audit_seal where event_id = 2; delete from audit_event where id = 2',
        ['missing before', '3', 1],
      ],
      ['without its seal', 'delete from audit_seal where event_id = 2', ['unsealed', '2', 1]],
    ])('shows what was %s after that', async (_, sql, expected) => {
      await olderTrail();
      await trail.onApplicationBootstrap();
      await behindItsBack(sql);
      expect(await harm()).toEqual(expected);
    });

    it('still shows what was changed before that', async () => {
      await olderTrail();
      await behindItsBack(`update audit_event set detail = '{"b": "three", "a": 1}' where id = 1`);
      await trail.onApplicationBootstrap();
      expect(await harm()).toEqual(['changed', '1', 0]);
    });
  });
});
