import type { QueryRunner } from 'typeorm';
import { Awarding } from '../../../../test/support/awarding';
import { Certificates } from '../acts/certificates.service';
import { Verification } from '../certificate/verification.service';
import { Accreditation1797000000021 } from './claim.tables';
import { Accreditation1797000000020 } from './requirement.tables';

/** Everything that certificates and awards were, byte by byte. */
const REGISTER = `
  select row_to_json(s)::text from scheme s union all select row_to_json(v)::text from scheme_version v
  union all select row_to_json(a)::text from award a union all select row_to_json(c)::text from certificate c
  union all select row_to_json(r)::text from revocation r order by 1`;
const EVIDENCE = `
  select r.slug, r.title, upper_inf(r.core_during) as core, e.person_id, e.kind, e.source, e.met_on::text, e.valid_until,
         e.recorded_at, e.withdrawn_at
    from requirement r left join evidence e on e.requirement_id = r.id order by r.slug, e.person_id`;

describe('a council that is brought up to date from before there were requirements', () => {
  let awarding: Awarding;
  let [conduct, safety] = ['', ''];
  const migrations = [new Accreditation1797000000020(), new Accreditation1797000000021()];
  const step = async (direction: 'up' | 'down') => {
    const runner = { query: (sql: string) => awarding.database.asOwner(sql) } as unknown as QueryRunner;
    const inOrder = direction === 'up' ? migrations : migrations.toReversed();
    for (const migration of inOrder) await migration[direction](runner);
  };
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
    await rows(`update course set core = false where id = '${safety}'`);
    await awarding.awards.considerOverdue();
  });
  afterAll(() => awarding?.end());

  const verified = async () => {
    const verification = awarding.nest.get(Verification);
    const { certificates } = await awarding.nest.get(Certificates).register({ page: 1 });
    return Promise.all(
      certificates.flatMap(({ number, secret }) => [verification.check(number), verification.check(number, secret)]),
    );
  };

  it('has every award, number, state, fact and PDF as before, and everything is verified as before', async () => {
    const before = [await rows(REGISTER), await verified()];
    expect(before.map(({ length }) => length)).toEqual([1 + 1 + 4 + 4, 8]);
    for (const direction of ['down', 'up', 'down', 'up'] as const) {
      await step(direction);
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
    expect((await rows('select 1 from award')).length).toBe(5);
    expect(await awards.considerOverdue()).toBe(0);
  });
});
