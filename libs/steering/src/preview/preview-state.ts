import {
  type Activity,
  isSequenced,
  type LaunchMode,
  type Learner,
  partsToPlay,
  type PlayState,
  readCmi,
  type RememberedSco,
  type ScoSnapshot,
  scos,
  type ScoStatus,
  waitingParts,
} from '@induct/scorm';
import type { PreviewRow } from './preview.queries';
import { previewedOrder } from './previewed-order';

/** What the player starts from in a preview. */
export interface PreviewState extends PlayState {
  preview: {
    /** Null when an officer looks at a version outside a round. */
    round: { number: number } | null;
    version: number;
    versionId: string;
    /** Findings can be recorded: the round is open, and the person tests in it. */
    canRecord: boolean;
    /** What to say first: where the page was taken to. */
    notice: string;
    /** Where findings have their pages, on the site. */
    findingsUrl: string;
  };
}

/** SCORM 1.2 RTE 3.4.4 (lesson_mode, credit), SCORM 2004 RTE 4.2.4, 4.2.14: looked at, and nothing counts. */
const BROWSING: LaunchMode = { credit: 'no-credit', mode: 'browse' };

/** A package learns nothing about testers, so nothing about them is in the log that its supplier gets. */
const SOMEBODY: Learner = { id: 'preview', name: 'Preview, Tester' };

const NOTHING_YET: ScoStatus = { completion: 'not_attempted', success: 'unknown' };

interface Left {
  snapshot: ScoSnapshot;
  final: boolean;
}

/** @param rows of one preview: one for each SCO that was left somewhere */
export function previewState(rows: readonly PreviewRow[], siteOrigin: string, now: Date): PreviewState {
  const row = rows[0]!;
  const { tree } = row;
  const parts = scos(tree);
  const left = new Map<string, Left>();
  for (const { sco, cmi, final } of rows) {
    const activity = parts.find(({ id }) => id === sco);
    if (activity) left.set(activity.id, { snapshot: snapshotOf(row, activity, cmi, final), final });
  }
  const status = (sco: string) => left.get(sco)?.snapshot ?? NOTHING_YET;
  const played = partsToPlay({
    tree,
    files: `/content/${row.versionKey}/`,
    learner: SOMEBODY,
    status: (sco) => ({ completion: status(sco).completion, success: status(sco).success }),
    remembered: (sco) => remembered(left.get(sco)),
    mode: BROWSING,
    withHidden: true,
  });
  const waiting = played.prerequisites && waitingParts(played.prerequisites, status);
  const back = `${siteOrigin}${returnPath(row)}`;
  return {
    launch: { id: row.id, number: 1 },
    standard: row.standard,
    edition: row.edition,
    course: { title: row.courseTitle },
    learner: SOMEBODY,
    journalKey: row.journalKey.toString('base64url'),
    siteReturnUrl: back,
    ...played,
    current: currentSco(
      parts.map(({ id }) => id),
      row.currentSco,
      left,
      waiting,
    ),
    ...(isSequenced(tree) && { sequencing: previewedOrder(tree, left, row.currentSco, now.getTime()) }),
    savedAt: left.size > 0 ? row.lastSeenAt.toISOString() : null,
    finishedUrl: back,
    preview: {
      round: row.roundNumber === null ? null : { number: row.roundNumber },
      version: row.versionNumber,
      versionId: row.versionId,
      canRecord: row.canRecord,
      notice: row.notice,
      findingsUrl: `${siteOrigin}/testing/findings`,
    },
  };
}

function returnPath({ roundId, courseSlug, versionNumber }: PreviewRow): string {
  return roundId === null ? `/admin/modules/${courseSlug}/versions/${versionNumber}` : `/testing/rounds/${roundId}`;
}

function snapshotOf({ standard }: PreviewRow, activity: Activity, cmi: string, final: boolean): ScoSnapshot {
  return readCmi(standard, JSON.parse(cmi), activity, final);
}

/** A run that never ended counts as suspended. */
function remembered(left: Left | undefined): RememberedSco | undefined {
  if (!left) return undefined;
  const { snapshot, final } = left;
  return { ...snapshot, exit: final ? snapshot.exit : 'suspend', totalTime: snapshot.sessionTime };
}

/** The part that was open last, or the one after it when that one has ended. */
function currentSco(
  order: readonly string[],
  last: string | null,
  left: ReadonlyMap<string, Left>,
  waiting: ReadonlyMap<string, unknown> = new Map(),
): string {
  if (last === null || !order.includes(last)) return order.find((id) => !waiting.has(id)) ?? '';
  const { final, snapshot } = left.get(last) ?? {};
  if (!final || snapshot?.completion !== 'completed') return last;
  const later = order.slice(order.indexOf(last) + 1);
  return later.find((id) => !waiting.has(id) && left.get(id)?.snapshot.completion !== 'completed') ?? last;
}
