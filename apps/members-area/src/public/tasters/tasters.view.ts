import type { ShownTaster } from '@induct/course';
import type { CandidatesArea } from '@induct/handbook';
import { electionDays, w } from '@induct/platform';
import { counted } from '../../words/counted';
import { weekdayAndDate } from '../../words/session-times';
import { freezeView } from '../../words/freeze';

type Described = Pick<ShownTaster, 'slug' | 'title' | 'summary' | 'minutes'>;

/** The page of whoever wonders whether to stand. */
export const thinkingView = (
  { freeze, nextPoll }: Pick<CandidatesArea, 'freeze' | 'nextPoll'>,
  tasters: readonly Described[],
) => ({
  freeze: freeze && freezeView(freeze),
  poll: nextPoll && {
    on: weekdayAndDate(nextPoll),
    notice: weekdayAndDate(electionDays(nextPoll).noticeBy),
    close: w`${'16:00'} on ${weekdayAndDate(electionDays(nextPoll).nominationsClose)}`,
  },
  tasters: tasters.map(tasterView),
});

export const tasterView = ({ slug, title, summary, minutes }: Described) => ({
  title,
  summary,
  time: minutes === null ? undefined : w`about ${counted(minutes, 'minute')}`,
  href: `/taster/${encodeURIComponent(slug)}`,
});
