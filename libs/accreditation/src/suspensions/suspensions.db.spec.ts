import { Leaving } from '@induct/people';
import { Awarding } from '../../../../test/support/awarding';
import { Certificates } from '../acts/certificates.service';
import { Revocations } from '../acts/revocations.service';
import { Verification } from '../certificate/verification.service';
import { NameChanges } from '../names/name-changes.service';
import { Suspensions } from './suspensions.service';

const [OFFICER, SECOND] = ['0195c0de-0000-7000-8000-00000000000e', '0195c0de-0000-7000-8000-00000000000f'] as const;
const REASON = 'The results may be another member’s: we look.';
const WHY = 'They are hers: the log says so.';

describe('suspending a certificate', () => {
  let awarding: Awarding;
  let conduct: string;
  let suspensions: Suspensions;
  let register: Certificates;

  beforeAll(async () => {
    awarding = await Awarding.begin();
    for (const id of [OFFICER, SECOND]) await awarding.given.anOfficer(id);
    conduct = await awarding.given.aPublishedCoreModule();
    suspensions = awarding.nest.get(Suspensions);
    register = awarding.nest.get(Certificates);
  });
  afterAll(() => awarding?.end());

  async function aCertificate(holder?: string): Promise<string> {
    const person = holder ?? (await awarding.given.aMember());
    await awarding.complete(person, conduct);
    return (await register.byPerson(person))[0]!.id;
  }
  const find = async (id: string) => (await register.find(id))!;
  const propose = (id: string, by: string = OFFICER) => suspensions.propose(id, { by, reason: REASON });
  async function suspended(holder?: string) {
    const id = await aCertificate(holder);
    const proposal = await propose(id);
    await suspensions.confirm(id, proposal, SECOND);
    return { id, proposal };
  }
  const lift = (id: string, proposal: string, by: string = OFFICER) => suspensions.lift(id, proposal, { by, why: WHY });
  const rows = <Row>(sql: string, ...values: unknown[]) => awarding.database.source.query<Row[]>(sql, values);
  const events = async (id: string) =>
    (await rows<{ action: string }>('select action from audit_event where subject_id = $1 order by id', id)).map(
      ({ action }) => action.replace('certificate.', ''),
    );
  const checked = async (id: string) => awarding.nest.get(Verification).check((await find(id)).number);
  const inState = async (state: 'suspended' | 'suspending' | 'valid') =>
    (await register.register({ state, page: 1 })).certificates.map(({ id }) => id);

  it('takes two; until then it counts, and afterwards everybody is told since when, and nobody why', async () => {
    const id = await aCertificate();
    const before = await checked(id);
    const proposal = await propose(id);
    expect(await checked(id)).toEqual(before);
    expect(await inState('suspending')).toContain(id);
    await expect(propose(id, SECOND)).rejects.toMatchObject({ name: 'SuspensionIsProposed' });
    await expect(suspensions.confirm(id, proposal, OFFICER)).rejects.toMatchObject({ name: 'OwnSuspension' });
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => suspensions.confirm(id, proposal, SECOND)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await find(id)).toMatchObject({ state: 'suspended', suspendedAt: awarding.clock.now() });
    const told = await checked(id);
    expect(told).toMatchObject({ certificate: { state: 'suspended', suspendedSince: '2026-11-22' } });
    expect(JSON.stringify(told)).not.toContain('another member');
    expect([await inState('suspended'), await inState('valid')]).toEqual([
      expect.arrayContaining([id]),
      expect.not.arrayContaining([id]),
    ]);
    expect(await events(id)).toEqual(['suspension-proposed', 'suspended']);
  });

  it('is over when one lifts it: the certificate is told of as before, to the byte, and there was a letter each time', async () => {
    const id = await aCertificate();
    const before = JSON.stringify(await checked(id));
    const proposal = await propose(id);
    await suspensions.confirm(id, proposal, SECOND);
    await lift(id, proposal);
    expect(JSON.stringify(await checked(id))).toBe(before);
    await expect(lift(id, proposal)).rejects.toMatchObject({ name: 'SuspensionNotFound' });
    const letters = await rows<{ subject: string }>(
      `select subject from mail where dedupe_key like 'certificate:' || $1::text || ':%' order by subject`,
      id,
    );
    expect(letters.map(({ subject }) => subject)).toEqual([
      'Your certificate counts again: Core skills',
      'Your certificate is suspended: Core skills',
    ]);
    await suspensions.confirm(id, await propose(id, SECOND), OFFICER);
    expect((await find(id)).state).toBe('suspended');
  });

  it('stands in the way of another certificate, and not of its revocation', async () => {
    const { id } = await suspended();
    const { personId, awardId } = await find(id);
    await expect(register.replace(id, { by: OFFICER, reason: 'Lost' })).rejects.toMatchObject({
      name: 'CertificateIsNotInForce',
    });
    await expect(
      rows(
        `insert into certificate (id, award_id, person_id, number, secret, holder_name, facts, template, issued_at)
         select gen_random_uuid(), award_id, person_id, number || 'X', secret, holder_name, facts, template, now()
           from certificate where award_id = $1`,
        awardId,
      ),
    ).rejects.toThrow(/certificate_one_in_force/);
    const names = awarding.nest.get(NameChanges);
    const asked = await names.ask({ personId, name: 'Siân Pritchard', why: 'I have married' });
    expect(await names.reissue(await names.find(asked))).toMatchObject({ replaced: [], inQuestion: [{ id }] });
    await names.decide(asked, { by: OFFICER, accepted: true, words: '' });
    expect(await find(id)).toMatchObject({ state: 'suspended', replacedBy: null });
    const revocations = awarding.nest.get(Revocations);
    await revocations.confirm(id, await revocations.propose(id, { by: OFFICER, reason: REASON }), SECOND);
    expect(await find(id)).toMatchObject({ state: 'revoked', suspendedAt: null });
    expect(await checked(id)).not.toMatchObject({ certificate: { suspendedSince: expect.anything() } });
  });

  it('is let be by either before it is confirmed, and belongs to the proposal that was read', async () => {
    const id = await aCertificate();
    const first = await propose(id);
    await suspensions.withdraw(id, first, OFFICER);
    const second = await propose(id, SECOND);
    await expect(suspensions.confirm(id, first, SECOND)).rejects.toMatchObject({ name: 'SuspensionNotFound' });
    await suspensions.confirm(id, second, OFFICER);
    await expect(suspensions.withdraw(id, second, OFFICER)).rejects.toMatchObject({ name: 'CertificateIsNotInForce' });
  });

  it('of one’s own certificate is lifted by another', async () => {
    const { id, proposal } = await suspended(SECOND);
    await expect(lift(id, proposal, SECOND)).rejects.toMatchObject({ name: 'OwnCertificate' });
    await expect(
      rows(
        'update suspension set lifted_by = $2, lifted_at = now(), lifted_why = $3 where id = $1',
        proposal,
        SECOND,
        WHY,
      ),
    ).rejects.toThrow(/own certificate/);
    await lift(id, proposal, OFFICER);
  });

  it('is refused by the database to whoever writes past the service', async () => {
    const id = await aCertificate();
    await expect(rows(`update certificate set state = 'suspended' where id = $1`, id)).rejects.toThrow(
      /no second officer/,
    );
    const proposal = await propose(id);
    const write = (set: string) => rows(`update suspension set ${set} where id = $1`, proposal);
    await expect(rows(`update certificate set state = 'suspended' where id = $1`, id)).rejects.toThrow(
      /no second officer/,
    );
    await expect(write('confirmed_by = proposed_by, confirmed_at = now()')).rejects.toThrow(/suspension_takes_two/);
    await expect(write(`proposed_by = '${SECOND}'`)).rejects.toThrow(/decided once/);
    await suspensions.confirm(id, proposal, SECOND);
    await expect(write('confirmed_by = null, confirmed_at = null')).rejects.toThrow(/decided once/);
    for (const state of ['issued', 'replaced'])
      await expect(rows(`update certificate set state = $2 where id = $1`, id, state)).rejects.toThrow(
        /until that is lifted/,
      );
  });

  it('takes an officer of a day who is still there, and falls when whoever proposed it leaves', async () => {
    const [fresh, ada] = ['0195c0de-0000-7000-8000-000000000001', '0195c0de-0000-7000-8000-000000000002'];
    await awarding.given.anOfficer(fresh!, new Date(awarding.clock.now().getTime() + 1000));
    await awarding.given.anOfficer(ada!);
    await rows(`insert into person_role values ($1, 'administrator')`, ada);
    const id = await aCertificate();
    const proposal = await propose(id, ada);
    await expect(suspensions.confirm(id, proposal, fresh!)).rejects.toMatchObject({ name: 'TooNewToConfirm' });
    await awarding.given.anOfficer('0195c0de-0000-7000-8000-000000000003');
    const leaving = awarding.nest.get(Leaving, { strict: false });
    await leaving.deactivate(ada!, '0195c0de-0000-7000-8000-000000000003');
    await expect(suspensions.confirm(id, proposal, '0195c0de-0000-7000-8000-000000000003')).rejects.toMatchObject({
      name: 'NotAllowed',
    });
    await rows(`insert into person_role values ($1, 'administrator')`, OFFICER);
    await leaving.deactivate(OFFICER, ada!);
    await expect(suspensions.confirm(id, proposal, SECOND)).rejects.toMatchObject({ name: 'SuspensionNotFound' });
    expect(await events(id)).toContain('suspension-withdrawn');
  });
});
