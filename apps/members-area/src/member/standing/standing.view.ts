import {
  type AskedRequirement,
  type NeededChoice,
  type Claim,
  type DueItem,
  type Path,
  ruleWords,
  stillNeeded,
  type WayKind,
} from '@induct/accreditation';
import type { NextSession } from '@induct/events';
import { type Day, dayInLondon, readerDate, said, w } from '@induct/platform';
import { groupedBy } from '../../lists/grouped-by';
import { whenDue } from '../../words/due';
import { asItCounts } from '../learning/as-it-counts';
import { coreSkills } from '../learning/core-skills';
import { dueWords } from '../learning/due-words';
import { about, moduleStatus, type ModuleStatus } from '../learning/module-status';
import { nextFor } from '../programme/next-session';
import type { StandingModuleRow } from './standing.queries';
import { claimState, isWaiting } from './claim.words';
import { pathsView } from './paths.view';
import { whyNot } from './why-not';

type Tag = ModuleStatus['tag'];

/** How a requirement was met, as one says it after "Met by". */
const MET_BY: Record<WayKind, string> = {
  module: 'the module',
  attendance: 'a session you were at',
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
    /** It counts no more: where it stands why, that need not be said twice. */
    again: row.doubt === 'withdrawn',
  };
}

interface Around {
  modules: ReadonlyMap<string, StandingModuleRow>;
  /** The person's, the newest first. */
  claims: readonly Claim[];
  /** The earliest first. */
  due: readonly DueItem[];
  /** That serve what is asked. */
  sessions: readonly NextSession[];
}

function entry(asked: AskedRequirement, { modules, claims, due, sessions }: Around, now: Date) {
  const rows = asked.ways.flatMap(({ courseId }) => (courseId === null ? [] : [modules.get(courseId)]));
  const ways = rows.flatMap((row) => (row ? [moduleWay(row, now)] : []));
  const sent = claims.filter(({ requirementId }) => requirementId === asked.id);
  const session = asked.met ? undefined : nextFor(sessions, asked.slug);
  // Whoever has sent one in waits for the answer first.
  const waits = sent.some(isWaiting);
  return {
    slug: asked.slug,
    title: asked.title,
    met: asked.met && metWords(asked.met),
    /** It was met, and has to be shown anew. */
    before: asked.before && `${metWords(asked.before)} ${said('It has to be shown anew.')}`,
    /** The earliest day on which somebody asks for it. */
    dueOn: asked.met ? undefined : due.find(({ needs }) => needs.includes(asked.id))?.dueOn,
    tag: tagOf(asked, ways),
    modules: ways,
    /** The next that one may come to instead. */
    session,
    /** Only sessions meet it, and none is planned. */
    hasNoDate: !asked.met && !session && ways.length === 0 && asked.ways.some(({ kind }) => kind === 'attendance'),
    hasNoWay: !asked.met && !session && ways.length === 0 && !asked.ways.some(({ kind }) => isClaimed(kind)),
    isAsked: asked.isAsked,
    canClaim: !asked.met && !waits && asked.ways.some(({ kind }) => isClaimed(kind)),
    claims: sent.map((claim) => claimState(claim, dayInLondon(now))),
  };
}

/** Whether one shows it by a claim that an officer accepts. */
const isClaimed = (kind: WayKind): boolean => kind !== 'module' && kind !== 'attendance';

function tagOf({ met }: AskedRequirement, ways: readonly ReturnType<typeof moduleWay>[]): Tag {
  if (met) return { text: said('Met'), kind: 'done' };
  if (ways.some(({ waits }) => waits)) return { text: said('An officer looks first'), kind: 'going' };
  return ways[0]?.tag ?? { text: said('Not met yet'), kind: 'todo' };
}

function metWords({ by, on, until }: NonNullable<AskedRequirement['met']>): string {
  const met = w`Met by ${said(MET_BY[by])}, on ${readerDate(on)}.`;
  return until === null ? met : w`${met} It counts until ${readerDate(until)}.`;
}

interface ByDay {
  id: string;
  dueOn: Day | undefined;
  when: string | undefined;
}

/** Of these so many are needed, whichever. */
interface Some<One> {
  says: string;
  asked: One[];
}

/**
 * What is due on a day stands under it, said once: the first day first, and last what has none; what is a choice of several together,
 * after what is needed anyway.
 */
