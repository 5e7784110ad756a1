import type { ObjectiveValue, SequencingTree } from '../sequencing/definition';

/** Who a shared objective is about, in quotation marks; undefined when it is not one part alone. */
export type ToldBy = (shared: string, value: ObjectiveValue) => string | undefined;

/** A shared objective that one part alone tells how it went is known by the name of that part. */
export function toldBy({ activities }: SequencingTree, titleOf: (activity: string) => string): ToldBy {
  const tellers = new Map<string, { id: string; isItself: boolean }[]>();
  for (const { id, objectives } of activities.values()) {
    for (const { primary, writes } of objectives) {
      for (const [value, all] of Object.entries(writes)) {
        for (const shared of all) {
          const key = `${value} ${shared}`;
          tellers.set(key, [...(tellers.get(key) ?? []), { id, isItself: primary }]);
        }
      }
    }
  }
  return (shared, value) => {
    const [only, ...others] = tellers.get(`${value} ${shared}`) ?? [];
    return only?.isItself && others.length === 0 ? `“${titleOf(only.id)}”` : undefined;
  };
}
