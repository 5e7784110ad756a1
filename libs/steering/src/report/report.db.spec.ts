import { Transactions } from '@induct/platform';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { GivenCouncil } from '../../../../test/support/given-council';
import { GivenTesting } from '../../../../test/support/given-testing';
import { ReportWishes } from './report-wishes';
import { RoundReports } from './report.queries';
import { RoundQueries } from '../reading/round.queries';

let database: TestDatabase;
let given: GivenTesting;
let reports: RoundReports;
let [ann, ben, cleo, olive]: string[] = [];

beforeAll(async () => {
  database = await cloneDatabase();
  given = new GivenTesting(database.source);
  reports = new RoundReports(database.source, new Transactions(database.source), new ReportWishes(new FixedClock()));
  const council = new GivenCouncil(database.source);
  const testers: string[] = [];
  for (const name of ['Ann', 'Ben', 'Cleo']) testers.push(await council.aPerson({ name, roles: ['tester'] }));
  [ann, ben, cleo] = testers;
  olive = await council.aPerson({ name: 'Olive', roles: ['officer'] });
});
afterAll(() => database?.drop());

/** A first round that nobody signed off, and a second one, on version 2, into which three of its findings are carried. */
async function twoRounds(slug: string) {
  const { courseId, versionId } = await given.aCourse('Golf', slug);
  const course = { courseId, openedBy: olive! };
  const first = await given.aRound({ ...course, versionId, testers: [ann!, ben!] });
  const raise = (more: object) =>
    given.aFinding({ courseId, versionId, roundId: first, authorId: ann!, at: '2026-11-16T10:00:00Z', ...more });
  await raise({ severity: 'blocking', text: 'It does not open' });
  await raise({ severity: 'suggestion', state: 'withdrawn', settledBy: ann! });
  const second = await given.aVersion(courseId);
  await raise({ state: 'fixed', fixedIn: second, settledBy: olive! });
  await raise({ state: 'answered' });
  await given.closed(first, 'deadline', 'draft', '2026-11-17T10:00:00Z');
  const roundId = await given.aRound({
    ...course,
    versionId: second,
    testers: [ann!, ben!, cleo!],
    openedAt: '2026-11-18T09:00:00Z',
  });
  await given.aFinding({ courseId, versionId: second, roundId, authorId: ben!, severity: 'blocking' });
  return { courseId, first, roundId, versionId: second };
}

it('counts what testers did, what they answered and what they found, and says where it was found', async () => {
  const { first, roundId } = await twoRounds('counted');
  await given.aPreview(roundId, ann!, 3600);
  await given.aPreview(roundId, ann!, 600);
  await given.aPreview(roundId, ben!, 1800);
  await given.aPreview(first, cleo!, 999);
  await given.aSignOff(roundId, ann!, 'signed_off');
  await given.aSignOff(roundId, ben!, 'refused', 'Question 3 is not fair');
  await database.source.query(
    `update test_round_tester set could_not_finish_why = 'My tablet broke' where round_id = $1 and person_id = $2`,
    [roundId, cleo],
  );
  const report = (await reports.of(roundId))!;
  expect(report).toMatchObject({
    number: 2,
    versionNumber: 2,
    openedByName: 'Olive',
    openedAt: new Date('2026-11-18T09:00:00Z'),
    started: 2,
    signedOff: 1,
    refused: 1,
    previewSeconds: 6000,
    publishedAt: null,
    override: null,
    bySeverity: [
      { severity: 'blocking', raised: 2, settled: 0, unsettled: 2 },
      { severity: 'should_fix', raised: 2, settled: 1, unsettled: 1 },
      { severity: 'suggestion', raised: 0, settled: 0, unsettled: 0 },
    ],
  });
  expect(report.testers).toEqual([
    expect.objectContaining({ name: 'Ann', previewSeconds: 4200, findings: 0, decision: 'signed_off' }),
    expect.objectContaining({ name: 'Ben', findings: 1, decision: 'refused', reason: 'Question 3 is not fair' }),
    expect.objectContaining({ name: 'Cleo', previewSeconds: 0, decision: null, couldNotFinishWhy: 'My tablet broke' }),
  ]);
  expect(report.testers[0]!.decidedAt).toEqual(new Date('2026-11-18T16:00:00Z'));
  expect(report.testers[0]).not.toHaveProperty('checklist');
  expect(report.answers).toHaveLength(6);
  expect(report.answers[0]).toMatchObject({
    counts: { yes: 1, no: 1, not_looked_at: 0 },
    noes: [{ name: 'Ben', decision: 'refused', note: 'Question 3 is not fair' }],
    notes: [],
  });
  expect(report.signedOffDespiteNo).toBe(0);
  expect(
    report.findings.map(({ number, carried, settled, roundNumber, foundInVersionNumber: found }) => [
      number,
      carried,
      settled,
      roundNumber,
      found,
    ]),
  ).toEqual([
    [1, true, false, 1, 1],
    [5, false, false, 2, 2],
    [4, true, false, 1, 1],
    [3, true, true, 1, 1],
  ]);
  expect(report.decision).toMatch(/^The round is open until 17:00 on 29 November 2026/);
});

