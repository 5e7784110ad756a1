import {
  ANCHOR_NAMES,
  ANCHORS,
  CLOSED_DAYS,
  CLOSED_DAYS_NAMES,
  type DatedElection,
  firstWeeks,
  type Freeze,
  ruleOf,
  STAGE_NAMES,
  STAGES,
  type StepVersion,
  waits,
} from '@induct/handbook';
import { britishDate, britishTimeAndDate, daysLater } from '@induct/platform';
import type { Fields, FormProblems } from '../../forms/form-problems';
import type { Column } from '../../lists/list';
import { countedFrom, electionCalled } from '../../words/first-weeks';
import type { Tag } from '../../words/tag';

export const STEPS = '/admin/first-steps';
export const stepHref = (id: string) => `${STEPS}/${id}`;

/** What is so of the newest version of a step. */
export function stateOf(step: StepVersion): Tag {
  if (step.isWithdrawn) return { text: 'Withdrawn', kind: 'todo' };
  if (waits(step)) return { text: 'To be confirmed', kind: 'warning' };
  if (step.confirmedAt) return { text: 'Confirmed', kind: 'done' };
  return { text: 'Shown', kind: 'going' };
}

/** `28 days beginning with the day of the poll, or with the day of coming into office` */
export function dayInWords(step: StepVersion): string {
  const rule = ruleOf(step);
  if (!rule) return 'No day';
  const words = countedFrom(rule, rule.anchor);
  return rule.otherAnchor ? `${words}, or counted from ${ANCHOR_NAMES[rule.otherAnchor]}` : words;
}

export const STEP_COLUMNS: readonly Column<StepVersion>[] = [
  { head: 'Step', cell: ({ stepId, title }) => ({ text: title, href: stepHref(stepId), classes: 'induct-breaks' }) },
  { head: 'When', speaks: true, cell: ({ stage }) => STAGE_NAMES[stage] },
  { head: 'Day', cell: (step) => dayInWords(step) },
  { head: 'Law', cell: ({ law }) => law ?? 'None' },
  { head: 'State', cell: (step) => ({ tag: stateOf(step) }) },
];

/** What is said where something is changed while what candidates read is frozen. */
export const frozenWords = (freeze: Freeze | null): string | undefined =>
  freeze
    ? `A poll is on ${britishDate(freeze.until)}: what candidates read stays as it was when ${britishDate(freeze.from)} began. What is changed or confirmed now is shown from ${britishDate(daysLater(freeze.until, 1))} on.`
    : undefined;

/** The page of one step. */
export function stepView(
  [newest, ...before]: readonly [StepVersion, ...StepVersion[]],
  given: {
    elections: readonly DatedElection[];
    freeze: Freeze | null;
    names: ReadonlyMap<string, string>;
    readerId: string;
  },
) {
  const rule = ruleOf(newest);
  const who = (id: string) => given.names.get(id) ?? 'somebody who has left';
  const isWaiting = waits(newest);
  return {
    step: { ...newest, href: stepHref(newest.stepId), stageName: STAGE_NAMES[newest.stage], state: stateOf(newest) },
    day: dayInWords(newest),
    closed: rule && CLOSED_DAYS_NAMES[rule.closed],
    comesTo: rule
      ? given.elections.map((election) => ({
          election: electionCalled(election),
          days: firstWeeks(election, [newest], ruleOf)[0]!
            .due.map(({ on, isAssumed }) => britishDate(on) + (isAssumed ? ' (proposed)' : ''))
            .join(' or '),
        }))
      : [],
    mayConfirm: isWaiting && newest.recordedBy !== given.readerId,
    isOwn: isWaiting && newest.recordedBy === given.readerId,
    isFrozen: frozenWords(given.freeze),
    history: [newest, ...before].map((version) => ({
      number: version.number,
      title: version.title,
      wrote: `${version.isWithdrawn ? 'Withdrawn' : 'Written'} by ${who(version.recordedBy)} at ${britishTimeAndDate(version.recordedAt)}`,
      confirmed:
        version.confirmedAt &&
        `Confirmed by ${who(version.confirmedBy!)}${version.isAlone ? ', who was alone at the desk,' : ''} at ${britishTimeAndDate(version.confirmedAt)}`,
      day: dayInWords(version),
      law: version.law,
      atOnceBecause: version.atOnceBecause,
    })),
  };
}

/** The page of the form. */
export function stepFormView(
  about: { name: string | undefined; to: string; back: string; seen?: number; freeze: Freeze | null },
  form: Fields,
  problems: FormProblems,
) {
  const { freeze, ...more } = about;
  const choose = (text: string) => ({ value: '', text });
  return {
    ...more,
    isFrozen: frozenWords(freeze),
    stages: STAGES.map((value) => ({ value, text: STAGE_NAMES[value] })),
    anchors: [choose('It has no day'), ...ANCHORS.map((value) => ({ value, text: ANCHOR_NAMES[value] }))],
    others: [choose('There is one reading'), ...ANCHORS.map((value) => ({ value, text: ANCHOR_NAMES[value] }))],
    closed: CLOSED_DAYS.map((value) => ({ value, text: CLOSED_DAYS_NAMES[value] })),
    form,
    ...problems,
  };
}
