import { setTimeout as wait } from 'node:timers/promises';

/** Longer than anything takes on a busy machine: whoever waits in vain waits for it once. */
const PATIENCE_MS = 60_000;

/**
 * Waits until `isSo`; says what it was waiting for when it does not come to that. A frame that is going to another page cannot
 * be asked just then: that is no answer, so it is asked again.
 */
export async function eventually(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await Promise.resolve(isSo()).catch(unlessOnTheMove))) {
    if (performance.now() > end) throw new Error(`Waited a minute in vain for: ${what}`);
    await wait(25);
  }
}

function unlessOnTheMove(error: Error): false {
  if (/context was destroyed|detached|find context/i.test(error.message)) return false;
  throw error;
}
