import {
  anchorDays,
  ELECTED_STAGES,
  happens,
  type OwnStep,
  type OwnWeeks,
  ruleOf,
  STAGE_NAMES,
} from '@induct/handbook';
import { type Day, readerTimeAndDate, said, w } from '@induct/platform';
import { counted } from '../../words/counted';
import { countedFrom, electionCalled } from '../../words/first-weeks';
import { weekdayAndDate } from '../../words/session-times';

export const OWN_WEEKS = '/first-weeks';

/** The page of somebody's own first weeks. */
export function ownWeeksView({ term, steps }: OwnWeeks, today: Day) {
  const toDo = steps.filter(({ step }) => !happens(step));
  const office = anchorDays(term).office.on;
  const left = toDo.filter(({ doneAt }) => doneAt === null).length;
  return {
    called: electionCalled(term),
    office: weekdayAndDate(office),
    isInOffice: office < today,
    says:
      toDo.length === 0
        ? undefined
        : left === 0
          ? said('You have done all of it.')
          : w`${counted(left, 'step')} of ${toDo.length} still to do.`,
    stages: ELECTED_STAGES.map((stage) => ({
      name: said(STAGE_NAMES[stage]),
      steps: steps.filter(({ step }) => step.stage === stage).map((one) => stepView(one, today)),
    })).filter((stage) => stage.steps.length > 0),
  };
}

/** While nobody has confirmed its day, its words are left out, too: they may speak of the same law. */
function stepView({ step, due: [first, second], doneAt }: OwnStep, today: Day) {
  const rule = ruleOf(step);
  const of = (reading: typeof first) => reading && `${weekdayAndDate(reading.on)}: ${countedFrom(rule!, reading.from)}`;
  return {
    id: step.stepId,
    href: `${OWN_WEEKS}/${step.stepId}`,
    title: step.title,
    titleCy: step.titleCy,
    about: step.isDayShown ? step.about : '',
    aboutCy: step.isDayShown ? step.aboutCy : null,
    law: step.law,
    form: step.formUrl && { title: step.formTitle, titleCy: step.formTitleCy, href: step.formUrl },
    by: of(first),
    or: of(second),
    ask: rule !== null && !step.isDayShown,
    happens: happens(step),
    done: doneAt && w`You said so at ${readerTimeAndDate(doneAt)}`,
    state: happens(step)
      ? undefined
      : doneAt
        ? { text: said('Done'), kind: 'done' }
        : first && first.on < today
          ? { text: said('The day is past'), kind: 'warning' }
          : { text: said('To do'), kind: 'todo' },
  };
}

/** What is next, for the home page. */
export const nextStepView = (next: { step: OwnStep['step']; dueOn: Day } | undefined, today: Day) =>
  next && {
    title: next.step.title,
    by: weekdayAndDate(next.dueOn),
    isPast: next.dueOn < today,
    href: `${OWN_WEEKS}#step-${next.step.stepId}`,
  };
