import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { GivenCouncil } from '../../../../test/support/given-council';
import { GivenTesting } from '../../../../test/support/given-testing';
import { FindingQueries } from './finding.queries';
import { RoundQueries } from './round.queries';
import { SteeringHomeQueries } from './steering-home.queries';

const clock = new FixedClock();
let database: TestDatabase;
let given: GivenTesting;
let findings: FindingQueries;
let rounds: RoundQueries;
let home: SteeringHomeQueries;
let [ann, ben, cleo, olive]: string[] = [];

beforeAll(async () => {
  database = await cloneDatabase();
  given = new GivenTesting(database.source);
  findings = new FindingQueries(database.source, clock);
  rounds = new RoundQueries(database.source);
  home = new SteeringHomeQueries(database.source, clock);
  const council = new GivenCouncil(database.source);
  for (const name of ['Ann', 'Ben', 'Cleo']) {
    const id = await council.aPerson({ name, roles: ['member', 'tester'] });
    if (name === 'Ann') ann = id;
    else if (name === 'Ben') ben = id;
    else cleo = id;
  }
  olive = await council.aPerson({ name: 'Olive', roles: ['officer'] });
});
afterAll(() => database.drop());

/** A round of Ann and Ben on a course of its own. */
async function aRound(slug: string, more: object = {}) {
  const course = await given.aCourse(slug, slug);
  const roundId = await given.aRound({ ...course, openedBy: olive!, testers: [ann!, ben!], ...more });
  return { ...course, roundId };
}

describe('rounds', () => {
  it('are counted with what testers did', async () => {
    const { roundId, courseId, versionId } = await aRound('counted');
    await given.aPreview(roundId, ann!, 100);
    await given.aPreview(roundId, ann!, 50);
    await given.aSignOff(roundId, ann!, 'signed_off');
    await given.aFinding({ courseId, versionId, roundId, authorId: ann!, severity: 'blocking' });
    const round = await rounds.find(roundId);
    expect(round).toMatchObject({
      number: 1,
      versionNumber: 1,
      testers: 2,
      notStarted: ['Ben'],
      signedOff: 1,
      refused: 0,
      findings: 1,
      blocking: 1,
      openedByName: 'Olive',
      counts: [
        { severity: 'blocking', all: 1, unsettled: 1 },
        { severity: 'should_fix', all: 0, unsettled: 0 },
        { severity: 'suggestion', all: 0, unsettled: 0 },
      ],
    });
    expect(round?.testersList).toMatchObject([
      { name: 'Ann', previewSeconds: 150, decision: 'signed_off', findings: 1, startedAt: expect.any(Date) },
      { name: 'Ben', previewSeconds: 0, decision: null, findings: 0, startedAt: null },
    ]);
  });

  it('are listed: the open ones by deadline, the closed ones the last first, and a tester’s own', async () => {
    const late = await aRound('late', { deadline: '2026-12-20T17:00:00Z', testers: [cleo!] });
    const soon = await aRound('soon', { deadline: '2026-12-01T17:00:00Z', testers: [cleo!] });
    const old = await aRound('old', { testers: [cleo!] });
    const older = await aRound('older', { testers: [cleo!] });
    await given.closed(old.roundId, 'officer', 'draft', '2026-11-20T10:00:00Z');
    await given.closed(older.roundId, 'deadline', 'draft', '2026-11-19T10:00:00Z');
    const of = async (state: 'open' | 'closed' | undefined, offset = 0) =>
      (await rounds.page({ state, testerId: cleo }, { limit: 3, offset })).rounds.map(({ id }) => id);
    expect(await of('open')).toEqual([soon.roundId, late.roundId]);
    expect(await of('closed')).toEqual([old.roundId, older.roundId]);
    expect(await of(undefined)).toEqual([soon.roundId, late.roundId, old.roundId]);
    expect(await of(undefined, 3)).toEqual([older.roundId]);
    expect((await rounds.page({ testerId: cleo }, { limit: 1, offset: 0 })).total).toBe(4);
    expect((await rounds.page({ courseId: late.courseId }, { limit: 9, offset: 0 })).total).toBe(1);
  });

  it('are not there when nobody opened them', async () => {
    expect(await rounds.find('00000000-0000-4000-8000-000000000000')).toBeUndefined();
  });
});

