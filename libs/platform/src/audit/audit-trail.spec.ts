import { AuditTrail, SystemIds, Transactions, verifyAuditTrail } from '@induct/platform';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';

describe('the audit trail', () => {
  let database: TestDatabase;
  let transactions: Transactions;
  const trail = new AuditTrail(new FixedClock());
  const person = new SystemIds().uuid();

  beforeAll(async () => {
    database = await cloneDatabase();
    transactions = new Transactions(database.source);
  });
  afterAll(() => database.drop());

  const record = (subjectId: string) =>
    transactions.run((tx) =>
      trail.record(tx, {
        actorId: person,
        action: 'thing.done',
        subjectType: 'thing',
        subjectId,
        detail: { b: 1, a: { d: [1, { z: null, y: 'é' }], c: true }, never: undefined },
      }),
    );

  it('is one unbroken chain, even when many act at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => record(String(index))));
    await expect(verifyAuditTrail(database.source.manager)).resolves.toEqual({ events: 20 });
  });

  it('refuses to be changed or deleted', async () => {
    await expect(database.source.query(`update audit_event set action = 'other'`)).rejects.toThrow('never changed');
    await expect(database.source.query('delete from audit_event')).rejects.toThrow('never changed');
  });

  it('names the first event that somebody changed behind its back', async () => {
    await database.source.query('alter table audit_event disable trigger audit_event_is_for_ever');
    const [{ id }] = (await database.source
      .query(`update audit_event set detail = '{}' where id = (select min(id) + 7 from audit_event) returning id`)
      .then((result: [{ id: string }[], number]) => result[0])) as [{ id: string }];
    await expect(verifyAuditTrail(database.source.manager)).resolves.toEqual({ events: 7, firstBad: id });
  });
});
