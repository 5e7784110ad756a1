import type { AskedRequirement, Claim, WayKind } from '@induct/accreditation';
import { britishDate } from '@induct/platform';
import { about, moduleStatus, type ModuleStatus } from '../learning/module-status';
import type { StandingModuleRow } from './standing.queries';
import { claimState } from './claim.words';
import { whyNot } from './why-not';

type Tag = ModuleStatus['tag'];

/** How a requirement was met, as one says it after "Met by". */
const MET_BY: Record<WayKind, string> = {
  module: 'the module',
  prior_learning: 'what you had learned before',
  recording: 'a recording you watched',
  outside_certificate: 'a certificate from elsewhere',
};

/** A module as a way to meet a requirement. */
function moduleWay(row: StandingModuleRow, now: Date) {
  const status = moduleStatus(row, now);
  const isBegun = row.recordedAt !== null && row.completedAt === null;
  return {
    slug: row.slug,
    title: row.title,
    takes: about(row.minutes),
    action: status.action,
    // The tag and the minutes say it already.
    words: status.stage === 'not started' ? undefined : status.words,
    isBegun,
    why: isBegun && row.tree ? whyNot(row.tree, row.parts) : [],
    tag: status.tag,
    waits: row.doubt === 'waiting',
  };
}

interface Around {
  modules: ReadonlyMap<string, StandingModuleRow>;
  /** The person's, the newest first. */
  claims: readonly Claim[];
}

function entry(asked: AskedRequirement, { modules, claims }: Around, now: Date) {
  const rows = asked.ways.flatMap(({ courseId }) => (courseId === null ? [] : [modules.get(courseId)]));
  const ways = rows.flatMap((row) => (row ? [moduleWay(row, now)] : []));
  return {
    slug: asked.slug,
    title: asked.title,
    met: asked.met && metWords(asked.met),
    tag: tagOf(asked, ways),
    modules: ways,
    canClaim: !asked.met && asked.ways.some(({ kind }) => kind !== 'module'),
    claims: claims.filter(({ requirementId }) => requirementId === asked.id).map(claimState),
  };
}

function tagOf({ met }: AskedRequirement, ways: readonly ReturnType<typeof moduleWay>[]): Tag {
  if (met) return { text: 'Met', kind: 'done' };
  if (ways.some(({ waits }) => waits)) return { text: 'An officer looks first', kind: 'going' };
  return ways[0]?.tag ?? { text: 'Not met yet', kind: 'todo' };
}

function metWords({ by, on, until }: NonNullable<AskedRequirement['met']>): string {
  const met = `Met by ${MET_BY[by]}, on ${britishDate(on)}.`;
  return until === null ? met : `${met} It counts until ${britishDate(until)}.`;
}

/** What is asked of a member: what is still to be met first, each in the order of the titles. */
export function standingView(
  asked: readonly AskedRequirement[],
  { rows, claims }: { rows: readonly StandingModuleRow[]; claims: readonly Claim[] },
  now: Date,
) {
  const modules = new Map(rows.map((row) => [row.id, row]));
  const entries = asked.map((one) => entry(one, { modules, claims }, now));
  const [open, met] = [entries.filter((one) => !one.met), entries.filter((one) => one.met)];
  return { total: entries.length, open, met };
}
