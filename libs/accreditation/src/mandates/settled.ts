import type { Day } from '@induct/platform';
import { dueAgain } from './due-again';
import { latest, type PersonFacts, occasionsOf, type Wanted, wantedOf } from './occasions';
import type { MandateRule } from './mandate-words';

/** What was asked of somebody so far. */
export interface Kept {
  id: string;
  mandateId: string;
  since: Day;
  dueOn: Day;
  metOn: Day | null;
  closedOn: Day | null;
  /** The day on which it was asked again; null: it never was. */
  againOn: Day | null;
}

/** What makes what was asked equal to what is asked. */
export interface Changes {
  add: Wanted[];
  /** Another day, or asked again. */
  move: (Wanted & { id: string })[];
  close: string[];
  /** It was met, and that counts no more. */
  again: { id: string; dueOn: Day }[];
}

/**
 * What was met stays met as long as what met it counts; then it is asked again, while its occasion lasts, by the day it had or
 * a later one. An occasion that was put right (another first day) moves what was asked with it; one that is over
 * closes it, and a new one asks anew.
 * @param lost ids of what was met and is not any more
 */
export function settled(
  mandates: readonly MandateRule[],
  facts: PersonFacts,
  kept: readonly Kept[],
  today: Day,
  lost: ReadonlySet<string> = new Set(),
): Changes {
  const changes: Changes = { add: [], move: [], close: [], again: [] };
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
      if (!row) {
        changes.add.push(one);
        continue;
      }
      const { id, metOn, closedOn, againOn } = row;
      const due = againOn === null ? one.dueOn : latest(one.dueOn, dueAgain(mandate, againOn));
      if (metOn === null && (closedOn !== null || row.dueOn !== due || row.since !== one.since))
        changes.move.push({ ...one, dueOn: due, id });
      else if (metOn !== null && lost.has(id))
        changes.again.push({ id, dueOn: latest(one.dueOn, dueAgain(mandate, today)) });
    }
    const moved = new Set(changes.move.map(({ id }) => id));
    changes.close.push(...leftOver.flatMap(({ id }) => (moved.has(id) ? [] : [id])));
  }
  return changes;
}
