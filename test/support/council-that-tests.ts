import { createCanvas } from '@napi-rs/canvas';
import type { FileStore } from '@induct/platform';
import type { Severity } from '@induct/steering';
import type { Desk } from './given-desk';
import { aTree } from './given-learning';
import { GivenTesting } from './given-testing';

const LONG =
  'Declarations of interest, gifts and hospitality, predetermination and bias: Donaudampfschifffahrtselektrizität in practice';
const SAID = [
  'The date of the code is that of the old one: the new one is in force since May.',
  'The picture of the committee room has no text that a screen reader could read.',
  'Question 4 has two right answers, and only one of them counts.',
  'The film on the third page has no captions.',
  'A nicer word than “utilise” would do here.',
];
const SEVERITIES: Severity[] = ['should_fix', 'blocking', 'suggestion'];

export interface TestedCouncil {
  rounds: Record<'open' | 'fresh' | 'decided' | 'closed' | 'failed', string>;
  findings: Record<'plain' | 'toConfirm' | 'settled' | 'long' | 'pinnedNowhere', string>;
}

/** Rounds, findings and all that hangs on them, in each state that pages show, and many of them. */
export async function aCouncilThatTests(desk: Desk, files: FileStore): Promise<TestedCouncil> {
  const testing = new GivenTesting(desk.database.source);
  const [tester, officer, administrator] = [
    await desk.who('tester'),
    await desk.who('officer'),
    await desk.who('administrator'),
  ];
  const others: string[] = [];
  for (const name of [
    'Bernadette Osei-Featherstonehaugh-Llewellyn-Cholmondeley',
    'Cleo Dunn',
    'Dev Mehta',
    'Eleanor Hargreaves',
  ])
    others.push(await desk.given.aPerson({ name, roles: ['member', 'tester'] }));
  for (const name of ['Farid Rahman', 'Gwen Llewellyn'])
    await desk.given.aPerson({ name, roles: ['member', 'tester'] });
  const testers = [tester, ...others];
  const rounds = {} as TestedCouncil['rounds'];

  // One that was tested before, and has two hundred findings.
  const golf = await testing.aCourse('Golf for members', 'golf');
  rounds.failed = await testing.aRound({ ...golf, openedBy: officer, testers });
  await testing.aPreview(rounds.failed, tester);
  await testing.aSignOff(
    rounds.failed,
    tester,
    'refused',
    'Part 3 says what the code of 2012 said.\nIt has to be written anew.',
  );
  const before = { ...golf, roundId: rounds.failed };
  const second = await testing.aVersion(golf.courseId);
  const toConfirm = await testing.aFinding({
    ...before,
    authorId: tester,
    severity: 'blocking',
    text: SAID[2]!,
    state: 'fixed',
    fixedIn: second,
  });
  await testing.aComment(toConfirm, officer, 'The question was written anew in version 2.', {
    state: ['open', 'fixed'],
  });
  const settled = await testing.aFinding({
    ...before,
    authorId: others[0]!,
    text: SAID[3]!,
    state: 'will_not_fix',
    reason: 'The film is going to be left out in spring.',
    settledBy: officer,
    at: '2026-09-10T09:00:00Z',
  });
  await testing.aComment(settled, officer, 'The film is going to be left out in spring.', {
    state: ['answered', 'will_not_fix'],
  });
  await testing.closed(rounds.failed, 'deadline', 'draft', '2026-11-10T17:00:00Z');
  const tested = { courseId: golf.courseId, versionId: second };
  rounds.open = await testing.aRound({
    ...tested,
    openedBy: officer,
    testers,
    quorum: 3,
    deadline: '2026-11-24T17:00:00Z',
  });
  const now = { ...tested, roundId: rounds.open };
  const previewId = await testing.aPreview(rounds.open, tester);
  await testing.aPreview(rounds.open, others[1]!, 40);
  await testing.aPreview(rounds.open, others[2]!, 4000);
  await testing.aSignOff(rounds.open, others[1]!, 'signed_off');
  await testing.aSignOff(
    rounds.open,
    others[2]!,
    'refused',
    'It does not work with the keyboard: the cards cannot be reached.',
  );
  await testing.aLog(previewId, 'two', theCalls());
  const screenshot = { sha256: await files.put(aScreenshot()), type: 'image/png' };
  const plain = await testing.aFinding({
    ...now,
    authorId: tester,
    severity: 'blocking',
    text: SAID[0]!,
    previewId,
    log: [1, 140],
    screenshot,
    assigneeId: officer,
  });
  await testing.aVersion(golf.courseId);
  await testing.aComment(plain, others[1]!, 'I saw that too.\nIt is on the next page as well.');
  await testing.aComment(plain, officer, '', { assignee: [null, officer] });
  const pinnedNowhere = await testing.aFinding({
    ...now,
    authorId: tester,
    sco: null,
    scoTitle: '',
    location: '',
    progress: null,
    text: SAID[4]!,
    severity: 'suggestion',
  });
  const long = await testing.aFinding({
    ...now,
    authorId: others[0]!,
    scoTitle: LONG,
    location: `slide/${'a'.repeat(180)}`,
    text: `${LONG}. `.repeat(20),
  });
  for (let nth = 0; nth < 195; nth += 1) {
    await testing.aFinding({
      ...now,
      authorId: testers[nth % 5]!,
      severity: SEVERITIES[nth % 3]!,
      text: SAID[nth % 5]!,
      at: `2026-${['06', '08', '09', '10', '11'][nth % 5]}-1${nth % 9}T10:00:00Z`,
      ...(nth % 4 === 0 && { state: 'withdrawn', settledBy: tester }),
    });
  }

  const data = await testing.aCourse('Looking after data', 'data', aTree({ one: { title: 'One part only' } }));
  rounds.fresh = await testing.aRound({
    ...data,
    openedBy: officer,
    testers: [tester, others[3]!],
    deadline: '2026-12-06T17:00:00Z',
  });
  const long2 = await testing.aCourse(LONG, 'declarations');
  rounds.decided = await testing.aRound({
    ...long2,
    openedBy: officer,
    testers,
    deadline: '2026-11-25T12:00:00Z',
    focus: '',
  });
  await testing.aPreview(rounds.decided, tester);
  await testing.aSignOff(rounds.decided, tester, 'signed_off');
  const safety = await testing.aCourse('Personal safety', 'safety');
  rounds.closed = await testing.aRound({ ...safety, openedBy: officer, testers: [tester, others[0]!] });
  for (const id of [tester, others[0]!]) {
    await testing.aPreview(rounds.closed, id, 1800);
    await testing.aSignOff(rounds.closed, id, 'signed_off');
  }
  await testing.aFinding({
    ...safety,
    roundId: rounds.closed,
    authorId: tester,
    state: 'fixed',
    fixedIn: await testing.aVersion(safety.courseId),
    settledBy: officer,
    at: '2026-10-11T10:00:00Z',
  });
  await testing.closed(rounds.closed, 'quorum');
  const pdf = await files.put(Buffer.from('%PDF-1.7 of a report'));
  await testing.aReport(rounds.closed, null);
  await testing.aReport(rounds.failed, pdf);
  for (let nth = 1; nth <= 24; nth += 1) {
    const course = await testing.aCourse(`Optional module ${nth}`, `optional-${nth}`);
    const id = await testing.aRound({ ...course, openedBy: officer, testers: [tester] });
    await testing.aFinding({
      ...course,
      roundId: id,
      authorId: tester,
      at: `2026-0${7 + (nth % 3)}-1${nth % 9}T10:00:00Z`,
      state: 'withdrawn',
      settledBy: tester,
    });
    await testing.closed(id, 'officer', 'draft', `2026-09-${String(nth).padStart(2, '0')}T10:00:00Z`);
  }
  await testing.anOverride(long2, administrator, officer);
  await testing.anOverride(safety, administrator, null);
  return { rounds, findings: { plain, toConfirm, settled, long, pinnedNowhere } };
}

