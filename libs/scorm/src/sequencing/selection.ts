import type { Timing } from './definition';
import type { Work } from './work';

/** SR.1 and SR.2 before the first attempt: everything that draws its children does so once. */
export function drawAtFirst(work: Work): void {
  for (const { id, selection, randomization } of work.tree.activities.values()) {
    const isDue = (timing: Timing) => timing !== 'never';
    if (isDue(selection.timing) || isDue(randomization.timing)) {
      draw(work, id, isDue(selection.timing), isDue(randomization.timing));
    }
  }
}

/** The same between two attempts, for what is drawn on each. */
export function drawAgain(work: Work, id: string): void {
  const { selection, randomization } = work.definition(id);
  const isDue = (timing: Timing) => timing === 'onEachNewAttempt';
  if (isDue(selection.timing) || isDue(randomization.timing)) {
    draw(work, id, isDue(selection.timing), isDue(randomization.timing));
  }
}

function draw(work: Work, id: string, selects: boolean, reorders: boolean): void {
  const { children, selection } = work.definition(id);
  let drawn = selects ? [...children] : [...work.available(id)];
  if (selects && selection.count < children.length) {
    const chosen = new Set(shuffled(work, children).slice(0, selection.count));
    drawn = children.filter((child) => chosen.has(child));
  }
  work.of(id).available = reorders ? shuffled(work, drawn) : drawn;
}

/** Fisher and Yates. */
function shuffled(work: Work, ids: readonly string[]): string[] {
  const order = [...ids];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(nextRandom(work) * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

/** Mulberry32 at the place that the state says: whoever repeats the steps draws the same. 0 to 1, without 1. */
function nextRandom({ state }: Work): number {
  let mixed = (state.seed + Math.imul(++state.draws, 0x6d2b79f5)) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
}
