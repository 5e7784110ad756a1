import { Test, type TestingModule } from '@nestjs/testing';
import { Leaving } from '@induct/people';
import { PlatformModule, QueueModule, Transactions } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { Learners } from '../../../../test/support/learners';
import { AccreditationModule } from '../accreditation.module';
import { Awards } from '../awards/awards.service';
import { Certificates } from './certificates.service';
import { Revocations } from './revocations.service';
import { Verification } from '../certificate/verification.service';
import { NameChanges } from '../names/name-changes.service';

const [OFFICER, SECOND] = ['0195c0de-0000-7000-8000-00000000000e', '0195c0de-0000-7000-8000-00000000000f'];
const REASON = 'Awarded in error: the results were another member’s.';

describe('revoking a certificate', () => {
  const clock = new FixedClock(new Date('2026-11-22T14:32:00Z'));
  let database: TestDatabase;
  let nest: TestingModule;
  let given: Learners;
  let conduct: string;
  let revocations: Revocations;

  beforeAll(async () => {
    database = await cloneDatabase();
    nest = await Test.createTestingModule({
      imports: [
        PlatformModule.with(testConfig(database.url), database.source, { clock }),
        QueueModule.forUrl(database.url),
        AccreditationModule,
      ],
    }).compile();
    await nest.init();
    given = new Learners(database.source);
    for (const id of [OFFICER, SECOND]) await given.anOfficer(id!);
    conduct = await given.aPublishedCoreModule();
    revocations = nest.get(Revocations);
  });
  afterAll(async () => {
    await nest?.close();
    await database?.drop();
  });

  async function aCertificate(holder?: string): Promise<string> {
    const person = holder ?? (await given.aMember());
    await given.hasCompleted(person, conduct);
    return (await nest.get(Transactions).run((tx) => nest.get(Awards).consider(tx, person, clock.now())))!;
  }
  const find = async (id: string) => (await nest.get(Certificates).find(id))!;
  const propose = (id: string, by = OFFICER) => revocations.propose(id, { by, reason: REASON });
  const events = (id: string) =>
    database.source.query<{ by: string; action: string }[]>(
      'select actor_id as by, action from audit_event where subject_id = $1 order by id',
      [id],
    );

  const lettersOn = (id: string) =>
    database.source.query<{ subject: string; text: string }[]>(
      `select subject, body_text as text from mail where dedupe_key like 'certificate:' || $1::text || ':revoked:%'`,
      [id],
    );

  it('leaves it in force while only one officer wants it', async () => {
    const id = await aCertificate();
    await propose(id);
    const certificate = await find(id);
    expect(certificate).toMatchObject({ state: 'issued', isRevocationProposed: true });
    const told = await nest.get(Verification).check(certificate.number);
    expect(told).toMatchObject({ certificate: { state: 'valid' } });
    expect(JSON.stringify(told)).not.toMatch(/propos|error/);
    expect((await nest.get(Certificates).register({ state: 'proposed', page: 1 })).total).toBe(1);
    await expect(propose(id, SECOND)).rejects.toMatchObject({ name: 'RevocationIsProposed', kind: 'conflict' });
  });

  it('takes it out of force when another officer confirms, once, with both on record', async () => {
    const id = await aCertificate();
    const proposal = await propose(id);
    await expect(revocations.confirm(id, proposal, OFFICER)).rejects.toMatchObject({ name: 'OwnProposal' });
    expect((await find(id)).state).toBe('issued');
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => revocations.confirm(id, proposal, SECOND)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await find(id)).toMatchObject({
      state: 'revoked',
      revokedAt: clock.now(),
      revokedBy: SECOND,
      revocationReason: REASON,
      isRevocationProposed: false,
    });
    expect(await events(id)).toEqual([
      { by: OFFICER, action: 'certificate.revocation-proposed' },
      { by: SECOND, action: 'certificate.revoked' },
    ]);
    await expect(propose(id)).rejects.toMatchObject({ name: 'CertificateIsNotInForce' });
    const letters = await lettersOn(id);
    expect(letters).toMatchObject([{ subject: 'Your certificate is revoked: Core skills' }]);
    expect(letters[0]!.text).toContain(`${(await find(id)).number} (Core skills) is no longer in force`);
    expect(letters[0]!.text).not.toContain(REASON);
  });

  it('is told also to whoever was deactivated, and sends them nowhere where they cannot go', async () => {
    const id = await aCertificate();
    const { personId, number } = await find(id);
    await database.source.query('update person set deactivated_at = now() where id = $1', [personId]);
    await revocations.confirm(id, await propose(id), SECOND);
    const [letter, ...others] = await lettersOn(id);
    expect(others).toEqual([]);
    expect(letter!.text).toContain(`/verify/${number}`);
    expect(letter!.text).not.toMatch(/Asked of me|\/certificates/);
  });

  it('can be let be by either, and a decision belongs to the proposal that was read', async () => {
    const id = await aCertificate();
    const first = await propose(id);
    await revocations.withdraw(id, first, OFFICER);
    expect((await find(id)).isRevocationProposed).toBe(false);
    const second = await propose(id, SECOND);
    await expect(revocations.confirm(id, first, OFFICER)).rejects.toMatchObject({ name: 'RevocationNotFound' });
    await revocations.withdraw(id, second, OFFICER);
    await expect(revocations.confirm(id, second, OFFICER)).rejects.toMatchObject({ name: 'RevocationNotFound' });
    expect((await find(id)).state).toBe('issued');
    expect((await events(id)).map(({ action }) => action.replace('certificate.revocation-', ''))).toEqual([
      'proposed',
      'withdrawn',
      'proposed',
      'withdrawn',
    ]);
  });

  it('of one’s own certificate is not let be by oneself', async () => {
    const id = await aCertificate(SECOND);
    const proposal = await propose(id);
    await expect(revocations.withdraw(id, proposal, SECOND!)).rejects.toMatchObject({ name: 'OwnCertificate' });
    await revocations.withdraw(id, proposal, OFFICER!);
    expect((await find(id)).state).toBe('issued');
  });

  it('is not escaped: while it waits, no other certificate takes that one’s place', async () => {
    const id = await aCertificate();
    const proposal = await propose(id);
    const replace = () => nest.get(Certificates).replace(id, { by: OFFICER, reason: 'Lost' });
    await expect(replace()).rejects.toMatchObject({ name: 'CertificateIsInQuestion' });
    const { personId } = await find(id);
    const names = nest.get(NameChanges);
    const asked = await names.ask({ personId, name: 'Another Name', why: 'I have married' });
    expect(await names.reissue(await names.find(asked))).toMatchObject({ replaced: [], inQuestion: [{ id }] });
    await names.decide(asked, { by: OFFICER, accepted: true, words: '' });
    expect(await find(id)).toMatchObject({ state: 'issued', replacedBy: null, isRevocationProposed: true });
    await revocations.withdraw(id, proposal, SECOND);
    const again = await names.ask({ personId, name: 'Another Name', why: 'It is in force' });
    await names.decide(again, { by: OFFICER, accepted: true, words: '' });
    expect((await find(id)).state).toBe('replaced');
  });

  it('knows no certificate that is not there', async () => {
    await expect(propose(OFFICER)).rejects.toMatchObject({ name: 'CertificateNotFound' });
  });

  it('is refused by the database to whoever writes past the service', async () => {
    const id = await aCertificate();
    const proposal = await propose(id);
    const write = (sql: string, ...values: string[]) => database.source.query(sql, values);
    await expect(write(`update certificate set state = 'revoked' where id = $1`, id)).rejects.toThrow(
      /no second officer/,
    );
    await expect(
      write('update revocation set confirmed_by = proposed_by, confirmed_at = now() where id = $1', proposal),
    ).rejects.toThrow(/check constraint/);
  });

  it('stays as it was proposed: nobody is put in another’s place', async () => {
    const id = await aCertificate();
    const proposal = await propose(id);
    const write = (set: string) => database.source.query(`update revocation set ${set} where id = $1`, [proposal]);
    const refused = expect.objectContaining({ constraint: 'revocation_stays' });
    await expect(write(`proposed_by = '0195c0de-0000-7000-8000-000000000009'`)).rejects.toEqual(refused);
    await expect(write(`reason = 'Another'`)).rejects.toEqual(refused);
    await revocations.confirm(id, proposal, SECOND!);
    await expect(write('confirmed_by = null, confirmed_at = null')).rejects.toEqual(refused);
  });

  it('takes an officer of a day, and falls when whoever proposed it leaves', async () => {
    const id = await aCertificate();
    const proposal = await propose(id);
    const [fresh, ada] = ['0195c0de-0000-7000-8000-000000000001', '0195c0de-0000-7000-8000-000000000002'];
    await given.anOfficer(fresh!, new Date(clock.now().getTime() + 1000));
    await given.anOfficer(ada!);
    await database.source.query(`insert into person_role values ($1, 'administrator')`, [ada]);
    await expect(revocations.confirm(id, proposal, fresh!)).rejects.toMatchObject({ name: 'TooNewToConfirm' });
    await expect(
      database.source.query('update revocation set confirmed_by = $2, confirmed_at = $3 where id = $1', [
        proposal,
        fresh,
        clock.now(),
      ]),
    ).rejects.toThrow('an officer for a day');
    await nest.get(Leaving, { strict: false }).deactivate(ada!, OFFICER!);
    await expect(revocations.confirm(id, proposal, SECOND!)).rejects.toMatchObject({ name: 'RevocationNotFound' });
    expect((await find(id)).isRevocationProposed).toBe(false);
    expect((await events(id)).map(({ action }) => action)).toContain('certificate.revocation-withdrawn');
  });
});
