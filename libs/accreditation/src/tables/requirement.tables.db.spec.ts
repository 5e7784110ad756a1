import type { QueryRunner } from 'typeorm';
import { Awarding } from '../../../../test/support/awarding';
import { Certificates } from '../acts/certificates.service';
import { Revocations } from '../acts/revocations.service';
import { IssuingByHand } from '../by-hand/issuing-by-hand.service';
import { Verification } from '../certificate/verification.service';
import { NameChanges } from '../names/name-changes.service';
import { Suspensions } from '../suspensions/suspensions.service';
import { accreditationMigrations, CORE_SKILLS } from './tables';

/** Everything that certificates and awards were. What came to it later is left out where it is not there. */
const REGISTER = `
  select 'scheme' as table, s.id, to_jsonb(s) as row from scheme s
  union all select 'scheme_version', v.id, to_jsonb(v) from scheme_version v
  union all select 'award', a.id, to_jsonb(a) from award a
  union all select 'certificate', c.id, to_jsonb(c) from certificate c
  union all select 'revocation', r.id, to_jsonb(r) from revocation r order by 1, 2`;
/** The first that makes requirements. */
const FIRST = 1_797_000_000_020;
const EVIDENCE = `
  select r.slug, r.title, upper_inf(r.core_during) as core, e.person_id, e.kind, e.source, e.met_on::text, e.valid_until,
         e.recorded_at, e.withdrawn_at
    from requirement r left join evidence e on e.requirement_id = r.id order by r.slug, e.person_id`;

