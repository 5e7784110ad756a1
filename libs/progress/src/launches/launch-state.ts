import {
  listedParts,
  partsToPlay,
  type PlayState,
  type RememberedSco,
  type ScoInteraction,
  type ScoStatus,
  waitingParts,
} from '@induct/scorm';
import { hasOutlivedItsLaunch } from '../attempt/claim';
import type { TrackedVersion } from '../commits/course-versions';
import type { LaunchRow } from './launch.queries';
import { learningSeconds } from '../attempt/learning-time';
import { compareOrder } from '../attempt/order';
import type { Bookmark } from '../attempt/sco-state';

/** What a member's player starts from. */
export type LaunchState = PlayState;

/** @param rows of one launch: one for each SCO that has a state */
export function launchState(
  rows: readonly LaunchRow[],
  version: TrackedVersion,
  { SITE_ORIGIN: site }: { SITE_ORIGIN: string },
): LaunchState {
  const { tree, sequencing } = version;
  const row = rows[0]!;
  const known = new Map(rows.flatMap((one) => (one.sco === null ? [] : [[one.sco, one] as const])));
  const learner = { id: row.personId, name: row.personName };
  const parts = partsToPlay({
    tree,
    files: `/content/${row.versionKey}/`,
    learner,
    status: (sco) => statusOf(known.get(sco)),
    remembered: (sco) =>
      // Where the parts have an order, it says itself which of them go on and which begin anew.
      !sequencing && isOver(known.get(sco), known) ? undefined : remembered(known.get(sco)),
  });
  return {
    launch: { id: row.launchId, number: row.launchNumber },
    standard: row.standard,
    edition: row.edition,
    course: { title: row.courseTitle },
    versionId: row.versionId,
    learner,
    journalKey: row.journalKey.toString('base64url'),
    siteReturnUrl: `${site}/modules/${row.courseSlug}`,
    ...parts,
    current: currentSco(parts, known),
    ...(asksFirst(version, parts, known) && { asksFirst: true }),
    savedAt: row.hasCommits ? row.attemptRecordedAt.toISOString() : null,
    finishedUrl: `${site}/modules/${row.courseSlug}/finished`,
  };
}

/** Where the learner left: the SCO of the newest commit; when that one is done, the next one that is not. */
function currentSco(
  { toc, prerequisites }: Pick<PlayState, 'toc' | 'prerequisites'>,
  known: ReadonlyMap<string, LaunchRow>,
): string {
  const order = listedParts(toc);
  const waiting = prerequisites && waitingParts(prerequisites, (sco) => statusOf(known.get(sco)));
  const canOpen = (id: string) => !waiting?.has(id);
  const newest = newestOf(known);
  if (!newest?.sco || !order.includes(newest.sco)) return order.find(canOpen) ?? '';
  const { ended, said } = newest.runtime.newest!;
  // Who has gone back to a part that was done, and left it half-way, is there.
  const isDone = newest.result.completion === 'completed' && (said.result?.judged ?? 'completed') === 'completed';
  if (!ended || !isDone) return newest.sco;
  const at = order.indexOf(newest.sco) + 1;
  const roundabout = [...order.slice(at), ...order.slice(0, at)];
  return roundabout.find((id) => canOpen(id) && statusOf(known.get(id)).completion !== 'completed') ?? newest.sco;
}

/** The part that was worked in last. */
const newestOf = (known: ReadonlyMap<string, LaunchRow>): LaunchRow | undefined =>
  [...known.values()]
    .filter(({ runtime }) => runtime.newest)
    .toSorted((a, b) => compareOrder(b.runtime.newest!.at, a.runtime.newest!.at))[0];

/**
 * The content of the last part has ended that itself, and nothing was opened after it. In a package without an order no part follows
 * another by itself (SN 3.2.3, SB.2.2): what comes next is the learner's to say. Who was only away goes on where they were.
 */
function asksFirst(
  { tree, sequencing }: TrackedVersion,
  { toc }: Pick<PlayState, 'toc'>,
  known: ReadonlyMap<string, LaunchRow>,
): boolean {
  if (sequencing || tree.standard !== 'scorm_2004' || listedParts(toc).length < 2) return false;
  return newestOf(known)?.runtime.newest?.over === true;
}

function statusOf(row: LaunchRow | undefined): ScoStatus {
  if (!row?.result) return { completion: 'not_attempted', success: 'unknown' };
  const { completion, success, claim } = row.result;
  return { completion: hasOutlivedItsLaunch(claim, row.launchNumber) ? 'completed' : completion, success };
}

/**
 * SCORM 2004 RTE 4.2.8: a new attempt begins with nothing, where the content has ended the one before, or ended without a wish to
 * be gone on with before the learner moved on to another part. Who leaves the module saves it, whatever the content says.
 */
function isOver(row: LaunchRow | undefined, all: ReadonlyMap<string, LaunchRow>): boolean {
  const newest = row?.runtime.newest;
  if (row?.standard !== 'scorm_2004' || !newest?.ended || newest.said.exit === 'suspend') return false;
  // Recorded before content got back its own words: it comes back as it did.
  if (!newest.said.result) return false;
  if (newest.over || newest.said.exit === 'time-out' || newest.said.exit === 'logout') return true;
  // In a later launch another part may only have been opened on the way here.
  const later = [...all.values()].flatMap(({ runtime }) => runtime.newest?.at ?? []);
  return later.some((at) => at.launch === newest.at.launch && compareOrder(at, newest.at) > 0);
}

/** A run that never ended (the tab was closed, the power failed) counts as suspended. */
function remembered(row: LaunchRow | undefined): RememberedSco | undefined {
  const newest = row?.runtime.newest;
  if (!row || !newest) return undefined;
  if (row.standard === 'scorm_2004') return remembered2004(row, newest);
  const { success, score, progress, launches, claim } = row.result;
  // Content finds what it said, whether or not it counts yet.
  const completion = claim ? 'completed' : row.result.completion;
  const { at, said, ended } = newest;
  return {
    ...said,
    exit: ended ? said.exit : 'suspend',
    completion,
    success,
    score: score?.value,
    progress,
    suspendData: JSON.parse(row.suspendData) as string,
    totalTime: learningSeconds([launches]) * 100,
    interactions: interactionsOf(row, `${at.launch}.${at.run}`),
  };
}

/** Exactly what it was left with, in its own words: what is recorded of it beside never goes down, and its time is bounded. */
function remembered2004(row: LaunchRow, { at, said: { result, ...said } }: Bookmark): RememberedSco {
  const { judged: _, ...ownWords } = result ?? {};
  const { claim, completion, success, score, progress, launches } = row.result;
  return {
    // Where its own words were not kept yet: what was recorded, and what it has claimed.
    completion: claim ? 'completed' : completion,
    success,
    progress,
    ...ownWords,
    ...said,
    score: score?.value,
    exit: 'suspend',
    suspendData: JSON.parse(row.suspendData) as string,
    totalTime: result?.timeSoFar ?? learningSeconds([launches]) * 100,
    interactions: interactionsOf(row, `${at.launch}.${at.run}`),
  };
}

function interactionsOf(row: LaunchRow, run: string): ScoInteraction[] {
  const answers = Object.values(row.runtime.interactions[run] ?? {});
  return answers.map(({ interaction }) => interaction).toSorted((a, b) => a.index - b.index);
}
