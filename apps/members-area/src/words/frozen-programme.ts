import {
  byMonth,
  EVENT_KIND_NAMES,
  forWhomInWords,
  type GatheredSession,
  isForEveryone,
  type ProgrammeFacts,
  talksInWords,
  whereInWords,
} from '@induct/events';
import { said, w } from '@induct/platform';
import { sessionTimes } from './session-times';

/** What stands in a version of the programme, month by month: for `components/frozen-programme.njk`. */
export const frozenProgramme = ({ sessions }: ProgrammeFacts) =>
  byMonth(sessions).map((one) => ({ month: one.month, sessions: one.sessions.map(sessionRow) }));

function sessionRow(session: GatheredSession) {
  const { title, kind, about, format, series, outcomes, bring, mandatory, state, parts } = session;
  return {
    title,
    times: parts.length > 0 ? sessionTimes(parts) : [said('Date to be confirmed')],
    where: whereInWords(session),
    who: isForEveryone(session) ? undefined : w`For ${forWhomInWords(session)}`,
    kind: [said(EVENT_KIND_NAMES[kind]), talksInWords(session), mandatory ? said('mandatory') : '', format ?? '']
      .filter(Boolean)
      .join(', '),
    series: series ? w`Part of the series “${series}”` : undefined,
    mayChange: state === 'provisional',
    about,
    outcomes,
    bring,
  };
}