/** A hundred and forty calls of a package that gives a score, and forgets to say that it is completed. */
function theCalls(): [string, string, string, string, string][] {
  return Array.from({ length: 140 }, (_, nth): [string, string, string, string, string] => {
    if (nth === 0) return ['opened', 'sco', '', '', ''];
    if (nth === 1) return ['LMSInitialize', '', '', 'true', ''];
    if (nth === 130) return ['LMSSetValue', 'cmi.core.score.raw', '85', 'true', ''];
    if (nth === 131) return ['LMSSetValue', 'cmi.core.lesson_status', 'done', 'false', '405'];
    if (nth === 138) return ['LMSCommit', '', '', 'true', ''];
    if (nth === 139) return ['LMSFinish', '', '', 'true', ''];
    if (nth % 3 === 0) return ['LMSSetValue', 'cmi.core.lesson_location', `page-${nth}`, 'true', ''];
    if (nth % 3 === 1)
      return ['LMSSetValue', 'cmi.suspend_data', `{"page":${nth},"seen":[${'1,'.repeat(60)}1]}`, 'true', ''];
    return ['LMSGetValue', 'cmi.core.student_name', '', 'Fenwick, Ada', ''];
  });
}

function aScreenshot(): Buffer {
  const canvas = createCanvas(1024, 640);
  const draw = canvas.getContext('2d');
  draw.fillStyle = '#f4f4f0';
  draw.fillRect(0, 0, 1024, 640);
  draw.fillStyle = '#2a6049';
  draw.fillRect(60, 60, 904, 90);
  draw.fillStyle = '#ffffff';
  draw.font = '40px sans-serif';
  draw.fillText('The code of conduct, 2012', 90, 120);
  return canvas.toBuffer('image/png');
}
