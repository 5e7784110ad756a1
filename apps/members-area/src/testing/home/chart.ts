import { dayInLondon } from '@induct/platform';
import type { FindingsInMonth } from '@induct/steering';
import { counted, figure } from '../../words/counted';

/** A rectangle of a module's picture, in the units of its view box. */
export interface Column {
  x: number;
  y: number;
  height: number;
  fill: string;
}

export interface ModuleMonths {
  title: string;
  columns: Column[];
  /** The table's cells, month by month; `open` is empty when everything is settled. */
  cells: { raised: string; open: string }[];
  raised: number;
  open: number;
}

export interface Chart {
  heads: { text: string; long: string }[];
  modules: ModuleMonths[];
  /** "The 8 modules with the most findings of 31"; empty when all are shown. */
  leftOut: string;
  width: number;
  height: number;
  columnWidth: number;
}

/** Contrast with white ≥ 3 : 1 each, and a white gap between two. */
export const FILLS = { open: '#b8791a', settled: '#16694a' } as const;
export const MONTHS = 6;
export const MOST_MODULES = 8;
const WIDTH = 120;
const HEIGHT = 30;
const STEP = WIDTH / MONTHS;
const COLUMN = 14;
/** So that the last of many is still seen. */
const LEAST = 1.5;

const short = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
const long = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Each module's findings month by month: a picture, and the same in numbers. */
export function chart(rows: readonly FindingsInMonth[], now: Date): Chart {
  const months = lastMonths(now);
  const byModule = new Map<string, FindingsInMonth[]>();
  for (const row of rows) byModule.set(row.courseId, [...(byModule.get(row.courseId) ?? []), row]);
  const all = [...byModule.values()].map((own) => ({
    own,
    raised: own.reduce((sum, { raised }) => sum + raised, 0),
    open: own.reduce((sum, row) => sum + openIn(row), 0),
  }));
  const shown = all.toSorted((a, b) => b.raised - a.raised).slice(0, MOST_MODULES);
  // One scale for all: pictures can be compared with each other.
  const most = Math.max(1, ...shown.flatMap(({ own }) => own.map(({ raised }) => raised)));
  return {
    heads: months.map((month) => ({ text: short.format(month), long: long.format(month) })),
    modules: shown.map(({ own, raised, open }) => {
      const inMonth = months.map((month) => own.find((row) => row.month === month.toISOString().slice(0, 7)));
      return {
        title: own[0]!.courseTitle,
        columns: inMonth.flatMap((row, at) => (row ? columns(row, at, most) : [])),
        cells: inMonth.map((row) => cell(row)),
        raised,
        open,
      };
    }),
    leftOut:
      all.length > shown.length
        ? `The ${shown.length} modules with the most findings, of ${counted(all.length, 'module')} that had any.`
        : '',
    width: WIDTH,
    height: HEIGHT,
    columnWidth: COLUMN,
  };
}

const openIn = ({ raised, settled }: FindingsInMonth): number => raised - settled;

function columns(row: FindingsInMonth, at: number, most: number): Column[] {
  const x = rounded(at * STEP + (STEP - COLUMN) / 2);
  const pieces: Column[] = [];
  let y = HEIGHT;
  for (const [count, fill] of [
    [row.settled, FILLS.settled],
    [openIn(row), FILLS.open],
  ] as const) {
    if (count === 0) continue;
    const height = Math.max(LEAST, (count / most) * (HEIGHT - 2));
    y -= height;
    pieces.push({ x, y: rounded(y), height: rounded(height - (pieces.length > 0 ? 0.6 : 0)), fill });
  }
  return pieces;
}

function cell(row: FindingsInMonth | undefined): { raised: string; open: string } {
  if (!row) return { raised: '0', open: '' };
  const open = openIn(row);
  return { raised: figure(row.raised), open: open > 0 ? `${figure(open)} open` : '' };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** First days of the last months, the oldest first. */
function lastMonths(now: Date): Date[] {
  const [year, month] = dayInLondon(now).split('-').map(Number) as [number, number];
  return Array.from({ length: MONTHS }, (_, at) => new Date(Date.UTC(year, month - MONTHS + at, 1)));
}