it('says who signed off although they answered no, and keeps the notes of the others', async () => {
  const { roundId } = await twoRounds('noes');
  await given.aSignOff(roundId, ann!, 'signed_off', '', { 4: { answer: 'no', note: 'The menu is cut off' } });
  await given.aSignOff(roundId, ben!, 'signed_off', '', { 4: { answer: 'not_looked_at', note: 'I have none' } });
  const report = (await reports.of(roundId))!;
  expect(report).toMatchObject({ signedOff: 2, signedOffDespiteNo: 1 });
  expect(report.decision).toContain('One tester signed it off although they answered no');
  expect(report.answers[3]).toEqual({
    id: '4',
    text: 'It works on a tablet',
    counts: { yes: 0, no: 1, not_looked_at: 1 },
    noes: [{ name: 'Ann', decision: 'signed_off', note: 'The menu is cut off' }],
    notes: ['I have none'],
  });
});

it('counts no sign-off of other bytes', async () => {
  const { roundId, versionId } = await twoRounds('bytes');
  await given.aSignOff(roundId, ann!, 'signed_off');
  await database.source.query(`update course_version set package_sha256 = '\\x01' where id = $1`, [versionId]);
  expect(await reports.of(roundId)).toMatchObject({ signedOff: 0, refused: 0 });
});

it('says who published over the gate, and why', async () => {
  const { courseId, roundId, versionId } = await twoRounds('override');
  await given.closed(roundId, 'officer', 'draft');
  const overrideId = await given.anOverride({ courseId, versionId }, cleo!, olive!);
  expect((await reports.of(roundId))!.override).toBeNull();
  const published = (number: number, ground: 'override' | 'round') =>
    database.source.query(
      `insert into publication (id, course_id, version_id, number, ground, round_id, override_id, policy, published_by,
         published_at)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, 'nothing', $7, '2026-11-19T10:00:00Z')`,
      [courseId, versionId, number, ground, ...(ground === 'round' ? [roundId, null] : [null, overrideId]), olive],
    );
  await published(1, 'override');
  expect((await reports.of(roundId))!.override).toEqual({
    reason: expect.stringContaining('regulations'),
    proposedByName: 'Cleo',
    proposedAt: new Date('2026-11-19T08:00:00Z'),
    confirmedByName: 'Olive',
    confirmedAt: new Date('2026-11-19T10:00:00Z'),
  });
  // Taken back, tested and brought back through the gate.
  await published(2, 'round');
  const report = (await reports.of(roundId))!;
  expect([report.override, report.publishedByName]).toEqual([null, 'Olive']);
  expect(report.decision).not.toContain('override');
});

it('counts what a tester saw of the version before the round and in it, and nothing after it closed', async () => {
  const { courseId, versionId } = await given.aCourse('Golf', 'looked');
  const round = { courseId, versionId, openedBy: olive!, testers: [ann!, ben!] };
  const first = await given.aRound(round);
  await given.aPreview(first, ann!, 600);
  await given.closed(first, 'officer');
  const second = await given.aRound(round);
  const seen = async (roundId: string) => {
    const [row] = (await new RoundQueries(database.source).find(roundId))!.testersList;
    const [tester] = (await reports.of(roundId))!.testers;
    expect(tester!.previewSeconds).toBe(row!.previewSeconds);
    return tester!.previewSeconds;
  };
  expect([await seen(first), await seen(second)]).toEqual([600, 600]);
  await given.aPreview(second, ann!, 60, '2026-11-21T10:00:00Z');
  expect([await seen(first), await seen(second)]).toEqual([600, 660]);
  expect((await reports.of(second))!.started).toBe(1);
});

it('reads a round of people who are gone, and none that there is not', async () => {
  const { courseId, versionId } = await given.aCourse('Gone', 'gone');
  const nobody = '00000000-0000-4000-8000-000000000000';
  const roundId = await given.aRound({ courseId, versionId, openedBy: nobody, testers: [nobody] });
  await given.aFinding({ courseId, versionId, roundId, authorId: nobody });
  expect(await reports.of(roundId)).toMatchObject({
    openedByName: '',
    testers: [{ name: '' }],
    findings: [{ authorName: '' }],
  });
  expect(await reports.of(nobody)).toBeUndefined();
});
