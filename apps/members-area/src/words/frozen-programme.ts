import {
  byMonth,
  EVENT_KIND_NAMES,
  forWhomInWords,
  type GatheredSession,
  type ProgrammeFacts,
  talksInWords,
  whereInWords,
} from '@induct/events';
import { sessionTimes } from './session-times';

/** What stands in a version of the programme, month by month: for `components/frozen-programme.njk`. */
export const frozenProgramme = ({ sessions }: ProgrammeFacts) =>
  byMonth(sessions).map((one) => ({ month: one.month, sessions: one.sessions.map(sessionRow) }));

function sessionRow(session: GatheredSession) {
  const { title, kind, about, format, series, outcomes, bring, mandatory, state, parts } = session;
  const who = forWhomInWords(session);
  return {
    title,
    times: parts.length > 0 ? sessionTimes(parts) : ['Date to be confirmed'],
    where: whereInWords(session),
    who: who === 'everyone' ? undefined : `For ${who}`,
    kind: [EVENT_KIND_NAMES[kind], talksInWords(session), mandatory ? 'mandatory' : '', format ?? '']
      .filter(Boolean)
      .join(', '),
    series: series ? `Part of the series “${series}”` : undefined,
    mayChange: state === 'provisional',
    about,
    outcomes,
    bring,
  };
}
