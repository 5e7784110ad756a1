import { setTimeout as wait } from 'node:timers/promises';
import { afterCommit, Announcements } from '@induct/platform';
import { Client } from 'pg';
import { aTree } from '../../../../test/support/given-learning';
import { body, TrackedLearning } from '../../../../test/support/tracked-learning';
import { CourseCompleted } from '..';

describe('tracking', () => {
  let learning: TrackedLearning;
  let { clock, launching, tracking, registrations, opened } = {} as TrackedLearning;
  const heard: CourseCompleted[] = [];
  const followUps: string[] = [];
  let refuse: string | undefined;

  beforeAll(async () => {
    learning = await TrackedLearning.begin();
    ({ clock, launching, tracking, registrations, opened } = learning);
    // oxlint-disable-next-line typescript/require-await
    learning.module.get(Announcements).on(CourseCompleted, async (tx, event) => {
      if (event.personId === refuse) throw new Error('the award cannot be written');
      heard.push(event);
      afterCommit(tx, () => void followUps.push(event.personId));
    });
  });
  afterAll(() => learning?.end());
  beforeEach(() => {
    clock.set('2026-11-22T14:32:00Z');
    heard.length = 0;
    followUps.length = 0;
    refuse = undefined;
  });

  it('announces a completed course once, and follows up after the commit', async () => {
    const { token, personId, courseId } = await opened();
    const done = [1, 2, 3].map((seq) => body({ seq, status: 'passed', final: true }));
    await Promise.all(done.map((commit) => tracking.commit(token, commit)));
    await tracking.commit(token, body({ seq: 4, status: 'completed' }));
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ personId, courseId, completedAt: clock.now() });
    expect(followUps).toEqual([personId]);
  });

  it('does not let one bad commit sink the others of its batch', async () => {
    const [bad, good, alsoGood] = await Promise.all([opened(), opened(), opened()]);
    refuse = bad.personId;
    const commits = [bad, good, alsoGood].map(({ token }) => tracking.commit(token, body({ status: 'completed' })));
    const settled = await Promise.allSettled(commits);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    // What shared a transaction with the bad one was announced in it in vain, and again alone: what counts was committed.
    expect(followUps.toSorted()).toEqual([good.personId, alsoGood.personId].toSorted());
    expect((await registrations.ofPerson(bad.personId))[0]).toMatchObject({ completion: 'not_attempted' });
    refuse = undefined;
    expect(await tracking.commit(bad.token, body({ status: 'completed' }))).toMatchObject({ ok: true });
  });

  it('begins with who comes next while the disk confirms the last', async () => {
    const [slow, next] = [await opened(), await opened()];
    const { database } = learning;
    await database.asOwner(`
      create function confirm() returns trigger language plpgsql as
        $$ begin perform pg_advisory_xact_lock(99); return null; end $$;
      create constraint trigger confirm after update on registration deferrable initially deferred for each row
        when (new.person_id = '${slow.personId}') execute function confirm()`);
    const disk = new Client({ connectionString: database.url });
    await disk.connect();
    await disk.query('select pg_advisory_lock(99)');
    const became: string[] = [];
    const slowly = tracking.commit(slow.token, body({ status: 'completed' })).then(() => became.push('slow'));
    const waiting = `select from pg_stat_activity
      where datname = current_database() and wait_event = 'advisory' and query ilike 'commit'`;
    while ((await learning.rows(waiting)).length === 0) await wait(5);
    await tracking.commit(next.token, body({ status: 'completed' })).then(() => became.push('next'));
    await disk.end();
    await slowly;
    expect(became).toEqual(['next', 'slow']);
    await database.asOwner('drop function confirm cascade');
  });

  it('keeps a completion when a failed test follows it in the same batch', async () => {
    const [first, second] = [await opened(), await opened()];
    const { token, personId } = await opened(aTree({ one: { masteryScore: 80 } }));
    // While two batches are on their way, whatever comes waits for the next one together.
    const answers = await Promise.all([
      tracking.commit(first.token, body()),
      tracking.commit(second.token, body()),
      tracking.commit(token, body({ status: 'completed', final: true })),
      tracking.commit(token, body({ seq: 2, run: 2, status: 'failed' })),
    ]);
    expect(answers.at(-1)).toMatchObject({ ok: true, seq: 2, status: { completion: 'completed', success: 'unknown' } });
    expect(heard.map((event) => event.personId)).toEqual([personId]);
    expect(followUps).toEqual([personId]);
  });

  it('never takes a completion away', async () => {
    const { token, personId, courseId } = await opened();
    await tracking.commit(token, body({ status: 'passed', final: true }));
    const again = await launching.open({ personId, courseId });
    const answer = await tracking.commit(again.token, body({ status: 'incomplete' }));
    expect(answer).toMatchObject({ status: { completion: 'completed', success: 'passed' } });
    expect(heard).toHaveLength(1);
  });

  it('completes a course of two SCOs when both are', async () => {
    const { token } = await opened(aTree({ one: {}, two: {} }));
    const first = await tracking.commit(token, body({ status: 'completed' }));
    expect(first).toMatchObject({ status: { completion: 'incomplete', progress: 0.5 } });
    const second = await tracking.commit(token, body({ seq: 2, run: 2, sco: 'two', status: 'completed' }));
    expect(second).toMatchObject({ status: { completion: 'completed' } });
    expect(heard).toHaveLength(1);
  });
});