describe('findings', () => {
  it('are carried into the next round while they are not settled, or fixed in what it tests', async () => {
    const first = await aRound('carried');
    const { courseId, versionId } = first;
    const raise = (more: object) => given.aFinding({ ...first, authorId: ann!, at: '2026-11-16T10:00:00Z', ...more });
    const open = await raise({ severity: 'suggestion' });
    await raise({ state: 'withdrawn', settledBy: ann });
    const second = await given.aVersion(courseId);
    const fixed = await raise({ state: 'fixed', fixedIn: second, settledBy: olive });
    await given.closed(first.roundId, 'deadline');
    const roundId = await given.aRound({
      courseId,
      versionId: second,
      openedBy: olive!,
      testers: [ben!],
      openedAt: '2026-11-20T11:00:00Z',
    });
    const own = await given.aFinding({ courseId, versionId: second, roundId, authorId: ben!, severity: 'blocking' });
    const of = async (filter: object) =>
      (await findings.ofRound(roundId, { limit: 20, offset: 0 }, filter)).findings.map(({ id }) => id);
    expect(await of({})).toEqual([own, open, fixed]);
    expect(await of({ carried: true })).toEqual([open, fixed]);
    expect(await of({ carried: false })).toEqual([own]);
    expect(await of({ settled: true })).toEqual([fixed]);
    expect(await of({ severity: 'suggestion', state: 'open' })).toEqual([open]);
    const { findings: page, total } = await findings.ofRound(roundId, { limit: 1, offset: 1 });
    expect([page.map(({ id }) => id), total]).toEqual([[open], 3]);
    expect(page[0]).toMatchObject({
      carried: true,
      roundNumber: 1,
      versionNumber: 1,
      progress: 0.45,
      authorName: 'Ann',
    });
    // What the first round showed stays.
    expect((await findings.ofRound(first.roundId, { limit: 9, offset: 0 })).total).toBe(3);
    expect(versionId).not.toBe(second);
  });

  it('know their thread, their rounds’ testers and the versions to come', async () => {
    const first = await aRound('thread');
    const id = await given.aFinding({ ...first, authorId: ann!, assigneeId: olive! });
    await given.aComment(id, olive!, '', { assignee: [null, olive] });
    await given.aComment(id, ann!, 'Thank you.');
    const second = await given.aVersion(first.courseId);
    await given.closed(first.roundId, 'deadline');
    const roundId = await given.aRound({
      courseId: first.courseId,
      versionId: second,
      openedBy: olive!,
      testers: [cleo!],
    });
    const finding = await findings.find(id);
    expect(finding).toMatchObject({
      number: 1,
      carried: true,
      assigneeName: 'Olive',
      comments: 1,
      newerVersions: [{ id: second, number: 2 }],
      currentRound: { id: roundId, number: 2, state: 'open', versionId: second, testers: [cleo] },
      thread: [
        { authorName: 'Olive', change: { assignee: [null, olive] }, at: expect.any(Date) },
        { authorName: 'Ann', text: 'Thank you.', change: null },
      ],
    });
    expect(new Set(finding?.roundTesters)).toEqual(new Set([ann, ben]));
  });

  it('are counted by module and month of London', async () => {
    const first = await aRound('months');
    await given.aFinding({ ...first, authorId: ann!, at: '2026-05-31T22:59:00Z' });
    await given.aFinding({ ...first, authorId: ann!, at: '2026-05-31T23:30:00Z', severity: 'blocking' });
    await given.aFinding({ ...first, authorId: ann!, at: '2026-11-02T10:00:00Z', state: 'withdrawn', settledBy: ann! });
    const own = (await findings.byMonth()).filter(({ courseId }) => courseId === first.courseId);
    expect(own.map(({ month, raised, settled, blocking }) => [month, raised, settled, blocking])).toEqual([
      ['2026-06', 1, 0, 1],
      ['2026-11', 1, 1, 0],
    ]);
  });
});

