import { Leaving } from '@induct/people';
import { Awarding } from '../../../../test/support/awarding';
import { Certificates } from '../acts/certificates.service';
import { Revocations } from '../acts/revocations.service';
import { Verification } from '../certificate/verification.service';
import { CORE_SKILLS } from '../tables/tables';
import { IssuingByHand, type ProposedByHand } from './issuing-by-hand.service';

const [OFFICER, SECOND] = ['0195c0de-0000-7000-8000-00000000000e', '0195c0de-0000-7000-8000-00000000000f'] as const;
const SHOWN = 'The county’s induction course, with its test';
const REASON = 'It was before Induct. The paper is in the office.';

describe('a certificate that is issued by hand', () => {
  let awarding: Awarding;
  let conduct: string;
  let byHand: IssuingByHand;
  let register: Certificates;

  beforeAll(async () => {
    awarding = await Awarding.begin();
    for (const id of [OFFICER, SECOND]) await awarding.given.anOfficer(id);
    conduct = await awarding.given.aPublishedCoreModule();
    byHand = awarding.nest.get(IssuingByHand);
    register = awarding.nest.get(Certificates);
  });
  afterAll(() => awarding?.end());

  const propose = (personId: string, more: Partial<ProposedByHand> = {}) =>
    byHand.propose({
      personId,
      schemeId: CORE_SKILLS,
      achievedOn: '2026-05-18',
      shown: SHOWN,
      reason: REASON,
      by: OFFICER,
      ...more,
    });
  const rows = <Row>(sql: string, ...values: unknown[]) => awarding.database.source.query<Row[]>(sql, values);

  it('keeps the file of what was shown as long as it is there, and takes no other kind', async () => {
    const person = await awarding.given.aMember();
    await expect(propose(person, { file: Buffer.from('GIF89a') })).rejects.toMatchObject({ name: 'NotAFileThatShows' });
    expect(await rows('select from by_hand where person_id = $1', person)).toEqual([]);
    const id = await propose(person, { file: Buffer.from('%PDF-1.7 shown') });
    const needed = `select file_is_needed(sha256) as needed from by_hand_file where by_hand_id = $1`;
    expect(await rows(needed, id)).toEqual([{ needed: true }]);
    const { sha256, fileType } = await byHand.takeFile(id, SECOND);
    expect([sha256.length, fileType]).toEqual([64, 'application/pdf']);
    await awarding.database.asOwner(`delete from by_hand_file where by_hand_id = '${id}'`);
    await expect(byHand.takeFile(id, SECOND)).rejects.toMatchObject({ name: 'ByHandNotFound' });
    expect(await rows(`select file_is_needed(decode($1, 'hex')) as needed`, sha256)).toEqual([{ needed: false }]);
  });

  it('says so everywhere, is valid from the day it was achieved, and takes two who are not its holder', async () => {
    const person = await awarding.given.aMember('Ann Baker');
    const id = await propose(person);
    expect(await register.byPerson(person)).toEqual([]);
    await expect(propose(person, { by: SECOND })).rejects.toMatchObject({ name: 'ByHandWaits' });
    await expect(byHand.confirm(id, OFFICER)).rejects.toMatchObject({
      name: 'SecondOfficerIssues',
      kind: 'not-allowed',
    });
    const certificateId = await byHand.confirm(id, SECOND);
    const [certificate, ...others] = await register.byPerson(person);
    expect(others).toEqual([]);
    expect(certificate).toMatchObject({
      id: certificateId,
      state: 'issued',
      facts: {
        issuedByHand: true,
        requirements: [{ title: SHOWN, how: 'by_hand', on: '2026-05-18' }],
        awardedOn: '2026-11-22',
        validUntil: '2030-05-18',
      },
    });
    expect(await awarding.nest.get(Verification).check(certificate!.number)).toMatchObject({
      certificate: {
        state: 'valid',
        facts: {
          edition: 'Edition 1, issued by hand by decision of two officers',
          modules: [{ result: 'By decision' }],
          learning: 'Not recorded',
          awardedOn: '22 November 2026',
          valid: '18 May 2030, counted from 18 May 2026',
        },
      },
    });
    expect(JSON.stringify(await awarding.nest.get(Verification).check(certificate!.number))).not.toContain('office.');
    expect(await byHand.find(id)).toMatchObject({ number: certificate!.number, confirmedBy: SECOND });
    await expect(byHand.confirm(id, SECOND)).rejects.toMatchObject({ name: 'ByHandIsDecided' });
    await expect(propose(person)).rejects.toMatchObject({ name: 'HoldsOneAlready' });
  });

  it('is never one’s own, in no part and past no program', async () => {
    await expect(propose(OFFICER)).rejects.toMatchObject({ name: 'NotForOneself' });
    const id = await propose(SECOND);
    await expect(byHand.confirm(id, SECOND)).rejects.toMatchObject({ name: 'NotForOneself' });
    await expect(byHand.withdraw(id, SECOND)).rejects.toMatchObject({ name: 'NotForOneself' });
    const other = await awarding.given.aMember();
    await awarding.complete(other, conduct);
    const { id: certificate } = (await register.byPerson(other))[0]!;
    const write = (who: string) =>
      rows(
        'update by_hand set confirmed_by = $2, confirmed_at = now(), certificate_id = $3 where id = $1',
        id,
        who,
        certificate,
      );
    await expect(write(SECOND)).rejects.toThrow(/by_hand_is_not_ones_own/);
    await expect(write(OFFICER)).rejects.toThrow(/by_hand_takes_two/);
    await expect(write(other)).rejects.toThrow(/an officer for a day/);
    await expect(rows(`update by_hand set reason = 'Another' where id = $1`, id)).rejects.toThrow(/decided once/);
    await expect(
      rows(
        `insert into by_hand (id, person_id, scheme_id, achieved_on, shown, reason, proposed_by, proposed_at)
         values (gen_random_uuid(), $1, $2, '2026-05-18', 'x', 'y', $1, now())`,
        OFFICER,
        CORE_SKILLS,
      ),
    ).rejects.toThrow(/by_hand_is_not_ones_own/);
    await byHand.withdraw(id, OFFICER);
    await rows(`update by_hand set shown = '', reason = '' where id = $1`, id);
  });

  it('is for a day of the scheme, and for none that is over', async () => {
    const person = await awarding.given.aMember();
    await expect(propose(person, { achievedOn: '2024-12-31' })).rejects.toMatchObject({ name: 'NoSchemeThatDay' });
    awarding.clock.set('2030-05-19T09:00:00Z');
    await expect(propose(person)).rejects.toMatchObject({ name: 'WouldHaveExpired' });
    awarding.clock.set('2026-11-22T14:32:00Z');
  });

  it('comes after one that was revoked, and not beside one that counts', async () => {
    const person = await awarding.given.aMember();
    await awarding.complete(person, conduct);
    await expect(propose(person)).rejects.toMatchObject({ name: 'HoldsOneAlready' });
    const [first] = await register.byPerson(person);
    const revocations = awarding.nest.get(Revocations);
    await revocations.confirm(
      first!.id,
      await revocations.propose(first!.id, { by: OFFICER, reason: 'In error' }),
      SECOND,
    );
    await byHand.confirm(await propose(person), SECOND);
    expect((await register.byPerson(person)).map(({ state }) => state).toSorted()).toEqual(['issued', 'revoked']);
  });

  it('is one, whoever presses when, and whatever is completed in that moment', async () => {
    for (let round = 0; round < 5; round++) {
      const person = await awarding.given.aMember();
      const id = await propose(person);
      await Promise.allSettled([
        byHand.confirm(id, SECOND),
        byHand.confirm(id, SECOND),
        awarding.complete(person, conduct),
      ]);
      expect(await register.byPerson(person)).toHaveLength(1);
    }
  });

  it('takes an officer of a day who is still there, and falls when whoever proposed it leaves', async () => {
    const [fresh, ada, gone] = ['1', '2', '3'].map((last) => `0195c0de-0000-7000-8000-00000000000${last}`);
    await awarding.given.anOfficer(fresh!, new Date(awarding.clock.now().getTime() + 1000));
    for (const id of [ada, gone]) await awarding.given.anOfficer(id!);
    await rows(`insert into person_role values ($1, 'administrator')`, ada);
    const id = await propose(await awarding.given.aMember(), { by: gone! });
    await expect(byHand.confirm(id, fresh!)).rejects.toMatchObject({ name: 'TooNewToConfirm' });
    const leaving = awarding.nest.get(Leaving, { strict: false });
    const other = await propose(await awarding.given.aMember());
    await leaving.deactivate(ada!, gone!);
    await expect(byHand.confirm(other, gone!)).rejects.toMatchObject({ name: 'NotAllowed' });
    await expect(byHand.confirm(id, SECOND)).rejects.toMatchObject({ name: 'ByHandIsDecided' });
  });
});
