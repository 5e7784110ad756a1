import type { CaseResult } from './case-play';
import { groupOf } from './suite';

/** Faults of one case that are printed; all are in the JSON. */
const SHOWN = 3;

/** A case in lines. @param all every fault, not only the first */
export function linesOf({ name, faults, visits, seconds }: CaseResult, all = false): string[] {
  const head = `${faults.length === 0 ? 'passed' : 'failed'} ${name}: ${visits.join(' of ')} visits, ${seconds} s`;
  const shown = all ? faults : faults.slice(0, SHOWN);
  const left = faults.length - shown.length;
  return [head, ...shown.map((fault) => `       ${fault}`), ...(left > 0 ? [`       … and ${left} more`] : [])];
}

/** Passed and all, by group in the order of the cases, and in all. */
export function totalsOf(results: readonly CaseResult[]): Record<string, { passed: number; of: number }> {
  const totals: Record<string, { passed: number; of: number }> = {};
  for (const { name, faults } of results)
    for (const group of [groupOf(name), 'all']) {
      const total = (totals[group] ??= { passed: 0, of: 0 });
      total.of += 1;
      if (faults.length === 0) total.passed += 1;
    }
  const { all, ...groups } = totals;
  return { ...groups, all: all ?? { passed: 0, of: 0 } };
}
