const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Enough to see how a file is written. */
const LOOKED_AT = 64 * 1024;

/**
 * What stands between the cells, counted outside quotation marks: in the first line that has any, then in all of them.
 * `sep=;` in the first line, which Excel writes and reads, decides.
 */
export function separatorOf(text: string): { separator: Separator; declared: boolean } {
  const declared = /^\uFEFF?"?sep=([,;\t])"?\r?\n/i.exec(text)?.[1] as Separator | undefined;
  if (declared) return { separator: declared, declared: true };
  const lines = countedLines(text.slice(0, LOOKED_AT));
  const first = lines.find((counts) => counts.some((count) => count > 0)) ?? [];
  const all = SEPARATORS.map((_, at) => lines.reduce((sum, counts) => sum + counts[at]!, 0));
  const weights = SEPARATORS.map((_, at) => [first[at] ?? 0, all[at]!] as const);
  const best = weights.toSorted((a, b) => b[0] - a[0] || b[1] - a[1])[0]!;
  return { separator: SEPARATORS[weights.indexOf(best)]!, declared: false };
}

/** Of each line, how often each separator stands in it outside quotation marks. */
function countedLines(text: string): number[][] {
  const lines: number[][] = [[0, 0, 0]];
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    if (quoted) continue;
    if (letter === '\n' || letter === '\r') lines.push([0, 0, 0]);
    const at = SEPARATORS.indexOf(letter as Separator);
    if (at !== -1) lines.at(-1)![at]! += 1;
  }
  return lines;
}
