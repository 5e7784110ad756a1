import { daysLater, Transactions } from '@induct/platform';
import { Leaving } from '@induct/people';
import { Awarding } from '../../../../test/support/awarding';
import { Certificates } from '../acts/certificates.service';
import { Revocations } from '../acts/revocations.service';
import { CORE_SKILLS } from '../tables/tables';
import type { BatchFilter } from './batch';
import { Batches } from './batches.service';
import { BatchIssuing } from './batch-issuing.service';

const [OFFICER, SECOND] = ['0195c0de-0000-7000-8000-00000000000e', '0195c0de-0000-7000-8000-00000000000f'] as const;
const EVERYBODY: BatchFilter = {
  schemeId: CORE_SKILLS,
  politicalGroup: null,
  bodyId: null,
  capacity: null,
  untilDay: '2026-11-22',
  onlyWithout: false,
};

describe('certificates that officers issue in a batch', () => {
  let awarding: Awarding;
  let conduct: string;
  let batches: Batches;
  let register: Certificates;
  let work: BatchIssuing;
  const rows = <Row>(sql: string, ...values: unknown[]) => awarding.database.source.query<Row[]>(sql, values);

  beforeAll(async () => {
    awarding = await Awarding.begin();
    for (const id of [OFFICER, SECOND]) await awarding.given.anOfficer(id);
    conduct = await awarding.given.aPublishedCoreModule();
    batches = awarding.nest.get(Batches);
    register = awarding.nest.get(Certificates);
    work = awarding.nest.get(BatchIssuing);
  });
  afterAll(() => awarding?.end());
  beforeEach(async () => {
    await rows(
      `update person set political_group = null, deactivated_at = coalesce(deactivated_at, now()) where id not in ($1, $2)`,
      OFFICER,
      SECOND,
    );
    await batches.letIssue(CORE_SKILLS, 'officer', OFFICER);
  });

  /** Members who have met it, and whose certificate waits for an officer. */
  async function awarded(count: number): Promise<string[]> {
    const people = await Promise.all(
      Array.from({ length: count }, (_, nth) => awarding.given.aMember(`Member ${nth}`)),
    );
    for (const person of people) await awarding.complete(person, conduct);
    return people;
  }
  const look = (filter: Partial<BatchFilter> = {}, by: string = OFFICER) =>
    batches.dryRun({ ...EVERYBODY, ...filter }, by);
  const begin = async (id: string, by: string = SECOND) => batches.begin(id, (await batches.find(id)).digest, by);
  const outcomes = async (id: string) => {
    const { rows: all } = await batches.rows(id, { limit: 1000, offset: 0 });
    return Object.fromEntries(all.map(({ personId, outcome, result }) => [personId, result ?? outcome]));
  };
  const workOff = async () => void (await Promise.all([1, 2, 3].map(() => work.workOff())));
  const certificates = async (person: string) => (await register.byPerson(person)).length;

  it('wait with their award while officers issue them, and come with it otherwise', async () => {
    const [waiting] = await awarded(1);
    expect(await certificates(waiting!)).toBe(0);
    await batches.letIssue(CORE_SKILLS, 'system', OFFICER);
    const [at_once] = await awarded(1);
    expect(await certificates(at_once!)).toBe(1);
    expect(await certificates(waiting!)).toBe(0);
  });

  it('are told of person by person before anything is issued, and then issued as they were read', async () => {
    const [met, other] = await awarded(2);
    const without = await awarding.given.aMember('Without');
    const revoked = await awarding.given.aMember('Revoked');
    await batches.letIssue(CORE_SKILLS, 'system', OFFICER);
    await awarding.complete(revoked, conduct);
    const has = await awarding.given.aMember('Has one');
    await awarding.complete(has, conduct);
    await batches.letIssue(CORE_SKILLS, 'officer', OFFICER);
    const wrong = (await register.byPerson(revoked))[0]!.id;
    const revocations = awarding.nest.get(Revocations);
    await revocations.confirm(wrong, await revocations.propose(wrong, { by: OFFICER, reason: 'In error' }), SECOND);
    const id = await look();
    expect(await outcomes(id)).toEqual({
      [met!]: 'issue',
      [other!]: 'issue',
      [without]: 'not_met',
      [revoked]: 'revoked',
      [has]: 'has_one',
    });
    expect(await batches.find(id)).toMatchObject({ toIssue: 2, hasOne: 1, notMet: 1, others: 1, begunAt: null });
    const { rows: missing } = await batches.rows(id, { outcome: 'not_met', limit: 10, offset: 0 });
    expect(missing).toMatchObject([{ name: 'Without', detail: 'Missing: The code of conduct' }]);
    expect(await certificates(met!)).toBe(0);
    expect(await begin(id)).toEqual({ begun: true });
    await workOff();
    expect(await outcomes(id)).toMatchObject({ [met!]: 'issued', [other!]: 'issued' });
    expect(await batches.find(id)).toMatchObject({ issued: 2, notIssued: 0, finishedAt: awarding.clock.now() });
    const [certificate] = await register.byPerson(met!);
    expect(certificate).toMatchObject({
      state: 'issued',
      issuedAt: awarding.clock.now(),
      facts: {
        scheme: 'Core skills',
        requirements: [{ title: 'The code of conduct', score: 90 }],
        learningSeconds: 1500,
      },
    });
    const audited = await rows<{ action: string; by: string }>(
      'select action, actor_id as by from audit_event where subject_id = $1',
      certificate!.id,
    );
    expect(audited).toEqual([{ action: 'certificate.issued-in-batch', by: SECOND }]);
    expect(await outcomes(await look({ onlyWithout: true }))).toEqual({ [without]: 'not_met', [revoked]: 'revoked' });
  });

  it('ask of whoever’s award ran out for everything anew, as the award itself does', async () => {
    const [over, renewed] = await awarded(2);
    await begin(await look());
    await workOff();
    await rows(`update award set valid_until = '2026-12-22' where person_id = any($1)`, [over, renewed]);
    const now = awarding.clock.now();
    awarding.clock.set('2026-12-30T10:00:00Z');
    await awarding.given.takesAgain(renewed!, conduct, awarding.clock.now());
    await awarding.nest.get(Transactions).run((tx) => awarding.awards.consider(tx, renewed!, awarding.clock.now()));
    const untilDay = '2026-12-30';
    const id = await look({ untilDay });
    expect(await outcomes(id)).toEqual({ [over!]: 'not_met', [renewed!]: 'issue' });
    const { rows: missing } = await batches.rows(id, { outcome: 'not_met', limit: 10, offset: 0 });
    expect(missing).toMatchObject([{ detail: 'Ran out on 22 December 2026. Missing: The code of conduct' }]);
    await begin(id);
    await workOff();
    expect(await outcomes(id)).toEqual({ [over!]: 'not_met', [renewed!]: 'issued' });
    awarding.clock.set(now.toISOString());
  });

  it('are filtered by group, by body and seat, and by the last day', async () => {
    const [green, other] = await awarded(2);
    await rows(`update person set political_group = 'Green' where id = $1`, green);
    expect(await outcomes(await look({ politicalGroup: 'Green' }))).toEqual({ [green!]: 'issue' });
    const body = '0195c0de-0000-7000-8000-0000000000b0';
    await rows(
      `insert into body (id, kind, name, during, recorded_at) values ($1, 'committee', 'Planning', '[2020-01-01,)', now())`,
      body,
    );
    await rows(
      `insert into membership (id, person_id, body_id, capacity, during, recorded_at)
       values (gen_random_uuid(), $1, $2, 'chair', '[2026-01-01,)', now())`,
      other,
      body,
    );
    expect(await outcomes(await look({ bodyId: body }))).toEqual({ [other!]: 'issue' });
    expect(await outcomes(await look({ bodyId: body, capacity: 'substitute' }))).toEqual({});
    expect(await outcomes(await look({ capacity: 'chair' }))).toEqual({ [other!]: 'issue' });
    const early = await look({ untilDay: daysLater('2026-11-22', -1) });
    expect(await outcomes(early)).toEqual({ [green!]: 'not_met', [other!]: 'not_met' });
    await expect(begin(early)).rejects.toMatchObject({ name: 'NothingToIssue' });
    await expect(look({ untilDay: '2024-01-01' })).rejects.toMatchObject({ name: 'NoSuchScheme' });
  });

  it('are not issued when something changed in between, and who moved is told', async () => {
    const [leaver, renamed, stays] = await awarded(3);
    const id = await look();
    await rows('update person set deactivated_at = now() where id = $1', leaver);
    await rows(`update person set name = 'Other Name' where id = $1`, renamed);
    expect(await begin(id)).toEqual({
      begun: false,
      moved: [
        { name: 'Member 0', before: expect.stringContaining('Met on'), now: 'Not among them' },
        {
          name: 'Other Name',
          before: expect.stringMatching(/^Member 1: Met on/),
          now: expect.stringContaining('Met on'),
        },
      ],
    });
    await workOff();
    expect(await certificates(stays!)).toBe(0);
    expect(await batches.find(id)).toMatchObject({ begunAt: null });
    expect(await batches.begin(id, 'another digest', SECOND)).toMatchObject({ begun: false });
    expect(await begin(await look())).toEqual({ begun: true });
    await workOff();
  });

  it('are issued once, whoever presses when, in whichever batch, by however many workers', async () => {
    const people = await awarded(20);
    const [one, two] = [await look(), await look({}, SECOND)];
    const pressed = await Promise.all([begin(one), begin(one), begin(one, OFFICER), begin(two), begin(two, OFFICER)]);
    expect(pressed.every(({ begun }) => begun)).toBe(true);
    await workOff();
    for (const person of people) expect(await certificates(person)).toBe(1);
    const came = [...Object.values(await outcomes(one)), ...Object.values(await outcomes(two))];
    expect(came.filter((result) => result === 'issued')).toHaveLength(20);
    expect(came.filter((result) => result === 'moved')).toHaveLength(20);
  });

  it('are issued once, wherever a worker is killed', async () => {
    const people = await awarded(6);
    const id = await look();
    await begin(id);
    const underWay = { id, schemeId: CORE_SKILLS, begunBy: SECOND };
    // Killed: the connection goes with everything that was written and not committed.
    for (let kill = 0; kill < 5; kill++) {
      const dead = awarding.database.source.createQueryRunner();
      await dead.startTransaction();
      await dead.query(
        `select from batch_row where batch_id = $1 and outcome = 'issue' and done_at is null order by person_id limit 1 for update`,
        [id],
      );
      await work.issueNext(underWay);
      await dead.rollbackTransaction();
      await dead.release();
    }
    expect((await batches.find(id)).issued).toBe(5);
    await workOff();
    expect(await batches.find(id)).toMatchObject({ issued: 6, finishedAt: expect.any(Date) });
    for (const person of people) expect(await certificates(person)).toBe(1);
  });

  it('say of whoever moved while the worker was at it that they did, and hold nobody else up', async () => {
    const [leaver, stays] = await awarded(2);
    const id = await look();
    await begin(id);
    await rows('update person set deactivated_at = now() where id = $1', leaver);
    await workOff();
    expect(await outcomes(id)).toEqual({ [leaver!]: 'moved', [stays!]: 'issued' });
  });

  it('award what nobody announced, as the dry run says', async () => {
    const person = await awarding.given.aMember('Overlooked');
    await awarding.given.hasCompleted(person, conduct);
    await rows(
      `insert into evidence (id, person_id, requirement_id, kind, source, met_on, recorded_at)
       select gen_random_uuid(), r.person_id, w.requirement_id, 'module', r.id, '2026-11-22', now()
         from registration r join way w on w.course_id = r.course_id where r.person_id = $1`,
      person,
    );
    const id = await look();
    expect(await outcomes(id)).toEqual({ [person]: 'issue' });
    await begin(id);
    await workOff();
    expect([await outcomes(id), await certificates(person)]).toEqual([{ [person]: 'issued' }, 1]);
  });

  it('are issued by nobody to themselves, nor past the service', async () => {
    await awarding.database.source.query(`insert into person_role values ($1, 'member') on conflict do nothing`, [
      OFFICER,
    ]);
    await awarding.complete(OFFICER, conduct);
    expect((await outcomes(await look()))[OFFICER]).toBe('own');
    const id = await look({}, SECOND);
    expect((await outcomes(id))[OFFICER]).toBe('issue');
    await begin(id, OFFICER);
    await expect(
      rows(
        `update batch_row set result = 'issued', done_at = now(), certificate_id = (select id from certificate limit 1)
             where batch_id = $1 and person_id = $2`,
        id,
        OFFICER,
      ),
    ).rejects.toThrow(/to themselves/);
    await workOff();
    expect((await outcomes(id))[OFFICER]).toBe('moved');
    await expect(rows(`update batch set begun_by = $2 where id = $1`, id, SECOND)).rejects.toThrow(/begun once/);
    await expect(rows(`update batch_row set outcome = 'own' where batch_id = $1`, id)).rejects.toThrow(/done once/);
    await expect(rows('delete from batch_row where batch_id = $1', id)).rejects.toThrow(/done once/);
    expect(await certificates(OFFICER)).toBe(0);
  });

  it('take an officer of a day who is still there', async () => {
    const [fresh, gone, ada] = ['1', '2', '3'].map((last) => `0195c0de-0000-7000-8000-00000000000${last}`);
    await awarding.given.anOfficer(fresh!, new Date(awarding.clock.now().getTime() + 1000));
    for (const person of [gone, ada]) await awarding.given.anOfficer(person!);
    await rows(`insert into person_role values ($1, 'administrator')`, ada);
    await awarded(1);
    const id = await look();
    await expect(begin(id, fresh)).rejects.toMatchObject({ name: 'TooNewToConfirm' });
    await awarding.nest.get(Leaving, { strict: false }).deactivate(ada!, gone!);
    await expect(begin(id, gone)).rejects.toMatchObject({ name: 'NotAllowed' });
  });
});