describe('a council that is brought up to date from before there were requirements', () => {
  let awarding: Awarding;
  let [conduct, safety] = ['', ''];
  const migrations = accreditationMigrations
    .filter(({ name }) => Number(name.slice(-13)) >= FIRST)
    .map((Migration) => new Migration());
  const runner = { query: (sql: string) => awarding.database.asOwner(sql) } as unknown as QueryRunner;
  const step = async (direction: 'up' | 'down') => {
    const inOrder = direction === 'up' ? migrations : migrations.toReversed();
    for (const migration of inOrder) await migration[direction](runner);
  };
  /** A council that has nothing yet of what came later can be taken back to before it. */
  const older = (now: unknown[], then: unknown[]) =>
    (now as { row: object }[]).map(({ row, ...of }, at) => {
      const kept = Object.keys((then as { row: object }[])[at]!.row);
      return { ...of, row: Object.fromEntries(Object.entries(row).filter(([column]) => kept.includes(column))) };
    });
  const rows = (sql: string) => awarding.database.source.query<Record<string, unknown>[]>(sql);

  beforeAll(async () => {
    awarding = await Awarding.begin();
    const { given } = awarding;
    conduct = await given.aPublishedCoreModule();
    safety = await given.aPublishedCoreModule('Personal safety');
    for (const name of ['Ann', 'Ben', 'Cai']) {
      const person = await given.aMember(name);
      for (const course of [conduct, safety]) await awarding.complete(person, course);
    }
    const half = await given.aMember('Dee');
    await awarding.complete(half, conduct);
    await rows(
      `update certificate set pdf_sha256 = sha256(number::bytea), rendered_at = now() where holder_name = 'Ann'`,
    );
    await revokedAndByHand();
    await replaced();
    await rows(`update course set core = false where id = '${safety}'`);
    await awarding.awards.considerOverdue();
  });
  afterAll(() => awarding?.end());

  /** What two officers have decided: Cai's certificate counts no more, and Fay was given one. */
  const [officer, second] = ['0195c0de-0000-7000-8000-00000000000e', '0195c0de-0000-7000-8000-00000000000f'] as const;
  const revokedAndByHand = async () => {
    for (const id of [officer, second]) await awarding.given.anOfficer(id, new Date('2025-05-01T09:00:00Z'));
    const [cai] = await rows(`select id from certificate where holder_name = 'Cai'`);
    const revocations = awarding.nest.get(Revocations);
    const id = cai!['id'] as string;
    await revocations.confirm(id, await revocations.propose(id, { by: officer, reason: 'It was another’s.' }), second);
    const personId = await awarding.given.aMember('Fay');
    const byHand = awarding.nest.get(IssuingByHand);
    const given = {
      personId,
      schemeId: CORE_SKILLS,
      achievedOn: '2026-05-18',
      shown: 'A course',
      reason: 'It was before.',
    };
    await byHand.confirm(await byHand.propose({ ...given, by: officer }), second);
  };
  /** Ben has another name since, and a certificate in it. */
  const replaced = async () => {
    const names = awarding.nest.get(NameChanges);
    const [ben] = await rows(`select person_id from certificate where holder_name = 'Ben'`);
    const asked = { personId: ben!['person_id'] as string, name: 'Ben Rees', why: 'I have married.' };
    await names.decide(await names.ask(asked), { by: officer, accepted: true, words: '' });
  };
  const verified = async () => {
    const verification = awarding.nest.get(Verification);
    const { certificates } = await awarding.nest.get(Certificates).register({ page: 1 });
    return Promise.all(
      certificates.flatMap(({ number, secret }) => [verification.check(number), verification.check(number, secret)]),
    );
  };

  it('has every award, number, state, fact and PDF as before, and everything is verified as before', async () => {
    const before = [await rows(REGISTER), await verified()];
    expect(before.map(({ length }) => length)).toEqual([1 + 1 + 5 + 6 + 1, 12]);
    for (let time = 0; time < 2; time++) {
      await step('down');
      const then = await rows(REGISTER);
      expect(then).toEqual(older(before[0]!, then));
      expect(Object.keys(then.find(({ table }) => table === 'certificate')!['row'] as object).length).toBeGreaterThan(
        20,
      );
      await step('up');
      expect([await rows(REGISTER), await verified()]).toEqual(before);
    }
    expect(await awarding.awards.considerOverdue()).toBe(0);
    expect([await rows(REGISTER), await verified()]).toEqual(before);
  });

  it('has a requirement for every core module and every module of an award, met by whoever has completed it', async () => {
    const before = await rows(EVIDENCE);
    expect(before.map(({ core }) => core).filter(Boolean)).toHaveLength(4);
    expect(before).toHaveLength(7);
    await step('down');
    await step('up');
    expect(await rows(EVIDENCE)).toEqual(before);
  });

  it('asks for what it asked for', async () => {
    const { given, awards } = awarding;
    const eve = await given.aMember('Eve');
    await awarding.complete(eve, conduct);
    expect((await rows('select 1 from award')).length).toBe(6);
    expect(await awards.considerOverdue()).toBe(0);
  });

  it('does not go back while a certificate is suspended: it says so, and nothing is lost', async () => {
    const suspensions = awarding.nest.get(Suspensions);
    const [ann] = await rows(`select id from certificate where holder_name = 'Ann'`);
    const id = ann!['id'] as string;
    const suspension = await suspensions.propose(id, { by: officer, reason: 'We are asking.' });
    await suspensions.confirm(id, suspension, second);
    const before = [await rows(REGISTER), await verified()];
    expect(await awarding.nest.get(Certificates).find(id)).toMatchObject({ state: 'suspended' });
    const undone: (typeof migrations)[number][] = [];
    const back = async () => {
      for (const migration of migrations.toReversed()) {
        await migration.down(runner);
        undone.unshift(migration);
      }
    };
    await expect(back()).rejects.toThrow('certificates are suspended');
    for (const migration of undone) await migration.up(runner);
    expect([await rows(REGISTER), await verified()]).toEqual(before);

    await suspensions.lift(id, suspension, { by: second, why: 'It was theirs.' });
    const lifted = [await rows(REGISTER), await verified()];
    await step('down');
    await step('up');
    expect([await rows(REGISTER), await verified()]).toEqual(lifted);
  });
});
