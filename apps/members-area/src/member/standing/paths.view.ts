import type { Path } from '@induct/accreditation';
import { asTyped, said, w } from '@induct/platform';
import type { Tag } from '../../words/tag';

/** What a page says of a requirement. */
interface Said {
  isAsked: boolean;
  /** It was met, and has to be shown anew. */
  before?: string | undefined;
}

/**
 * What is asked for step by step, each step with what the page says of it. A path is left out when it asks for something that is not
 * asked of whoever reads this.
 * @param saidOf a requirement, by its id
 */
export function pathsView<One extends Said>(paths: readonly Path[], saidOf: ReadonlyMap<string, One>) {
  return paths
    .filter(({ steps }) => steps.every(({ need }) => need === null || saidOf.has(need)))
    .map(({ name, steps: taken }) => {
      const asked = taken.flatMap(({ need }) => (need === null ? [] : saidOf.get(need)!));
      const isAsked = asked.length > 0 && asked.every((one) => one.isAsked);
      // What something else asks for anew is a step that was taken all the same.
      const isAnew = (need: string | null) => need !== null && saidOf.get(need)!.before !== undefined;
      const steps = taken.map((step) => (isAsked && isAnew(step.need) ? { ...step, met: false } : step));
      const next = steps.findIndex(({ met }) => !met);
      const total = steps.length;
      const done = steps.filter(({ met }) => met).length;
      return {
        name,
        isAsked,
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
          /** Undefined: it is more than one, or an award; or it is asked for anew elsewhere, and not here. */
          asked: need === null || (met && isAnew(need)) ? undefined : saidOf.get(need),
        })),
      };
    });
}

const tagOf = (met: boolean): Tag =>
  met ? { text: said('Met'), kind: 'done' } : { text: said('Not met yet'), kind: 'todo' };
