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
import { asTyped, said, w } from '@induct/platform';
import { counted } from './counted';
import { sessionTimes } from './session-times';

/** What stands in a version of the programme, month by month: for `components/frozen-programme.njk`. */
export const frozenProgramme = ({ sessions }: ProgrammeFacts) =>
  byMonth(sessions).map((one) => ({
    month: one.month,
    says: counted(one.sessions.length, 'session'),
    sessions: one.sessions.map(sessionRow),
  }));

function sessionRow(session: GatheredSession) {
  const { title, kind, about, format, series, outcomes, bring, mandatory, state, parts, place } = session;
  return {
    title,
    times: parts.length > 0 ? sessionTimes(parts) : [said('Date to be confirmed')],
    where: whereInWords({ ...session, place: place === null || place === 'Online' ? place : asTyped(place) }),
    who: isForEveryone(session)
      ? undefined
      : w`For ${forWhomInWords({ ...session, body: session.body && asTyped(session.body) })}`,
    kind: [
      said(EVENT_KIND_NAMES[kind]),
      talksInWords(session),
      mandatory ? said('mandatory') : '',
      format ? asTyped(format) : '',
    ]
      .filter(Boolean)
      .join(', '),
    series: series ? w`Part of the series “${asTyped(series)}”` : undefined,
    mayChange: state === 'provisional',
    about,
    outcomes,
    bring,
  };
}
