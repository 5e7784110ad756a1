import { Test, type TestingModule } from '@nestjs/testing';
import { PlatformModule } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { aCourse, aMember, aPublishedVersion, aTree } from '../../../../test/support/given-learning';
import { type CommitBody, Launching, Looks, OwnCompletion, ProgressModule, Tracking } from '..';
import { LookedAtAlready } from './doubt.errors';

describe('completions that are hard to believe', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let launching: Launching;
  let tracking: Tracking;
  const clock = new FixedClock();

  beforeAll(async () => {
    database = await cloneDatabase();
    module = await Test.createTestingModule({
      imports: [PlatformModule.with(testConfig(database.url), database.source, { clock }), ProgressModule],
    }).compile();
    await module.init();
    launching = module.get(Launching);
    tracking = module.get(Tracking);
  });
  afterAll(async () => {
    await module?.close();
    await database?.drop();
  });

  const passed = (seq = 1, time = '0000:00:03'): CommitBody => {
    const cmi = { core: { lesson_status: 'passed', session_time: time }, suspend_data: '' };
    return { seq, sco: 'one', run: 1, final: true, shownMs: 0, cmi };
  };
  const opened = async () => {
    const { courseId } = await aCourse(database.source, aTree({ one: {} }));
    const personId = await aMember(database.source);
    return { courseId, personId, ...(await launching.open({ personId, courseId })) };
  };
  const doubts = (personId: string) =>
    database.source.query<{ number: number; doubts: string[] }[]>(
      `select a.number, d.doubts from doubtful_completion d join attempt a on a.id = d.attempt_id
       join registration r on r.id = a.registration_id where r.person_id = $1 order by a.number`,
      [personId],
    );

  /** Completions of this person that count. */
  const counted = async (personId: string) =>
    (
      await database.source.query<unknown[]>(
        `select from registration_standing r where person_id = $1 and completed_at is not null
            and not exists (select from completion_in_doubt d where d.registration_id = r.id)`,
        [personId],
      )
    ).length;

  it('are recorded as completed all the same, with the reason, once', async () => {
    const { token, personId } = await opened();
    clock.advance(3_000);
    expect(await tracking.commit(token, passed())).toMatchObject({ status: { completion: 'completed' } });
    clock.advance(3_600_000);
    await tracking.commit(token, passed(2));
    expect(await doubts(personId)).toEqual([{ number: 1, doubts: ['quick'] }]);
  });

  it('are those that claim more time than has passed', async () => {
    const { token, personId } = await opened();
    clock.advance(60_000);
    await tracking.commit(token, passed(1, '0004:00:00'));
    expect(await doubts(personId)).toEqual([{ number: 1, doubts: ['more_time_than_passed'] }]);
  });

  it('are none of those that took their time', async () => {
    const { token, personId } = await opened();
    clock.advance(600_000);
    await tracking.commit(token, passed(1, '0000:09:00'));
    expect(await doubts(personId)).toEqual([]);
  });

  it('are found in a retake too', async () => {
    const { token, personId, courseId } = await opened();
    clock.advance(600_000);
    await tracking.commit(token, passed());
    await aPublishedVersion(database.source, courseId, aTree({ one: {} }));
    const again = await launching.open({ personId, courseId });
    clock.advance(2_000);
    await tracking.commit(again.token, passed());
    expect(await doubts(personId)).toEqual([{ number: 2, doubts: ['quick'] }]);
  });

  it('are all of a day on which more was completed than one can, also those recorded before it was known', async () => {
    const personId = await aMember(database.source);
    const tokens: string[] = [];
    for (let nth = 0; nth < 11; nth++) {
      const { courseId } = await aCourse(database.source, aTree({ one: {} }));
      tokens.push((await launching.open({ personId, courseId })).token);
    }
    clock.advance(12_000);
    for (const token of tokens) {
      clock.advance(1_000);
      await tracking.commit(token, passed(1, '0000:02:00'));
    }
    const found = await doubts(personId);
    expect(found).toHaveLength(11);
    for (const one of found) expect(one.doubts).toContain('quick_day');
    expect(await counted(personId)).toBe(0);
  });

  it('are found when all come at the same moment', async () => {
    const personId = await aMember(database.source);
    const tokens: string[] = [];
    for (let nth = 0; nth < 6; nth++) {
      const { courseId } = await aCourse(database.source, aTree({ one: {} }));
      tokens.push((await launching.open({ personId, courseId })).token);
    }
    clock.advance(12_000);
    await Promise.all(tokens.map((token) => tracking.commit(token, passed(1, '0000:02:00'))));
    expect(await doubts(personId)).toHaveLength(6);
  });

  describe('and an officer’s look', () => {
    const doubted = async () => {
      const given = await opened();
      clock.advance(3_000);
      await tracking.commit(given.token, passed());
      const [row] = await database.source.query<{ id: string }[]>(
        'select a.id from attempt a join registration r on r.id = a.registration_id where r.person_id = $1',
        [given.personId],
      );
      return { ...given, attemptId: row!.id };
    };
    const look = { by: '0195c0de-0000-7000-8000-00000000000f', words: 'I sat beside her' };

    it('makes it count', async () => {
      const { personId, attemptId } = await doubted();
      expect(await counted(personId)).toBe(0);
      await module.get(Looks).look(attemptId, { ...look, counts: true });
      expect(await counted(personId)).toBe(1);
      await expect(module.get(Looks).look(attemptId, { ...look, counts: false })).rejects.toThrow(LookedAtAlready);
      const [event] = await database.source.query<{ action: string; detail: object }[]>(
        'select action, detail from audit_event where subject_id = $1',
        [personId],
      );
      expect(event).toMatchObject({ action: 'completion.believed', detail: { attemptId, words: look.words } });
    });

    it('is never one’s own', async () => {
      const { personId, attemptId } = await doubted();
      await expect(module.get(Looks).look(attemptId, { ...look, by: personId, counts: true })).rejects.toThrow(
        OwnCompletion,
      );
      expect(await counted(personId)).toBe(0);
    });

    it('lets the member take the module again when it does not count, and that counts', async () => {
      const { personId, courseId, attemptId } = await doubted();
      await module.get(Looks).look(attemptId, { ...look, counts: false });
      const again = await launching.open({ personId, courseId });
      clock.advance(3_600_000);
      await tracking.commit(again.token, passed(1, '0000:30:00'));
      expect(await counted(personId)).toBe(1);
    });
  });
});
