import { clashInWords } from './session.words';
import type { YearRow } from './year-rows';

type Row = Extract<YearRow, { is: 'session' }>;

/**
 * A day of talks with one person is one line: its first talk stands for all, from the first to the last of them and with the
 * places of all. Talks in another state are a line of their own.
 */
export function gatherTalks(rows: readonly YearRow[]): YearRow[] {
  const lines = new Map<string, Row[]>();
  const gathered: (YearRow | Row[])[] = [];
  for (const row of rows) {
    if (row.is !== 'session' || row.session.event?.kind !== 'one-to-one' || row.on === null) {
      gathered.push(row);
      continue;
    }
    const key = [row.session.event.id, row.on, row.session.state].join(' ');
    const line = lines.get(key) ?? [];
    if (line.length === 0) gathered.push(line);
    line.push(row);
    lines.set(key, line);
  }
  const all = [...lines.values()].flat();
  return gathered.map((one) => (Array.isArray(one) ? lineOf(one, all) : one));
}

/** @param all the talks of the programme: those of one series are at the same time because they were planned so */
function lineOf(talks: readonly Row[], all: readonly Row[]): Row {
  const [first, last] = [talks[0]!, talks.at(-1)!];
  if (first === last) return first;
  const { series } = first.session.event!;
  const together = new Set(
    all.flatMap(({ session }) => (series !== null && session.event!.series === series ? session.event!.title : [])),
  );
  const clashes = talks
    .flatMap((row) => row.clashes)
    .filter((clash) => clash.with !== 'session' || clash.title === null || !together.has(clash.title));
  const [part] = first.session.parts;
  return {
    ...first,
    session: {
      ...first.session,
      parts: [{ ...part!, to: last.session.parts[0]!.to }],
      pools: talks.flatMap(({ session }) => session.pools),
    },
    // Of each once: what a day clashes with, all of its talks clash with.
    clashes: [...new Map(clashes.map((clash) => [clashInWords(clash), clash])).values()],
    talks: talks.length,
  };
}
