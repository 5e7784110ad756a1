import type { Day } from '@induct/platform';
import { type PersonFacts, occasionsOf, type Wanted, wantedOf } from './occasions';
import type { MandateRule } from './mandate-words';

/** What was asked of somebody so far. */
export interface Kept {
  id: string;
  mandateId: string;
  since: Day;
  dueOn: Day;
  metOn: Day | null;
  closedOn: Day | null;
}

/** What makes what was asked equal to what is asked. */
export interface Changes {
  add: Wanted[];
  /** Another day, or asked again. */
  move: (Wanted & { id: string })[];
  close: string[];
}

/**
 * What was met stays met. An occasion that was put right (another first day) moves what was asked with it; one that is over
 * closes it, and a new one asks anew.
 */
export function settled(
  mandates: readonly MandateRule[],
  facts: PersonFacts,
  kept: readonly Kept[],
  today: Day,
): Changes {
  const changes: Changes = { add: [], move: [], close: [] };
  for (const mandate of mandates) {
    const theirs = kept.filter(({ mandateId }) => mandateId === mandate.id);
    const wanted = wantedOf(mandate, facts, today);
    const isSaid = new Set(occasionsOf(mandate, facts).map(({ since }) => since));
    const open = theirs.filter(({ metOn, closedOn }) => metOn === null && closedOn === null);
    const leftOver = open.filter((row) => !wanted.some(({ since }) => since === row.since));
    const putRight = leftOver
      .filter(({ since }) => !isSaid.has(since))
      .toSorted((a, b) => (a.since < b.since ? -1 : 1));
    for (const one of wanted) {
      const row = theirs.find(({ since }) => since === one.since) ?? putRight.shift();
      if (!row) changes.add.push(one);
      else if (row.metOn === null && (row.closedOn !== null || row.dueOn !== one.dueOn || row.since !== one.since))
        changes.move.push({ ...one, id: row.id });
    }
    const moved = new Set(changes.move.map(({ id }) => id));
    changes.close.push(...leftOver.flatMap(({ id }) => (moved.has(id) ? [] : [id])));
  }
  return changes;
}
