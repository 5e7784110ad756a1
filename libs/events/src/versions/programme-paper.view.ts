import { britishDate } from '@induct/platform';
import { EVENT_KIND_NAMES } from '../programme/programme.words';
import { byMonth } from './by-month';
import { type GatheredSession, talksInWords } from './gathered-talks';
import { dayInWords, forWhomInWords, isForEveryone, timesOf, whereInWords } from './session-words';
import type { PaperRow } from './versions.repository';

/** What its template may print: strings, and lists of them. */
export const PLACEHOLDERS: ReadonlySet<string> = new Set(
  [
    'council title span version about',
    'rows rows.month rows.title rows.kind rows.when rows.where rows.who rows.about rows.outcomes rows.bring rows.series',
  ].flatMap((names) => names.split(' ')),
);

export function paperView({ facts, number, meetingOn }: PaperRow, council: string) {
  return {
    council,
    title: facts.title,
    span: `${britishDate(facts.firstDay)} to ${britishDate(facts.lastDay)}`,
    version: `Version ${number}, approved by the Member Development Steering Group on ${britishDate(meetingOn)}`,
    about:
      'Dates that are provisional may still move. What has changed since it was approved stands in the Members Area.',
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
      EVENT_KIND_NAMES[kind],
      talksInWords(session),
      mandatory ? 'mandatory' : '',
      state === 'provisional' ? 'provisional' : '',
    ]
      .filter(Boolean)
      .join(', '),
    when: days.map((on) => `${dayInWords(on)}, ${timesOf(parts, on)}`).join('\n') || 'Date to be confirmed',
    where: whereInWords(session),
    who: isForEveryone(session) ? '' : `For ${forWhomInWords(session)}`,
    about,
    outcomes: outcomes.length === 0 ? '' : `Afterwards: ${outcomes.join('; ')}.`,
    bring: bring ? `Please bring: ${bring}` : '',
    series: series ? `Part of “${series}”` : '',
  };
}
