import type { Path } from '@induct/accreditation';
import { asTyped, said, w } from '@induct/platform';
import type { Tag } from '../../words/tag';

/** What a page says of a requirement. */
interface Said {
  isAsked: boolean;
}

/**
 * What is asked for step by step, each step with what the page says of it. A path is left out when it asks for something that is not
 * asked of whoever reads this.
 * @param saidOf a requirement, by its id
 */
export function pathsView<One extends Said>(paths: readonly Path[], saidOf: ReadonlyMap<string, One>) {
  return paths
    .filter(({ steps }) => steps.every(({ need }) => need === null || saidOf.has(need)))
    .map(({ name, steps }) => {
      const next = steps.findIndex(({ met }) => !met);
      const total = steps.length;
      const asked = steps.flatMap(({ need }) => (need === null ? [] : saidOf.get(need)!));
      const done = steps.filter(({ met }) => met).length;
      return {
        name,
        isAsked: asked.length > 0 && asked.every(({ isAsked }) => isAsked),
        says:
          next === -1
            ? w`All ${total} steps are done.`
            : w`${done} of ${total} steps done. Next: ${asTyped(steps[next]!.title)}.`,
        isDone: next === -1,
        needs: steps.flatMap(({ need }) => need ?? []),
        steps: steps.map(({ title, need, met }, at) => ({
          place: at === next ? w`Step ${at + 1} of ${total}: this is next` : w`Step ${at + 1} of ${total}`,
          isNext: at === next,
          title,
          met,
          tag: tagOf(met),
          /** Undefined: it is more than one, or an award. */
          asked: need === null ? undefined : saidOf.get(need),
        })),
      };
    });
}

const tagOf = (met: boolean): Tag =>
  met ? { text: said('Met'), kind: 'done' } : { text: said('Not met yet'), kind: 'todo' };
