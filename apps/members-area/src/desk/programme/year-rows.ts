import type { Clash, FixedDateEntity, PlannedSession } from '@induct/events';
import type { BankHoliday, Day } from '@induct/platform';
import { type LeftBehind, leftBehind } from './left-behind';
import type { Span, YearFilter } from './year-filter';

/** A line of the programme: a session, a day of several talks (`talks`, see gathered-talks), or a day that others have set. */
export type YearRow =
  | {
      is: 'session';
      on: Day | null;
      session: PlannedSession;
      clashes: readonly Clash[];
      left: LeftBehind | undefined;
      talks?: number;
    }
  | { is: 'fixed'; on: Day; date: FixedDateEntity }
  | { is: 'holiday'; on: Day; date: BankHoliday };

export interface YearFacts {
  /** With a part on one of the days. */
  sessions: readonly PlannedSession[];
  /** Whose day is to be confirmed. */
  undated: readonly PlannedSession[];
  fixed: readonly FixedDateEntity[];
  holidays: readonly BankHoliday[];
  clashesOf: (session: PlannedSession) => readonly Clash[];
  today: Day;
}

/** Whether somebody has to look at it. */
export const isToLookAt = (row: YearRow): boolean =>
  row.is === 'session' && (row.clashes.length > 0 || row.left !== undefined);

/**
 * The programme line by line, by day; what has no day comes last. A session stands at the first of its days that is shown.
 * Who asks for a state or a kind of session, or for what is to be looked at, is not shown the dates that others have set.
 */
export function yearRows(
  facts: YearFacts,
  { first, last }: Span,
  filter: Pick<YearFilter, 'state' | 'kind' | 'look'>,
): YearRow[] {
  const isWanted = ({ state, event }: PlannedSession) =>
    (filter.state === '' || state === filter.state) && (filter.kind === '' || event?.kind === filter.kind);
  const row = (session: PlannedSession): YearRow => ({
    is: 'session',
    on: session.parts.find(({ on }) => on >= first && on <= last)?.on ?? null,
    session,
    clashes: facts.clashesOf(session),
    left: leftBehind(session, facts.today),
  });
  const isFiltered = filter.state !== '' || filter.kind !== '' || filter.look !== '';
  const dated: YearRow[] = [
    ...(isFiltered ? [] : facts.holidays.map((date): YearRow => ({ is: 'holiday', on: date.on, date }))),
    ...(isFiltered ? [] : facts.fixed.map((date): YearRow => ({ is: 'fixed', on: date.on, date }))),
    ...facts.sessions.filter(isWanted).map(row),
  ];
  const rows = [...dated.toSorted(byDay), ...facts.undated.filter(isWanted).map(row)];
  return filter.look === '' ? rows : rows.filter(isToLookAt);
}

/** On one day they stay in their order: what others have set, then sessions by their beginning. */
const byDay = (a: YearRow, b: YearRow): number => (a.on! < b.on! ? -1 : a.on! > b.on! ? 1 : 0);
