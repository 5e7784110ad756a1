import { AuditTrial, DETAIL } from '../../test/audit-trial';

let trial: AuditTrial;
beforeAll(async () => {
  trial = await AuditTrial.open();
});
afterAll(() => trial.close());
beforeEach(() => trial.reset());

describe('the audit trail', () => {
  it('takes many events of one act at once, and is the same chain', async () => {
    await trial.record('before');
    const events = ['1', '2', '3'].map((subjectId) =>
      trial.anEvent(subjectId, { actorId: subjectId === '2' ? null : trial.person, detail: { ...DETAIL, subjectId } }),
    );
    await trial.recordAll(events);
    await trial.recordAll([]);
    await trial.record('after');
    const rows = await trial.database.source.query<{ subject_id: string }[]>(
      'select subject_id from audit_event order by id',
    );
    expect(rows.map(({ subject_id }) => subject_id)).toEqual(['before', '1', '2', '3', 'after']);
    expect(await trial.harm()).toEqual([undefined, undefined, 5]);
  });

  it('is one unbroken chain, even when many act at once, and no two events follow the same one', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => trial.record(String(index))));
    await expect(trial.verdict()).resolves.toMatchObject({ events: 20 });
    expect((await trial.verdict()).harm).toBeUndefined();
    const twin = `insert into audit_event (at, action, subject_type, subject_id, detail, previous_hash, hash, key_id)
      select at, action, subject_type, subject_id, detail, previous_hash, hash, key_id from audit_event limit 1`;
    await expect(trial.database.source.query(twin)).rejects.toThrow('audit_event_follows');
  });

  it('is whole whatever the detail was made of', async () => {
    await trial.record('dates', { deadline: new Date('2026-12-01T17:00:00Z'), list: [new Date(0)], never: undefined });
    await trial.record('numbers', { big: 1e21, tiny: 1e-7, zero: -0, none: NaN, odd: 0.1 + 0.2, huge: 2 ** 53 + 2 });
    await trial.record('texts', { 'b é': '𝒳 "quoted" \\', '': '', a: { toJSON: () => 'itself' } });
    await trial.record('capitals', {});
    expect(await trial.verdict()).toMatchObject({ events: 4 });
    expect((await trial.verdict()).harm).toBeUndefined();
  });

  it('is never changed, deleted or emptied: not by the application, and not by the owner of the tables', async () => {
    await trial.records(1);
    for (const sql of [
      `update audit_event set action = 'x'`,
      'delete from audit_event',
      'truncate audit_event cascade',
    ]) {
      await expect(trial.database.source.query(sql)).rejects.toThrow('permission denied');
      await expect(trial.database.asOwner(sql)).rejects.toThrow('never changed or deleted');
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
    await trial.records(7);
    await trial.behindItsBack(sql);
    expect(await trial.harm()).toEqual(expected);
  });

  it('cannot be made anew without the key', async () => {
    await trial.records(5);
    await trial.behindItsBack(`update audit_event set detail = '{}' where id = 4`);
    await trial.rechained();
    expect(await trial.harm()).toEqual(['changed', '1', 0]);
  });
});
