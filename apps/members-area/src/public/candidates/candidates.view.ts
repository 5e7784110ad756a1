import type { PublishedProgrammes } from '@induct/events';
import { type CandidatesArea, ELECTED_STAGES, type ShownStep, type Stage, STAGE_NAMES } from '@induct/handbook';
import { type Day, electionDays, readerDate, said, w } from '@induct/platform';
import { freezeView } from '../../words/freeze';
import { publicHref } from '../../words/programme-versions';
import { weekdayAndDate } from '../../words/session-times';

type Programmes = Awaited<ReturnType<PublishedProgrammes['all']>>;

/** Where whoever stands is on their way. */
export type Phase = 'before' | 'standing';

/** The page of everybody who thinks of standing, by date. */
export function candidatesView({ steps, freeze, nextPoll, today }: CandidatesArea, programmes: Programmes) {
  const now = nextPoll && phaseOn(today, nextPoll);
  const of = (stage: Stage) => ({
    name: said(STAGE_NAMES[stage]),
    isNow: stage === now,
    steps: steps.filter((step) => step.stage === stage).map(stepView),
  });
  return {
    freeze: freeze && freezeView(freeze),
    poll: nextPoll && pollView(nextPoll),
    before: of('before'),
    standing: of('standing'),
    elected: ELECTED_STAGES.map(of).filter((stage) => stage.steps.length > 0),
    isEmpty: steps.length === 0,
    programmes: programmes.map(({ slug, title, firstDay, lastDay }) => ({
      title,
      href: publicHref(slug),
      days: w`${readerDate(firstDay)} to ${readerDate(lastDay)}`,
    })),
  };
}

/** Nominations close in the afternoon: on that day they are still to come. */
const phaseOn = (today: Day, poll: Day): Phase =>
  today <= electionDays(poll).nominationsClose ? 'before' : 'standing';

function pollView(poll: Day) {
  const { noticeBy, nominationsClose } = electionDays(poll);
  return {
    on: weekdayAndDate(poll),
    notice: weekdayAndDate(noticeBy),
    close: w`16:00 on ${weekdayAndDate(nominationsClose)}`,
  };
}

/**
 * What a step says, in both languages: pages say that of their reader. While nobody has confirmed its day, its words
 * are left out, too: they may speak of the same law.
 */
export const stepView = ({
  isDayShown,
  title,
  titleCy,
  about,
  aboutCy,
  law,
  formTitle,
  formTitleCy,
  formUrl,
}: ShownStep) => ({
  title,
  titleCy,
  about: isDayShown ? about : '',
  aboutCy: isDayShown ? aboutCy : null,
  law,
  form: formUrl && { title: formTitle, titleCy: formTitleCy, href: formUrl },
});
