import { ACCESS_NEEDS, type AccessNeed, type Diet, DIETS, type Needs } from './need-words';

/** What a kitchen is told, and whoever prepares a room: how many, and nobody's words. */
export interface NeedsCounts {
  /** People who eat nothing special, as far as they have said. */
  anything: number;
  /** Each combination is a meal: somebody vegan who eats no nuts is one person. The most wanted first. */
  meals: { diets: readonly Diet[]; count: number }[];
  access: { need: AccessNeed; count: number }[];
  /** Who have written something of their own, which is in no count. */
  more: number;
}

/** @param people how many have a place @param needs of those among them who have said something */
export function countNeeds(people: number, needs: readonly Needs[]): NeedsCounts {
  const eaters = needs.filter(({ diets }) => diets.length > 0);
  const meals = new Map<string, { diets: Diet[]; count: number }>();
  for (const { diets } of eaters) {
    const wanted = DIETS.filter((diet) => diets.includes(diet));
    const meal = meals.get(wanted.join()) ?? { diets: wanted, count: 0 };
    meals.set(wanted.join(), { ...meal, count: meal.count + 1 });
  }
  return {
    anything: people - eaters.length,
    meals: [...meals.values()].toSorted((a, b) => b.count - a.count || a.diets.join().localeCompare(b.diets.join())),
    access: ACCESS_NEEDS.flatMap((need) => {
      const count = needs.filter(({ access }) => access.includes(need)).length;
      return count > 0 ? [{ need, count }] : [];
    }),
    more: needs.filter(({ more }) => more !== '').length,
  };
}