describe('what waits', () => {
  const kinds = async (id: string | undefined, role: 'tester' | 'officer', courseTitle: string) =>
    (await home.waiting(id!, [role])).filter((one) => one.courseTitle === courseTitle).map(({ kind }) => kind);

  it('is for a tester a preview, then a decision, then nothing', async () => {
    const { roundId } = await aRound('waits');
    expect(await kinds(ann, 'tester', 'waits')).toEqual(['preview']);
    await given.aPreview(roundId, ann!);
    expect(await kinds(ann, 'tester', 'waits')).toEqual(['sign_off']);
    await given.aSignOff(roundId, ann!, 'refused', 'It is not ready at all.');
    expect(await kinds(ann, 'tester', 'waits')).toEqual([]);
    expect(await kinds(cleo, 'tester', 'waits')).toEqual([]);
    expect(await kinds(ann, 'officer', 'waits')).toEqual([]);
  });

  it('is a finding to confirm for its author, or for the newest round’s testers in their place', async () => {
    const first = await aRound('confirms');
    const second = await given.aVersion(first.courseId);
    await given.aFinding({ ...first, authorId: ann!, severity: 'blocking', state: 'fixed', fixedIn: second });
    expect(await kinds(ann, 'tester', 'confirms')).toEqual(['confirm', 'preview']);
    expect(await kinds(ben, 'tester', 'confirms')).toEqual(['preview']);
    await given.closed(first.roundId, 'deadline');
    await given.aRound({ courseId: first.courseId, versionId: second, openedBy: olive!, testers: [cleo!] });
    expect(await kinds(cleo, 'tester', 'confirms')).toEqual(['confirm', 'preview']);
    expect(await kinds(ben, 'tester', 'confirms')).toEqual([]);
  });

  it('is for officers what nobody answered, what ends soon and what another proposed', async () => {
    const first = await aRound('officers', { deadline: '2026-11-24T17:00:00Z' });
    await given.aFinding({ ...first, authorId: ann! });
    const mine = await given.aFinding({ ...first, authorId: ann!, assigneeId: olive! });
    await given.anOverride(first, ann!, null);
    const own = (await home.waiting(olive!, ['officer'])).filter((one) => one.courseTitle === 'officers');
    expect(own.map(({ kind, number, id }) => [kind, number, id])).toEqual([
      ['deadline', 2, first.roundId],
      ['override', 1, expect.any(String)],
      ['assigned', 2, mine],
      ['unanswered', 1, first.roundId],
    ]);
    expect(await kinds(ann, 'officer', 'officers')).toEqual(['deadline', 'unanswered']);
  });

  it('lists ten of a kind, and counts all', async () => {
    const first = await aRound('many');
    for (let nth = 0; nth < 12; nth += 1) await given.aFinding({ ...first, authorId: ann!, assigneeId: cleo! });
    const assigned = (await home.waiting(cleo!, ['tester'])).filter(({ kind }) => kind === 'assigned');
    expect([assigned.length, assigned[0]?.total]).toEqual([10, 12]);
  });
});

describe('overrides and versions', () => {
  it('keep an override in view until a later round closes with its quorum', async () => {
    const first = await aRound('override');
    await given.anOverride(first, ann!, olive!);
    const titles = async () => (await home.overrides()).map(({ courseTitle }) => courseTitle);
    expect(await titles()).toContain('override');
    await given.closed(first.roundId, 'quorum', 'approved', '2026-11-21T10:00:00Z');
    expect(await titles()).not.toContain('override');
    expect((await home.ready()).find(({ courseTitle }) => courseTitle === 'override')).toMatchObject({
      roundId: first.roundId,
      versionNumber: 1,
      closedAt: new Date('2026-11-21T10:00:00Z'),
    });
  });
});
