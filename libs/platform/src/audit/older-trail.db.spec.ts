import { createHash } from 'node:crypto';
import { AuditTrial } from '../../test/audit-trial';

let trial: AuditTrial;
beforeAll(async () => {
  trial = await AuditTrial.open();
});
afterAll(() => trial.close());
beforeEach(() => trial.reset());

describe('an audit trail of an earlier version', () => {
  /** As version 0.1 wrote it: SHA-256 over the objects in hand, in which a Date was `{}`. */
  const olderTrail = async (follows: Buffer = Buffer.alloc(32)) => {
    let previous = follows;
    for (const [subject, hashed, stored] of [
      ['1', '{"a":1,"b":"two"}', '{"b": "two", "a": 1}'],
      ['2', '{"deadline":{}}', '{"deadline": "2026-12-01T17:00:00.000Z"}'],
      ['3', '{}', '{}'],
    ]) {
      const event = `["2026-11-22T14:32:00.000Z","${trial.person}","thing.done","thing","${subject}",${hashed}]`;
      const hash = createHash('sha256').update(previous).update(event).digest();
      await trial.database.source.query(
        `insert into audit_event (at, actor_id, action, subject_type, subject_id, detail, previous_hash, hash)
         values ('2026-11-22T14:32:00Z', $1, 'thing.done', 'thing', $2, $3, $4, $5)`,
        [trial.person, subject, stored, previous, hash],
      );
      previous = hash;
    }
  };

  it('is sealed when Induct starts, once, and goes on', async () => {
    await olderTrail();
    expect(await trial.harm()).toEqual(['unsealed', '1', 0]);
    await trial.trail.onApplicationBootstrap();
    await trial.trail.onApplicationBootstrap();
    expect((await trial.verdict()).harm).toBeUndefined();
    await trial.record('4');
    expect(await trial.verdict()).toMatchObject({ events: 4 });
    expect((await trial.verdict()).harm).toBeUndefined();
  });

  it('is sealed by the first event when nobody has started it', async () => {
    await olderTrail();
    await trial.record('4');
    expect(await trial.verdict()).toMatchObject({ events: 4 });
    expect((await trial.verdict()).harm).toBeUndefined();
  });

  it.each([
    ['there was one', olderTrail, ['unsealed', '5', 4]],
    ['there was none', () => Promise.resolve(), ['unsealed', '2', 1]],
  ])('is sealed once only when %s: what is slipped in later is named, whatever follows', async (_, older, expected) => {
    await older();
    await trial.record('with a key');
    const [last] = await trial.database.source.query<[{ hash: Buffer }]>(
      'select hash from audit_event order by id desc',
    );
    // The application's own role may do this: whoever finds a hole in it, too.
    await olderTrail(last.hash);
    await trial.trail.onApplicationBootstrap();
    await trial.record('after it');
    await trial.trail.onApplicationBootstrap();
    expect(await trial.harm()).toEqual(expected);
  });

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
    await trial.trail.onApplicationBootstrap();
    await trial.behindItsBack(sql);
    expect(await trial.harm()).toEqual(expected);
  });

  it('still shows what was changed before that', async () => {
    await olderTrail();
    await trial.behindItsBack(`update audit_event set detail = '{"b": "three", "a": 1}' where id = 1`);
    await trial.trail.onApplicationBootstrap();
    expect(await trial.harm()).toEqual(['changed', '1', 0]);
  });
});
