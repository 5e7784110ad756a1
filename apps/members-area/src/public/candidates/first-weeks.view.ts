import { said, w } from '@induct/platform';
import {
  anchorDays,
  type CandidatesArea,
  type DatedElection,
  ELECTED_STAGES,
  type ElectionToCount,
  firstWeeks,
  type Reading,
  ruleOf,
  type ShownStep,
  STAGE_NAMES,
  type StepRule,
} from '@induct/handbook';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { countedFrom, electionCalled } from '../../words/first-weeks';
import { weekdayAndDate } from '../../words/session-times';
import { freezeView } from '../../words/freeze';
import { stepView } from './candidates.view';
import { electionDaysHref } from './first-weeks.form';

/** A step of whoever was elected, with the days that may be shown. */
export interface DatedStep {
  step: ShownStep;
  rule: StepRule | null;
  /** The earliest first; none: it has no day, or nobody has confirmed it. */
  due: Reading[];
}

/** Of what has no day of its own. */
const WITHIN: Record<(typeof ELECTED_STAGES)[number], string> = {
  first_day: 'On your first day',
  first_week: 'In your first week',
  first_month: 'In your first month',
};

/** What is to be done after an election. */
export function datedSteps(election: ElectionToCount, steps: readonly ShownStep[]): DatedStep[] {
  const elected = steps.filter(({ stage }) => (ELECTED_STAGES as readonly string[]).includes(stage));
  return firstWeeks(election, elected, ruleOf).map(({ step, due }) => ({
    step,
    rule: ruleOf(step),
    due: step.isDayShown ? due : [],
  }));
}

/** The page before an election is chosen. */
export function chooseView(
  elections: readonly DatedElection[],
  freeze: CandidatesArea['freeze'],
  form: Fields,
  problems: FormProblems,
) {
  return {
    elections: elections.map((one) => ({ text: electionCalled(one), href: electionDaysHref(one.id) })),
    freeze: freeze && freezeView(freeze),
    form,
    ...problems,
  };
}

/** The page of an election. @param file the address of a file of it */
export function weeksView(
  election: ElectionToCount & { division?: string | null },
  { steps, freeze }: CandidatesArea,
  file: (kind: string) => string,
) {
  const days = anchorDays(election);
  const dated = datedSteps(election, steps);
  return {
    called: electionCalled(election),
    declared: days.declared.isAssumed
      ? w`We count as if the result was declared on ${weekdayAndDate(days.declared.on)}.`
      : w`The result was declared on ${weekdayAndDate(days.declared.on)}.`,
    isProposed: days.office.isAssumed,
    freeze: freeze && freezeView(freeze),
    stages: ELECTED_STAGES.map((stage) => ({
      name: said(STAGE_NAMES[stage]),
      within: said(WITHIN[stage]),
      rows: dated.filter(({ step }) => step.stage === stage).map(rowView),
    })).filter(({ rows }) => rows.length > 0),
    hasUnconfirmed: dated.some(({ step }) => !step.isDayShown),
    files: { ics: file('ics'), csv: file('csv'), json: file('json') },
  };
}

function rowView({ step, rule, due }: DatedStep) {
  const [first, second] = due;
  return {
    ...stepView(step),
    ask: rule !== null && !step.isDayShown,
    by: first && {
      day: weekdayAndDate(first.on),
      why: countedFrom(rule!, first.from),
      note: noteOn(first),
    },
    or: second && { day: weekdayAndDate(second.on), why: countedFrom(rule!, second.from), note: noteOn(second) },
  };
}

/** A day that rests on one that nobody has said. */
function noteOn({ isAssumed, from }: Reading): string | undefined {
  if (!isAssumed) return undefined;
  return from === 'office'
    ? said('Proposed: Democratic Services tells you the day')
    : said('If the result was declared the day after the poll');
}
