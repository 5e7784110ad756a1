import type { DueItem } from '@induct/accreditation';
import { asTyped } from '@induct/platform';
import { type DueWords, dueWords } from '../learning/due-words';
import type { ModuleCard } from './module-card';

/** What is asked by a day, with the modules that are still to be completed for it. */
export interface AskedCard extends DueWords {
  modules: ModuleCard[];
  /** What those are called that stand under something with an earlier day. */
  above: string[];
}

/** Each module under the earliest of the days, and there alone. @param due the earliest first @param cards in the order in which modules are shown */
export function askedCards(due: readonly DueItem[], cards: readonly ModuleCard[], now: Date): AskedCard[] {
  const words = dueWords(due, now);
  const placed = new Set<string>();
  return due.map(({ modules: slugs }, nth) => {
    const wanted = cards.filter(({ slug }) => slugs.includes(slug));
    const here = wanted.filter(({ slug }) => !placed.has(slug));
    const above = wanted.filter(({ slug }) => placed.has(slug)).map(({ title }) => asTyped(title));
    for (const { slug } of here) placed.add(slug);
    return { ...words[nth]!, modules: here, above };
  });
}