function groupedByDay<One extends ByDay>(open: readonly One[], choices: readonly NeededChoice[], names: Names) {
  const choiceOf = (id: string) => choices.find(({ of }) => of.includes(id));
  const some = choices
    .map((choice): Some<One> => ({
      says: choiceWords(choice, names),
      asked: open.filter(({ id }) => choiceOf(id) === choice),
    }))
    .filter(({ asked }) => asked.length > 0);
  const first = ({ asked }: Some<One>) => asked.toSorted(byDueDay)[0]!;
  const days = groupedBy([...open.filter(({ id }) => !choiceOf(id)), ...some.map(first)], ({ dueOn }) => dueOn ?? '');
  return [...days.values()]
    .map(([any]) => ({
      dueOn: any!.dueOn,
      when: any!.when,
      asked: open.filter((one) => one.dueOn === any!.dueOn && !choiceOf(one.id)),
      choices: some.filter((one) => first(one).dueOn === any!.dueOn),
    }))
    .toSorted(byDueDay);
}

const byDueDay = (a: Pick<ByDay, 'dueOn'>, b: Pick<ByDay, 'dueOn'>) => {
  const [one, other] = [a.dueOn ?? '9', b.dueOn ?? '9'];
  return one === other ? 0 : one < other ? -1 : 1;
};

type Names = Parameters<typeof ruleWords>[1];

function choiceWords({ missing, isPlain }: NeededChoice, names: Names): string {
  if (!isPlain) return w`Not all of these are needed, but ${ruleWords(missing, names)}:`;
  return missing.n === 1 ? said('Any one of these:') : w`Any ${missing.n} of these:`;
}

/**
 * What is asked of a member: what is still to be met first, under its day, and each in the order in which the modules are
 * shown everywhere. What only other awards ask for stands apart, and what is asked for step by step stands in its steps alone.
 * @param rows in that order
 * @param learns core skills are asked of them; of whoever is no member only what a mandate asks
 */
export function standingView(
  asked: readonly AskedRequirement[],
  { rows, paths, ...beside }: { rows: readonly StandingModuleRow[]; paths: readonly Path[] } & Omit<Around, 'modules'>,
  now: Date,
  learns = true,
) {
  const counted = asItCounts(asked);
  const modules = new Map(rows.map((row) => [row.id, counted(row.id, row)]));
  const today = dayInLondon(now);
  const places = new Map(rows.map(({ slug }, at) => [slug, at]));
  const due = new Set(beside.due.flatMap(({ needs }) => needs));
  const isOpenCore = ({ isCore, met }: AskedRequirement) => learns && isCore && met === undefined;
  const { sure, choices } = stillNeeded(
    beside.due.map(({ missing }) => missing),
    asked.filter(isOpenCore).map(({ id }) => id),
  );
  const chosen = new Set(choices.flatMap(({ of }) => of));
  /** What nobody needs any more, as another way is needed anyway, is asked no longer. */
  const isNeeded = ({ id, met }: AskedRequirement) =>
    met !== undefined || !due.has(id) || sure.has(id) || chosen.has(id);
  const all = asked
    .map((requirement) => {
      const one = entry(requirement, { modules, ...beside }, now);
      const place = Math.min(...one.modules.map(({ slug }) => places.get(slug)!), places.size);
      return {
        ...one,
        id: requirement.id,
        isAsked: one.isAsked && isNeeded(requirement),
        place,
        when: one.dueOn && whenDue(one.dueOn, today),
      };
    })
    .toSorted((a, b) => a.place - b.place);
  const entries = all.filter(({ isAsked }) => isAsked);
  const stepByStep = pathsView(paths, new Map(all.map((one) => [one.id, one])));
  const [own, other] = [true, false].map((isOwn) => stepByStep.filter((path) => path.isAsked === isOwn)) as [
    typeof stepByStep,
    typeof stepByStep,
  ];
  const isNoStepOf = (some: typeof stepByStep) => {
    const steps = new Set(some.flatMap(({ needs }) => needs));
    return ({ id }: { id: string }) => !steps.has(id);
  };
  const open = entries.filter((one) => !one.met);
  const left = open.filter(({ id }) => !chosen.has(id)).length + choices.reduce((sum, { least }) => sum + least, 0);
  const names: Names = new Map(asked.map(({ id, title }) => [id, title]));
  return {
    core: coreSkills(
      asked,
      [...modules].map(([courseId, { doubt }]) => ({ courseId, doubt })),
    ),
    total: entries.length - open.length + left,
    left,
    paths: own,
    open: groupedByDay(open.filter(isNoStepOf(own)), choices, names),
    met: entries.filter((one) => one.met).filter(isNoStepOf(own)),
    others: all
      .filter(({ isAsked }) => !isAsked)
      .filter(isNoStepOf(stepByStep))
      .toSorted((a, b) => Number(Boolean(a.met)) - Number(Boolean(b.met))),
    otherPaths: other,
    due: dueWords(beside.due, now),
  };
}
