import type { FixedDateEntity } from '../programme/fixed-date.entity';
import type { PlannedPart } from '../programme/parts';
import type { PlannedPool } from '../programme/programme.repository';
import type { DescribedEvent, SessionPlan } from '../programme/programme.service';
import type { SessionState } from '../programme/programme.words';
import type { Times } from '../times/read-times';
import type { CalendarNow } from './calendar-now';
import { audienceOf, topicsOf } from './check-row';
import { foldTitle } from './fold-title';
import type { ReadRow } from './read-row';
import type { EventSaid } from './series';
import { writtenList, writtenNames } from './written-lists';

/** What an import writes. */
export interface ImportPlan {
  /** By their folded titles. Those that there are have an id, and nothing of them is changed. */
  events: ({ folded: string } & ({ id: string } | { described: DescribedEvent }))[];
  /** `folded` is what its event is under; null: a date that is kept free. */
  sessions: { at: number; folded: string | null; plan: Omit<SessionPlan, 'eventId'>; state: SessionState }[];
  fixed: ({ at: number } & Pick<FixedDateEntity, 'on' | 'kind' | 'title'>)[];
}

/** @param rows those that are going to be imported, with the runs that are new */
export function importPlan(
  rows: readonly ReadRow[],
  said: ReadonlyMap<string, EventSaid>,
  calendar: CalendarNow,
): ImportPlan {
  const known = new Map(calendar.events.map(({ id, title }) => [foldTitle(title), id]));
  const about = [...said].filter(([, { rows: some }]) => some.length > 0);
  return {
    events: about.map(([folded, one]) => {
      const id = known.get(folded);
      return id === undefined ? { folded, described: described(one, calendar) } : { folded, id };
    }),
    sessions: rows.flatMap((row) =>
      row.what === 'session' || row.what === 'hold'
        ? row.runs.map((times) => {
            const plan = session(row, times, said.get(row.folded), calendar);
            return { at: row.at, folded: row.folded || null, plan, state: stateOfRun(row, times) };
          })
        : [],
    ),
    fixed: rows.flatMap(({ at, what, day, fixedKind, title }) =>
      what === 'fixed' && day !== null ? [{ at, on: day, kind: fixedKind!, title }] : [],
    ),
  };
}

/** What is missing before a run can be confirmed, in words; empty: nothing. */
export function lackingOf({ day, isAsked, cells }: ReadRow, times: readonly Times[]): string[] {
  return [
    day === null && 'its date is to be confirmed',
    isAsked && 'a question mark',
    times.length === 0 && 'no time yet',
    times.some(({ to }) => to === null) && 'no end yet',
    !cells.place && !cells.link && 'no place yet',
  ].filter((what) => what !== false);
}

/** What becomes of a run: confirmed is what says all that it needs, unless the row says less. */
export function stateOfRun(row: ReadRow, times: readonly Times[]): SessionState {
  if (row.what === 'hold') return 'hold';
  if (row.state === 'idea' || row.state === 'hold' || row.state === 'provisional') return row.state;
  return lackingOf(row, times).length === 0 ? 'confirmed' : 'provisional';
}

function session(
  { cells, day, places }: ReadRow,
  times: readonly Times[],
  said: EventSaid | undefined,
  { topics }: CalendarNow,
): Omit<SessionPlan, 'eventId'> {
  const slugs = topicsOf(cells.topics, topics).things.map(({ slug }) => slug);
  const stretches = times.length === 0 ? [{ from: null, to: null }] : times;
  const parts: PlannedPart[] =
    day === null ? [] : stretches.map(({ from, to }) => ({ on: day, from, to, topics: slugs }));
  const each = places ?? said?.places ?? null;
  const pools: PlannedPool[] =
    each === null ? [] : [{ seat: 'room', audience: 'any', places: each, opensToAllOn: null }];
  const { place = null, link: onlineUrl = null, note = null } = cells;
  return { place, onlineUrl, note, districts: writtenNames(cells.districts), parts, pools };
}

/** Of each thing the first row that says it counts. */
function described({ title, series, order, promised, rows }: EventSaid, { bodies }: CalendarNow): DescribedEvent {
  const first = <T>(of: (row: ReadRow) => T | null | undefined): T | null => rows.map(of).find(Boolean) ?? null;
  const text = (field: 'format' | 'facilitator' | 'officers' | 'bring' | 'about' | 'outcomes') =>
    first(({ cells }) => cells[field]);
  const body = first(({ cells }) => audienceOf(cells.audience, bodies));
  return {
    title,
    kind: first(({ kind }) => kind) ?? 'event',
    about: text('about') ?? '',
    format: text('format'),
    facilitator: text('facilitator'),
    bring: text('bring'),
    officers: text('officers'),
    mandatory: rows.some(({ cells }) => /^(?:y(?:es)?|true|x|✓|mandatory|1)$/i.test(cells.mandatory ?? '')),
    audience: body ? 'body' : 'everyone',
    bodyId: body?.id ?? null,
    series,
    seriesOrder: series === null ? null : order,
    sessionsPromised: promised,
    note: first(({ what, cells }) => (what === 'describes' ? cells.note : null)),
    outcomes: writtenList(text('outcomes') ?? undefined),
  };
}
