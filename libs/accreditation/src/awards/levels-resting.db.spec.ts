import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { dayInLondon } from '@induct/platform';
import { besideWhoRecords } from '../../../../test/support/beside-who-records';
import { type SeveralSchemes, severalSchemes } from '../../../../test/support/several-schemes';
import { Certificates } from '../acts/certificates.service';
import { Revocations } from '../acts/revocations.service';
import { WhatFollows } from '../acts/what-follows.service';
import { WhatIsAskedQueries } from '../asked/what-is-asked.queries';
import { Batches } from '../batches/batches.service';
import { BatchIssuing } from '../batches/batch-issuing.service';
import { Suspensions } from '../suspensions/suspensions.service';
import { CORE_SKILLS } from '../tables/tables';

describe('several schemes, when something that others rest on is suspended or revoked,', () => {
  let { awarding, conduct, planningModule, awardsOf, takesAgain } = {} as SeveralSchemes;

  beforeAll(async () => {
    ({ awarding, conduct, planningModule, awardsOf, takesAgain } = await severalSchemes());
  });
  afterAll(() => awarding?.end());
  beforeEach(() => awarding.clock.set('2026-11-22T14:32:00Z'));

  it('are asked about, one by one, when the certificate they rest on is suspended or revoked, and taken by nobody', async () => {
    const [officer, second] = [randomUUID(), randomUUID()];
    for (const id of [officer, second]) await awarding.given.anOfficer(id, new Date('2025-01-01'));
    const person = await awarding.given.aMember();
    await awarding.complete(person, conduct);
    await awarding.complete(person, planningModule);
    const certificates = async () => {
      const rows = await awarding.database.source.query<{ id: string; slug: string; state: string }[]>(
        `select c.id, s.slug, c.state from certificate c join award a on a.id = c.award_id join scheme s on s.id = a.scheme_id
          where c.person_id = $1`,
        [person],
      );
      return Object.fromEntries(rows.map(({ slug, ...row }) => [slug, row]));
    };
    const proposed = (table: 'revocation' | 'suspension') =>
      awarding.database.source.query<{ slug: string; reason: string }[]>(
        `select s.slug, v.reason from ${table} v join certificate c on c.id = v.certificate_id join award a on a.id = c.award_id
           join scheme s on s.id = a.scheme_id where c.person_id = $1 and v.confirmed_at is null and v.withdrawn_at is null order by s.slug`,
        [person],
      );
    const core = (await certificates())['core-skills']!.id;
    const [follows, revocations, suspensions] = [WhatFollows, Revocations, Suspensions].map((of) =>
      awarding.nest.get<unknown>(of as never),
    ) as [WhatFollows, Revocations, Suspensions];
    const [award] = await awarding.database.source.query<{ awardId: string }[]>(
      'select award_id as "awardId" from certificate where id = $1',
      [core],
    );
    const { resting } = await follows.of({ id: core, personId: person, ...award! });
    const schemes = resting.filter(({ scheme }) => ['chair', 'planning'].includes(scheme));
    expect(schemes).toMatchObject([
      { scheme: 'chair', directly: true, state: 'issued', revoking: false },
      { scheme: 'planning', directly: true, state: 'issued', revoking: false },
    ]);
    const because = { by: officer, reason: 'The results were another member’s' };
    const suspension = await suspensions.propose(core, because);
    await suspensions.confirm(core, suspension, second);
    expect((await proposed('suspension')).map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['chair', 'planning']),
    );
    const own = (await certificates())['chair']!.id;
    const [{ id: asked }] = (await awarding.database.source.query<[{ id: string }]>(
      'select id from suspension where certificate_id = $1',
      [own],
    ))!;
    await suspensions.withdraw(own, asked, officer);
    await suspensions.propose(own, { by: officer, reason: 'Another doubt' });
    await suspensions.lift(core, suspension, { by: officer, why: 'They were their own' });
    expect(await proposed('suspension')).toEqual([{ slug: 'chair', reason: 'Another doubt' }]);
    await revocations.confirm(core, await revocations.propose(core, because), second);
    expect((await proposed('revocation')).find(({ slug }) => slug === 'planning')!.reason).toMatch(
      /^It rests on .*, which was revoked: The results/,
    );
    expect(await certificates()).toMatchObject({
      chair: { state: 'issued' },
      planning: { state: 'issued' },
      'core-skills': { state: 'revoked' },
    });
  });

  it('are all waited for before anything is on record of what they rest on: whoever is at one waits for the record', async () => {
    const [officer, second] = [randomUUID(), randomUUID()];
    for (const id of [officer, second]) await awarding.given.anOfficer(id, new Date('2025-01-01'));
    const person = await awarding.given.aMember();
    await awarding.complete(person, conduct);
    await awarding.complete(person, planningModule);
    const certificates = await awarding.database.source.query<{ id: string; scheme: string }[]>(
      `select id, facts ->> 'scheme' as scheme from certificate where person_id = $1`,
      [person],
    );
    const of = (name: string) => certificates.find(({ scheme }) => scheme === name)!.id;
    const revocations = awarding.nest.get(Revocations);
    const proposal = await revocations.propose(of('Core skills'), { by: officer, reason: 'Of another member' });
    // Asked of after the one for chairs.
    const atIt: [string, string] = ['select from certificate where id = $1 for update', of('planning')];
    const confirm = () => revocations.confirm(of('Core skills'), proposal, second);
    await expect(besideWhoRecords(awarding.database, atIt, confirm)).resolves.toBeUndefined();
  });

  it('are asked of as they are then: one that is replaced while an officer waits for it keeps nobody from deciding', async () => {
    const [officer, second] = [randomUUID(), randomUUID()];
    for (const id of [officer, second]) await awarding.given.anOfficer(id, new Date('2025-01-01'));
    const person = await awarding.given.aMember();
    await awarding.complete(person, conduct);
    await awarding.complete(person, planningModule);
    const certificates = (state: string) =>
      awarding.database.source.query<{ id: string; scheme: string }[]>(
        `select id, facts ->> 'scheme' as scheme from certificate where person_id = $1 and state = $2`,
        [person, state],
      );
    const of = (those: { id: string; scheme: string }[], name: string) =>
      those.find(({ scheme }) => scheme === name)!.id;
    const before = await certificates('issued');
    const revocations = awarding.nest.get(Revocations);
    const proposal = await revocations.propose(of(before, 'Core skills'), { by: officer, reason: 'Of another member' });
    const another = new Client({ connectionString: awarding.database.url });
    await another.connect();
    await another.query('begin');
    await another.query('select from certificate where id = $1 for update', [of(before, 'planning')]);
    const lost = { by: officer, reason: 'The letter was lost' };
    const replacing = awarding.nest.get(Certificates).replace(of(before, 'planning'), lost);
    await awarding.database.untilWaiting(1);
    const confirming = revocations.confirm(of(before, 'Core skills'), proposal, second);
    await awarding.database.untilWaiting(2);
    await another.query('commit');
    await another.end();
    await replacing;
    await expect(confirming).resolves.toBeUndefined();
    const [{ id: asked }] = await awarding.database.source.query<[{ id: string }]>(
      `select c.id from revocation v join certificate c on c.id = v.certificate_id
        where c.person_id = $1 and c.facts ->> 'scheme' = 'planning' and v.confirmed_at is null`,
      [person],
    );
    expect(asked).toBe(of(await certificates('issued'), 'planning'));
  });

  it('are made of nothing that is suspended, and come when that is lifted', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    for (const id of [first, second]) await awarding.given.anOfficer(id);
    const person = await awarding.given.aMember();
    await awarding.complete(person, conduct);
    const [core] = await awarding.database.source.query<{ id: string }[]>(
      `select c.id from certificate c where c.person_id = $1 and c.facts ->> 'scheme' = 'Core skills'`,
      [person],
    );
    const suspensions = awarding.nest.get(Suspensions);
    const proposal = await suspensions.propose(core!.id, { by: first, reason: 'We look into it' });
    await suspensions.confirm(core!.id, proposal, second);
    await awarding.complete(person, planningModule);
    const has = async () => (await awardsOf(person)).map(({ slug }) => slug);
    expect(await has()).not.toContain('planning');
    const { levels } = await awarding.nest.get(WhatIsAskedQueries).of(person);
    expect(levels).toContainEqual(expect.objectContaining({ name: 'Core skills', state: 'suspended' }));
    expect(levels).toContainEqual(
      expect.objectContaining({ name: 'planning', state: 'open', missing: expect.stringContaining('Core skills') }),
    );
    await suspensions.lift(core!.id, proposal, { by: first, why: 'All is well' });
    expect(await has()).toContain('planning');
  });

  it('are issued by nobody while they wait for an officer and what they rest on is suspended or revoked', async () => {
    const [officer, second] = [randomUUID(), randomUUID()];
    for (const id of [officer, second]) await awarding.given.anOfficer(id, new Date('2025-01-01'));
    const [batches, work, follows, revocations, suspensions] = [
      awarding.nest.get(Batches),
      awarding.nest.get(BatchIssuing),
      awarding.nest.get(WhatFollows),
      awarding.nest.get(Revocations),
      awarding.nest.get(Suspensions),
    ];
    const rows = <Row>(sql: string, ...values: unknown[]) => awarding.database.source.query<Row[]>(sql, values);
    const [scheme] = await rows<{ id: string }>(`select id from scheme where slug = 'planning'`);
    await batches.letIssue(scheme!.id, 'officer', officer);
    const person = await awarding.given.aMember();
    await rows(`update person set political_group = 'Levels' where id = $1`, person);
    await awarding.complete(person, conduct);
    await awarding.complete(person, planningModule);
    const all = { schemeId: scheme!.id, politicalGroup: 'Levels', bodyId: null, capacity: null, onlyWithout: false };
    const look = async () => {
      const id = await batches.dryRun({ ...all, untilDay: dayInLondon(awarding.clock.now()) }, officer);
      const [row] = (await batches.rows(id, { limit: 5, offset: 0 })).rows;
      return { id, ...row! };
    };
    const waiting = () => rows('select from award_waiting where person_id = $1', person);
    const [core] = await rows<{ id: string; number: string; awardId: string }>(
      `select c.id, c.number, c.award_id as "awardId" from certificate c join award a on a.id = c.award_id
        where c.person_id = $1 and a.scheme_id = $2`,
      person,
      CORE_SKILLS,
    );
    const before = await look();
    expect(before.outcome).toBe('issue');
    const hangs = () => follows.of({ id: core!.id, personId: person, awardId: core!.awardId });
    expect((await hangs()).waiting).toEqual([{ scheme: 'planning', awardedAt: awarding.clock.now() }]);

    const because = { by: officer, reason: 'The results were another member’s' };
    await suspensions.confirm(core!.id, await suspensions.propose(core!.id, because), second);
    expect(await look()).toMatchObject({ outcome: 'not_met', detail: `Rests on ${core!.number}, which is suspended` });
    const [held] = await rows<{ id: string }>('select id from suspension where certificate_id = $1', core!.id);
    await suspensions.lift(core!.id, held!.id, { by: second, why: 'Looked at' });
    expect((await look()).outcome).toBe('issue');

    // Begun in time, and worked off when it is too late.
    const begun = await look();
    await batches.begin(begun.id, (await batches.find(begun.id)).digest, second);
    await revocations.confirm(core!.id, await revocations.propose(core!.id, because), second);
    await work.workOff();
    expect((await batches.rows(begun.id, { limit: 5, offset: 0 })).rows).toMatchObject([{ result: 'moved' }]);
    const after = await look();
    expect(after).toMatchObject({ outcome: 'not_met' });
    expect(after.detail).toBe(`Rested on ${core!.number}, which was revoked. Missing: the award Core skills`);
    expect([await waiting(), (await hangs()).waiting]).toEqual([[], []]);
    const issued = await rows(
      'select from certificate c join award a on a.id = c.award_id where a.person_id = $1 and a.scheme_id = $2',
      person,
      scheme!.id,
    );
    expect(issued).toEqual([]);

    // Shown anew what was revoked, the level is earned anew, by what still counts of its own.
    awarding.clock.set('2026-12-01T10:00:00Z');
    await takesAgain(person, conduct);
    expect((await awardsOf(person)).filter(({ period }) => period === 2)).toMatchObject([
      { slug: 'core-skills' },
      { slug: 'planning', until: '2027-12-01', titles: ['Core skills', 'Planning for committee members'] },
    ]);
    expect(await look()).toMatchObject({ outcome: 'issue' });
    await batches.letIssue(scheme!.id, 'system', officer);
  });
});
