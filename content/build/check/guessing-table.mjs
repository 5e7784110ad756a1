import { sharesOf } from './guessing.mjs';

/**
 * The measures of the modules side by side, for a terminal: what a guesser gets, what chance gives, in per cent.
 * @param {Map<string, Record<string, object[]>>} modules the measures by slug
 */
export function guessingTable(modules) {
  const all = catalogueOf(modules);
  const head = ['', ...[...modules.keys()].map((_, index) => String(index + 1)), 'all', 'chance'];
  const percent = (of) => (Number.isNaN(of) ? '' : String(Math.round(of * 100)));
  const rows = Object.keys(all)
    .filter((name) => all[name].length > 0)
    .map((name) => [
      name,
      ...[...modules.values()].map((measures) => percent(sharesOf(measures[name]).share)),
      percent(sharesOf(all[name]).share),
      percent(sharesOf(all[name]).chance),
    ]);
  const legend = [...modules.keys()].map((slug, index) => `${index + 1} ${slug}`).join(' · ');
  const line = ([name, ...cells]) => `${name.padEnd(26)}${cells.map((cell) => cell.padStart(5)).join('')}`;
  return ['What a guesser gets, in per cent:', ...[head, ...rows].map(line), legend].join('\n');
}

/** All cases of the catalogue, by the name of the measure. */
export function catalogueOf(modules) {
  const all = {};
  for (const measures of modules.values())
    for (const [name, cases] of Object.entries(measures)) (all[name] ??= []).push(...cases);
  return all;
}
