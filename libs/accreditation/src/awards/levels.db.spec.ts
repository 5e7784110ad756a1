import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { CourseCompletedAgain } from '@induct/progress';
import { Announcements, dayInLondon, Transactions } from '@induct/platform';
import { Awarding } from '../../../../test/support/awarding';
import { besideWhoRecords } from '../../../../test/support/beside-who-records';
import { Certificates } from '../acts/certificates.service';
import { Revocations } from '../acts/revocations.service';
import { Batches } from '../batches/batches.service';
import { BatchIssuing } from '../batches/batch-issuing.service';
import { WhatIsAskedQueries } from '../asked/what-is-asked.queries';
import { IssuingByHand } from '../by-hand/issuing-by-hand.service';
import { WhatFollows } from '../acts/what-follows.service';
import { Suspensions } from '../suspensions/suspensions.service';
import { CORE_SKILLS } from '../tables/tables';
import type { Rule } from '../rules/rule';

describe('several schemes', () => {
  let awarding: Awarding;
  let [conduct, planning, planningModule] = ['', '', ''];
  const adopted = async (slug: string, rule: Rule, months: number | null): Promise<string> => {
    const [scheme, version] = [randomUUID(), randomUUID()];
    await awarding.database.source.query('insert into scheme (id, slug, name) values ($1, $2, $2)', [scheme, slug]);
    await awarding.database.source.query(
      `insert into scheme_version (id, scheme_id, number, edition, effective_from, validity_months, renewal_opens_months, rule, state)
       values ($1, $2, 1, 'Edition 1', '2025-01-01', $3, $4, $5, 'adopted')`,
      [version, scheme, months, months && 2, JSON.stringify(rule)],
    );
    return scheme;
  };
  const requirementOf = async (course: string) => {
    const [row] = await awarding.database.source.query<{ id: string }[]>(
      'select requirement_id as id from way where course_id = $1',
      [course],
    );
    return row!.id;
  };
  const awardsOf = (person: string) =>
    awarding.database.source.query<{ slug: string; period: number; until: string | null; titles: string[] }[]>(
      `select s.slug, a.period, a.valid_until::text as until,
              array(select e ->> 'title' from jsonb_array_elements(a.evidence) e) as titles
         from award a join scheme s on s.id = a.scheme_id where a.person_id = $1 order by a.period, s.slug`,
      [person],
    );
  const takesAgain = async (person: string, course: string) => {
    await awarding.given.takesAgain(person, course, awarding.clock.now());
    await awarding.nest
      .get(Transactions)
      .run((tx) =>
        awarding.nest.get(Announcements).announce(tx, new CourseCompletedAgain(person, course, awarding.clock.now())),
      );
  };

  beforeAll(async () => {
    awarding = await Awarding.begin();
    [conduct, planningModule] = [
      await awarding.given.aPublishedCoreModule(),
      await awarding.given.aPublishedCoreModule('Planning for committee members'),
    ];
    await awarding.awards.considerOverdue();
    planning = await requirementOf(planningModule);
    await awarding.database.source.query('update course set core = false where id = $1', [planningModule]);
    await awarding.awards.considerOverdue();
    await adopted('planning', { all: [{ award: CORE_SKILLS }, { need: planning }] }, 12);
    await adopted('chair', { all: [{ award: CORE_SKILLS }] }, null);
  });
  afterAll(() => awarding?.end());
  beforeEach(() => awarding.clock.set('2026-11-22T14:32:00Z'));

  it('are awarded in the transaction that completes the last requirement, levels with what is below them', async () => {
    const person = await awarding.given.aMember();
    await awarding.complete(person, planningModule);
    expect(await awardsOf(person)).toEqual([]);
    await awarding.complete(person, conduct);
    expect(await awardsOf(person)).toEqual([
      { slug: 'chair', period: 1, until: null, titles: ['Core skills'] },
      { slug: 'core-skills', period: 1, until: '2030-11-22', titles: ['The code of conduct'] },
      { slug: 'planning', period: 1, until: '2027-11-22', titles: ['Core skills', 'Planning for committee members'] },
    ]);
  });

  it('count one below them that an officer has still to issue, which is said to be earned only', async () => {
    const issuedBy = (who: string) =>
      awarding.database.source.query('update scheme set issued_by = $1 where id = $2', [who, CORE_SKILLS]);
    await issuedBy('officer');
    const person = await awarding.given.aMember();
    await awarding.complete(person, conduct);
    const levels = async () =>
      (await awarding.nest.get(WhatIsAskedQueries).of(person)).levels.map(({ name, state, missing }) => [
        name,
        state,
        missing,
      ]);
    expect(await levels()).toEqual(
      expect.arrayContaining([
        ['Core skills', 'waiting', undefined],
        ['planning', 'open', '“Planning for committee members”'],
      ]),
    );
    await awarding.complete(person, planningModule);
    expect(await levels()).toEqual(
      expect.arrayContaining([
        ['Core skills', 'waiting', undefined],
        ['planning', 'valid', undefined],
      ]),
    );
    await issuedBy('system');
  });

  it('cost no round trip more than one: one where nothing is earned', async () => {
    const person = await awarding.given.aMember();
    await awarding.given.hasCompleted(person, planningModule);
    let asked = 0;
    await awarding.nest.get(Transactions).run(async (tx) => {
      // All of the connection's, whether TypeORM sends them, or they are prepared or sent together.
      const spy = jest.spyOn((await tx.queryRunner!.connect()) as Client, 'query');
      await awarding.awards.consider(tx, person, awarding.clock.now());
      asked = spy.mock.calls.length;
      spy.mockRestore();
    });
    expect(asked).toBe(1);
  });

  it('are renewed by the module taken again in the window, following the old last day', async () => {
    const person = await awarding.given.aMember();
    await awarding.complete(person, conduct);
    await awarding.complete(person, planningModule);
    awarding.clock.set('2027-09-21T10:00:00Z');
    await takesAgain(person, planningModule);
    expect((await awardsOf(person)).filter(({ period }) => period > 1)).toEqual([]);
    awarding.clock.set('2027-10-01T10:00:00Z');
    await takesAgain(person, planningModule);
    expect((await awardsOf(person)).filter(({ period }) => period > 1)).toEqual([
      { slug: 'planning', period: 2, until: '2028-11-22', titles: ['Core skills', 'Planning for committee members'] },
    ]);
    expect(dayInLondon(awarding.clock.now())).toBe('2027-10-01');
  });

  it('count no completion that an officer has still to look at', async () => {
    const person = await awarding.given.aMember();
    await awarding.complete(person, conduct);
    await awarding.complete(person, planningModule);
    awarding.clock.set('2027-10-01T10:00:00Z');
    await awarding.given.takesAgain(person, planningModule, awarding.clock.now(), { doubted: true });
    await awarding.nest.get(Transactions).run((tx) => awarding.awards.consider(tx, person, awarding.clock.now()));
    expect((await awardsOf(person)).filter(({ period }) => period > 1)).toEqual([]);
  });

  it('are awarded when less is asked for than before, also where a rule asks for more than core skills', async () => {
    const person = await awarding.given.aMember();
    await awarding.complete(person, conduct);
    const before = await awardsOf(person);
    const licensing = await awarding.given.aPublishedCoreModule('Licensing');
    await awarding.awards.considerOverdue();
    await adopted('both', { all: [{ core: true }, { need: await requirementOf(conduct) }] }, null);
    expect(await awarding.awards.considerOverdue()).toBe(0);
    await awarding.database.source.query('update course set core = false where id = $1', [licensing]);
    expect(await awarding.awards.considerOverdue()).toBeGreaterThan(0);
    expect(await awardsOf(person)).toHaveLength(before.length + 1);
    expect(await awarding.awards.considerOverdue()).toBe(0);
  });

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

  it('come with one below them that two officers issue by hand', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    for (const id of [first, second]) await awarding.given.anOfficer(id);
    const person = await awarding.given.aMember();
    await awarding.complete(person, planningModule);
    const byHand = awarding.nest.get(IssuingByHand);
    const shown = { shown: 'The course of the county', reason: 'The paper is in the office', achievedOn: '2026-05-18' };
    await byHand.confirm(
      await byHand.propose({ personId: person, schemeId: CORE_SKILLS, by: first, ...shown }),
      second,
    );
    expect((await awardsOf(person)).map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['core-skills', 'planning']),
    );
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

  it('keep what was adopted as it is, whoever writes', async () => {
    for (const change of [
      `update scheme_version set validity_months = 1`,
      `delete from scheme_version`,
      `truncate scheme_version cascade`,
    ])
      await expect(awarding.database.asOwner(change)).rejects.toThrow(/stays as it is|permission/);
  });
});
