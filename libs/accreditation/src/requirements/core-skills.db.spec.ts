import { randomUUID } from 'node:crypto';
import { CourseDescribed, CourseModule, CoursePublished, CourseWithdrawn, Publishing } from '@induct/course';
import { Announcements, Transactions } from '@induct/platform';
import { Awarding } from '../../../../test/support/awarding';
import { besideWhoRecords } from '../../../../test/support/beside-who-records';

describe('core skills', () => {
  let awarding: Awarding;
  let { given, clock, database } = {} as Awarding;
  beforeAll(async () => {
    awarding = await Awarding.begin([CourseModule]);
    ({ given, clock, database } = awarding);
  });
  afterAll(() => awarding?.end());
  beforeEach(() => clock.set('2026-11-22T14:32:00Z'));

  const announce = (event: object) =>
    awarding.nest.get(Transactions).run((tx) => awarding.nest.get(Announcements).announce(tx, event));
  const published = (courseId: string) => announce(new CoursePublished(courseId, '', true, randomUUID()));
  const asked = async (courseId: string) => {
    const [row] = await database.source.query<{ title: string; during: string; open: boolean }[]>(
      `select r.title, r.core_during::text as during, upper_inf(r.core_during) as open
         from requirement r join way w on w.requirement_id = r.id where w.course_id = $1`,
      [courseId],
    );
    return row;
  };

  it('are the core modules that are published, from the day on which they are', async () => {
    const course = await given.aPublishedCoreModule('Planning');
    expect(await asked(course)).toBeUndefined();
    await published(course);
    await published(course);
    expect(await asked(course)).toEqual({ title: 'Planning', during: '{[2026-11-22,)}', open: true });
  });

  it('are called what members read', async () => {
    const course = await given.aPublishedCoreModule('Plannning');
    await published(course);
    await database.source.query(`update course set title = 'Planning, for all' where id = $1`, [course]);
    await announce(new CourseDescribed(course));
    expect(await asked(course)).toMatchObject({ title: 'Planning, for all', open: true });
  });

  it('end with the day before one is withdrawn, and may begin again', async () => {
    const course = await given.aPublishedCoreModule('Licensing');
    await published(course);
    const version = `(select id from course_version where course_id = $1)`;
    clock.set('2026-11-25T23:30:00Z');
    await database.source.query('update course set published_version_id = null where id = $1', [course]);
    await announce(new CourseWithdrawn(course));
    expect(await asked(course)).toMatchObject({ during: '{[2026-11-22,2026-11-25)}', open: false });
    clock.set('2027-06-30T23:30:00Z');
    await database.source.query(`update course set published_version_id = ${version} where id = $1`, [course]);
    await published(course);
    expect(await asked(course)).toMatchObject({ during: '{[2026-11-22,2026-11-25),[2027-07-01,)}', open: true });
  });

  it('are waited for by whoever publishes, before it is on record: whoever is at them waits for the record', async () => {
    const course = await given.aPublishedCoreModule('Housing');
    await published(course);
    const atThem: [string] = [`select pg_advisory_xact_lock_shared(hashtextextended('requirements', 0))`];
    const publishing = awarding.nest.get(Publishing, { strict: false });
    await besideWhoRecords(database, atThem, () => publishing.withdraw(course, randomUUID()));
    expect(await asked(course)).toMatchObject({ open: false });
  });

  it('ask nothing of whoever had completed the module before it was one', async () => {
    const course = await given.aPublishedCoreModule('Finance');
    const early = await given.aMember('Early Bird');
    await given.hasCompleted(early, course, { at: new Date('2026-07-01T23:30:00Z') });
    await published(course);
    const shown = await database.source.query(
      `select e.kind, e.met_on::text, e.valid_until from evidence e join way w using (requirement_id)
        where e.person_id = $1 and w.course_id = $2`,
      [early, course],
    );
    expect(shown).toEqual([{ kind: 'module', met_on: '2026-07-02', valid_until: null }]);
  });
});

describe('evidence', () => {
  let awarding: Awarding;
  beforeAll(async () => {
    awarding = await Awarding.begin([CourseModule]);
    const course = await awarding.given.aPublishedCoreModule();
    await awarding.complete(await awarding.given.aMember(), course);
  });
  afterAll(() => awarding?.end());

  it('is written down once for a module, in the transaction that completed it', async () => {
    const rows = await awarding.database.source.query('select kind, met_on::text, accepted_by from evidence');
    expect(rows).toEqual([{ kind: 'module', met_on: '2026-11-22', accepted_by: null }]);
  });

  it.each([
    `delete from evidence`,
    `truncate evidence cascade`,
    `update evidence set met_on = '2020-01-01'`,
    `update evidence set person_id = gen_random_uuid()`,
  ])('stays as it is, whoever writes: %s', async (change) => {
    await expect(awarding.database.asOwner(change)).rejects.toThrow(/never deleted|withdrawn once/);
  });

  it('is withdrawn once', async () => {
    const withdraw = `update evidence set withdrawn_at = now(), withdrawn_by = gen_random_uuid(), withdrawn_reason = 'Mixed up'`;
    await awarding.database.asOwner(`begin; ${withdraw}; rollback`);
    await expect(awarding.database.asOwner(`begin; ${withdraw}; ${withdraw}; rollback`)).rejects.toThrow('once');
  });
});
