import type { Day } from '@induct/platform';
import { printTimes } from '../times/read-times';
import type { CalendarNow } from './calendar-now';
import { audienceOf } from './check-row';
import { fullDay } from './day-words';
import { type Remark, keep, LEAVE_OUT } from './remark';
import { foldTitle } from './fold-title';
import type { ReadRow } from './read-row';

/** What the rows and the council together say of an event. */
export interface EventSaid {
  title: string;
  series: string | null;
  order: number | null;
  promised: number | null;
  places: number | null;
  isForAll: boolean;
  /** Rows about it that are going to be imported, in the order of the file. */
  rows: ReadRow[];
  /** Days of its sessions, one each: those of the rows, and those that are planned. */
  days: Day[];
}

/** By their folded titles. @param rows those that are going to be imported */
export function eventsSaid(rows: readonly ReadRow[], { events, bodies }: CalendarNow): Map<string, EventSaid> {
  const said = new Map<string, EventSaid>();
  for (const { title, series, seriesOrder, sessionsPromised, days } of events)
    said.set(foldTitle(title), {
      title,
      series,
      order: seriesOrder,
      promised: sessionsPromised,
      places: null,
      isForAll: true,
      rows: [],
      days: [...days],
    });
  for (const row of rows) {
    if (row.folded === '' || row.what === 'fixed') continue;
    const { title, cells, order, promised, places, day, runs } = row;
    const none = { title, series: null, order: null, promised: null, places: null, isForAll: true, rows: [], days: [] };
    const one = said.get(row.folded) ?? said.set(row.folded, none).get(row.folded)!;
    one.series ??= cells.series ?? null;
    one.order ??= order;
    one.promised ??= promised;
    one.places ??= places;
    one.isForAll &&= audienceOf(cells.audience, bodies) === null;
    one.rows.push(row);
    if (day !== null) one.days.push(...runs.map(() => day));
  }
  return said;
}

/** What is to be said of events as a whole, at the row that describes them, or at their first. @returns by where it stands */
export function checkEvents(said: ReadonlyMap<string, EventSaid>, members: number): Map<number, Remark[]> {
  const found = new Map<number, Remark[]>();
  const add = ({ at }: ReadRow, remark: Remark) => found.set(at, [...(found.get(at) ?? []), remark]);
  for (const one of said.values()) {
    const row = one.rows.find(({ what }) => what === 'describes') ?? one.rows[0];
    if (!row) continue;
    for (const remark of [...placesOf(one, members), ...promisedOf(one)]) add(row, remark);
  }
  for (const { row, remark } of outOfOrder([...said.values()])) add(row, remark);
  return found;
}

function placesOf({ promised, places: each, isForAll }: EventSaid, members: number): Remark[] {
  if (promised === null || each === null || !isForAll || promised * each >= members) return [];
  const enough = Math.ceil(members / promised);
  return [
    {
      key: `places:${promised * each}:${members}`,
      weight: 'look',
      says: `${promised} sessions of ${each} places are ${promised * each} places for ${members} members.`,
      remedies: [
        { key: 'enough', text: `Give each ${enough} places`, cells: { places: String(enough) } },
        keep('That is enough'),
      ],
    },
  ];
}

function promisedOf({ promised: announced, days }: EventSaid): Remark[] {
  if (announced === null || days.length === announced) return [];
  const have =
    days.length === 0 ? 'none has a date' : days.length === 1 ? 'one has a date' : `${days.length} have dates`;
  const sessions = announced === 1 ? 'One session is' : `${announced} sessions are`;
  return [
    {
      key: `promised:${announced}:${days.length}`,
      weight: 'look',
      says: `${sessions} promised; ${have}.`,
      remedies: [keep(days.length < announced ? 'The other dates follow' : 'That is right')],
    },
  ];
}

/** A row that comes after a later workshop of its series, while another has no date: does it bear the wrong title? */
function outOfOrder(all: readonly EventSaid[]): { row: ReadRow; remark: Remark }[] {
  const inSeries = all.filter(({ series, order }) => series !== null && order !== null);
  const names = [...new Set(inSeries.map(({ series }) => foldTitle(series!)))];
  return names.flatMap((name) => {
    const series = inSeries
      .filter(({ series: its }) => foldTitle(its!) === name)
      .toSorted((a, b) => a.order! - b.order!);
    return series.flatMap((one) =>
      one.rows.flatMap((row) => {
        if (row.day === null) return [];
        const before = series.findLast(
          (other) => other.order! > one.order! && other.days.some((day) => day < row.day!),
        );
        const meant = before && series.find(({ order, days }) => order! > before.order! && days.length === 0);
        return meant ? [{ row, remark: again(row, one, before, meant) }] : [];
      }),
    );
  });
}

function again(row: ReadRow, one: EventSaid, before: EventSaid, meant: EventSaid): Remark {
  const rest = one.days.length - row.runs.length;
  const only =
    one.promised !== null && rest < one.promised && one.days.length >= one.promised
      ? ` Only with it number ${one.order} has its ${one.promised} sessions.`
      : '';
  return {
    key: `series:${row.day}:${one.order}`,
    weight: 'look',
    says: `${fullDay(row.day!)} has the title of number ${one.order} of “${one.series}”, and comes after number ${before.order}: ${one.order} again, or ${meant.order}? Number ${meant.order} has no date.${only}`,
    remedies: [
      { key: 'other', text: `It is ${meant.order}: “${meant.title}”`, cells: { title: meant.title } },
      keep(`It is ${one.order} again`),
      LEAVE_OUT,
    ],
  };
}

/** Times that were taken for what they must be: each way of writing them is asked about once. @returns by where it stands */
export function timeDoubts(rows: readonly ReadRow[], said: ReadonlyMap<string, EventSaid>): Map<number, Remark[]> {
  const asked = new Set<string>();
  const found = new Map<number, Remark[]>();
  for (const { at, timeDoubts: doubts, cells, what, folded } of rows) {
    if (doubts.length === 0 || asked.has(cells.time!)) continue;
    asked.add(cells.time!);
    const dated = what === 'describes' ? said.get(folded)?.rows.filter(({ day }) => day !== null) : [];
    const table = [...new Set(dated?.map(({ runs }) => printTimes(runs.flat())))].filter((text) => text !== '');
    const remark: Remark = {
      key: `times:${cells.time}`,
      weight: 'look',
      says: `${doubts.map(({ problem }) => problem).join('. ')}.${table.length > 0 ? ` Its dates say ${table.join('; ')}.` : ''}`,
      remedies: [
        keep('That is right'),
        ...table.map((time) => ({ key: 'table', text: `It is ${time}`, cells: { time } })),
        LEAVE_OUT,
      ],
    };
    found.set(at, [remark]);
  }
  return found;
}
