import { dayInLondon, Transactions } from '@induct/platform';
import { Awarding } from '../../../../test/support/awarding';
import { Batches } from '../batches/batches.service';
import { CORE_SKILLS } from '../tables/tables';
import { Certificates } from '../acts/certificates.service';
import { Claims } from '../claims/claims.service';
import { WithdrawalLetters } from './withdrawal-letters.service';
import { WithdrawalsWorkModule } from './withdrawals-work.module';
import { Asked } from '../requirements/asked.queries';
import { EvidenceIsWithdrawn, EvidenceNotFound, OwnEvidence } from './withdrawal.errors';
import { Withdrawals } from './withdrawals.service';

const REASON = 'The course he names was cancelled';

describe('evidence', () => {
  let awarding: Awarding;
  let withdrawals: Withdrawals;
  let course: string;
  const [olive, piet] = ['0195c0de-0000-7000-8000-00000000000f', '0195c0de-0000-7000-8000-00000000000e'];
  beforeAll(async () => {
    awarding = await Awarding.begin([WithdrawalsWorkModule]);
    withdrawals = awarding.nest.get(Withdrawals);
    for (const id of [olive, piet]) await awarding.given.anOfficer(id);
    course = await awarding.given.aPublishedCoreModule();
    await awarding.awards.considerOverdue();
  });
  afterAll(() => awarding?.end());

  const claims = () => awarding.nest.get(Claims);
  const certificates = (personId: string) => awarding.nest.get(Certificates).byPerson(personId);
  const isMet = async (personId: string) =>
    (await awarding.nest.get(Asked).of(personId)).find(({ slug }) => slug === course)!.met !== undefined;
  const audited = (personId: string) =>
    awarding.database.source.query<{ action: string; detail: Record<string, unknown> }[]>(
      'select action, detail from audit_event where subject_id = $1 order by id',
      [personId],
    );

  /** Somebody whose learning before was accepted, and who has a certificate of it. */
  async function accepted() {
    const personId = await awarding.given.aMember();
    const claim = { personId, slug: course, doneOn: '2026-05-18', validUntil: null, words: 'At Kent' };
    const id = await claims().send({ ...claim, kind: 'prior_learning' });
    await claims().decide(id, { by: olive, accepted: true, words: 'I know the course' });
    const [evidence] = await withdrawals.ofPerson(personId);
    return { personId, evidence: evidence! };
  }

  it('that was accepted in error is withdrawn: it counts no more, and the certificate is proposed to be revoked', async () => {
    const { personId, evidence } = await accepted();
    expect(evidence).toMatchObject({
      kind: 'prior_learning',
      metOn: '2026-05-18',
      acceptedBy: olive,
      withdrawnAt: null,
    });
    const [certificate] = await certificates(personId);
    expect((await withdrawals.find(evidence.id)).resting).toMatchObject([
      { number: certificate!.number, waits: false },
    ]);
    expect(await withdrawals.withdraw(evidence.id, { by: piet, reason: REASON })).toEqual([certificate!.number]);
    expect(await isMet(personId)).toBe(false);
    expect(await certificates(personId)).toMatchObject([{ state: 'issued', isRevocationProposed: true }]);
    const [withdrawn] = await withdrawals.ofPerson(personId);
    expect(withdrawn).toMatchObject({ withdrawnBy: piet, withdrawnReason: REASON });
    expect((await audited(personId)).at(-1)).toMatchObject({
      action: 'evidence.withdrawn',
      detail: { evidenceId: evidence.id, reason: REASON, proposed: [certificate!.number] },
    });
    await expect(withdrawals.withdraw(evidence.id, { by: olive, reason: REASON })).rejects.toThrow(EvidenceIsWithdrawn);
    await awarding.awards.considerOverdue();
    expect(await certificates(personId)).toHaveLength(1);
  });

  it('of a module is withdrawn too, and does not come back by itself', async () => {
    const personId = await awarding.given.aMember();
    await awarding.given.hasCompleted(personId, course);
    const consider = () =>
      awarding.nest.get(Transactions).run((tx) => awarding.awards.consider(tx, personId, awarding.clock.now()));
    await consider();
    const [evidence] = await withdrawals.ofPerson(personId);
    const [certificate] = await certificates(personId);
    expect(await withdrawals.withdraw(evidence!.id, { by: piet, reason: REASON })).toEqual([certificate!.number]);
    expect(await consider()).toBeUndefined();
    expect(await isMet(personId)).toBe(false);
  });

  it('is told to whoever showed it, once, in letter hours', async () => {
    const { personId, evidence } = await accepted();
    await withdrawals.withdraw(evidence.id, { by: piet, reason: REASON });
    const letters = () =>
      awarding.database.source.query<{ subject: string; body_text: string }[]>(
        `select m.subject, m.body_text from letter_standing m join person_current p on p.email = m.recipient
          where p.id = $1 and m.dedupe_key like 'withdrawn:%'`,
        [personId],
      );
    const writers = [0, 1].map(() => awarding.nest.get(WithdrawalLetters));
    await writers[0]!.work();
    expect(await letters()).toEqual([]);
    awarding.clock.set('2026-11-23T09:00:00Z');
    await Promise.all(writers.map((writer) => writer.work()));
    await writers[0]!.work();
    const told = await letters();
    expect(told).toHaveLength(1);
    expect(told[0]!.body_text).toContain(`The officer says: ${REASON}`);
    expect(told[0]!.body_text).toContain('has to be shown again');
  });

  it('leaves alone what rests on something else, and a proposal that waits already', async () => {
    const { personId, evidence } = await accepted();
    const claim = { personId, slug: course, doneOn: '2026-06-01', validUntil: null, words: 'Once more' };
    const again = await claims().send({ ...claim, kind: 'recording' });
    await claims().decide(again, { by: olive, accepted: true, words: 'Seen' });
    const other = (await withdrawals.ofPerson(personId)).find(({ kind }) => kind === 'recording')!;
    expect(await withdrawals.withdraw(other.id, { by: piet, reason: REASON })).toEqual([]);
    expect(await isMet(personId)).toBe(true);
    expect(await certificates(personId)).toMatchObject([{ isRevocationProposed: false }]);
    await withdrawals.withdraw(evidence.id, { by: piet, reason: REASON });
    expect(await certificates(personId)).toMatchObject([{ isRevocationProposed: true }]);
  });

  it('takes the award with it that waits for an officer: no batch issues it', async () => {
    const batches = awarding.nest.get(Batches);
    await batches.letIssue(CORE_SKILLS, 'officer', olive);
    const { personId, evidence } = await accepted();
    const waiting = () =>
      awarding.database.source.query<unknown[]>('select from award_waiting where person_id = $1', [personId]);
    expect([await certificates(personId), await waiting()]).toEqual([[], [{}]]);
    await withdrawals.withdraw(evidence.id, { by: piet, reason: REASON });
    expect(await waiting()).toEqual([]);
    const filter = { schemeId: CORE_SKILLS, politicalGroup: null, bodyId: null, capacity: null, onlyWithout: false };
    const id = await batches.dryRun({ ...filter, untilDay: dayInLondon(awarding.clock.now()) }, olive);
    const { rows } = await batches.rows(id, { limit: 100, offset: 0 });
    expect(rows.find((row) => row.personId === personId)).toMatchObject({
      outcome: 'not_met',
      detail: expect.stringMatching(/^Evidence that it rested on was withdrawn\. Missing: /),
    });
    await batches.letIssue(CORE_SKILLS, 'system', olive);
  });

  it('is nobody’s own to withdraw, for the database too, and none that is not there', async () => {
    const { personId, evidence } = await accepted();
    await expect(withdrawals.withdraw(evidence.id, { by: personId, reason: REASON })).rejects.toThrow(OwnEvidence);
    await expect(withdrawals.withdraw(olive, { by: piet, reason: REASON })).rejects.toThrow(EvidenceNotFound);
    await expect(
      awarding.database.source.query(
        'update evidence set withdrawn_at = now(), withdrawn_by = person_id, withdrawn_reason = $2 where id = $1',
        [evidence.id, REASON],
      ),
    ).rejects.toThrow('evidence_is_withdrawn_by_others');
  });
});
