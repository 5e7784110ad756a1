import { oneLine } from './light-text';

export interface Column {
  heading: string;
  /** Set to the right. */
  isFigures: boolean;
}

export interface Table {
  caption: string;
  columns: readonly Column[];
  /** Each with a cell for every column. */
  rows: readonly (readonly string[])[];
}

/** @returns undefined when it is no table, or more than one */
export function readTable(body: string): Omit<Table, 'caption'> | undefined {
  const [heads, marks, ...rows] = body.split('\n').map(cellsOf);
  if (!heads || !marks || marks.length !== heads.length || !marks.every((mark) => /^:?-+:?$/.test(mark)))
    return undefined;
  const columns = heads.map((heading, at) => ({ heading, isFigures: marks[at]!.endsWith(':') }));
  return { columns, rows: rows.map((cells) => columns.map((_, at) => cells[at] ?? '')) };
}

export function writeTable({ columns, rows }: Omit<Table, 'caption'>): string {
  const line = (cells: readonly string[]) => `| ${cells.map(written).join(' | ')} |`;
  return [
    line(columns.map(({ heading }) => heading)),
    `| ${columns.map(({ isFigures }) => (isFigures ? '---:' : '---')).join(' | ')} |`,
    ...rows.map(line),
  ].join('\n');
}

/** The line between two cells is written with a stroke before it. */
const written = (cell: string): string => oneLine(cell).replaceAll(/\\?\|/g, '\\|');

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
