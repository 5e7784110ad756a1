import { type Day, readerDate, said, w } from '@induct/platform';
import { readerTimesOfDay, readerWeekday } from '../times/reader-times';
import { EVENT_KIND_NAMES } from '../programme/programme.words';
import { byMonth } from './by-month';
import { type GatheredSession, talksInWords } from './gathered-talks';
import { forWhomInWords, isForEveryone, whereInWords } from './session-words';
import type { PaperRow } from './versions.repository';

/** What its template may print: strings, and lists of them. */
export const PLACEHOLDERS: ReadonlySet<string> = new Set(
  [
    'council office title span version about',
    'rows rows.month rows.title rows.kind rows.when rows.where rows.who rows.about rows.outcomes rows.bring rows.series',
  ].flatMap((names) => names.split(' ')),
);

export function paperView({ facts, number, meetingOn }: PaperRow, council: string) {
  return {
    council,
    office: said('Member Development Steering Group'),
    title: facts.title,
    span: w`${readerDate(facts.firstDay)} to ${readerDate(facts.lastDay)}`,
    version: w`Version ${number}, approved by the Member Development Steering Group on ${readerDate(meetingOn)}`,
    about: said(
      'Dates that are provisional may still move. What has changed since it was approved stands in the Members Area.',
    ),
    rows: byMonth(facts.sessions).flatMap(({ month, sessions }) =>
      sessions.map((session, at) => ({ month: at === 0 ? month : '', ...rowOf(session) })),
    ),
  };
}

function rowOf(session: GatheredSession) {
  const { title, kind, about, outcomes, bring, series, mandatory, state, parts } = session;
  const days = [...new Set(parts.map(({ on }) => on))];
  return {
    title,
    kind: [
      said(EVENT_KIND_NAMES[kind]),
      talksInWords(session),
      mandatory ? said('mandatory') : '',
      state === 'provisional' ? said('provisional') : '',
    ]
      .filter(Boolean)
      .join(', '),
    when: days.map((on) => whenOf(parts, on)).join('\n') || said('Date to be confirmed'),
    where: whereInWords(session),
    who: isForEveryone(session) ? '' : w`For ${forWhomInWords(session)}`,
    about,
    outcomes: outcomes.length === 0 ? '' : w`Afterwards: ${outcomes.join('; ')}.`,
    bring: bring ? w`Please bring: ${bring}` : '',
    series: series ? w`Part of “${series}”` : '',
  };
}

/** `Friday 30 July 2027, 9.30am to 10.10am` */
const whenOf = (parts: GatheredSession['parts'], on: Day): string =>
  `${readerWeekday(on)}, ${readerTimesOfDay(parts.filter((part) => part.on === on)) ?? said('time to be confirmed')}`;
