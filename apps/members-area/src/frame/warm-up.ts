import { glob } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Environment } from 'nunjucks';

/** What starts beside the site in its process has started by then. */
const LATER = 2000;

/** Compiles the pages below `root` one at a time, between requests. @returns what ends it */
export function warmUp(environments: readonly Environment[], root: string): () => void {
  const ends = new AbortController();
  const { signal } = ends;
  void (async () => {
    await wait(LATER, undefined, { ref: false, signal });
    for await (const page of glob('**/*.njk', { cwd: root })) {
      for (const environment of environments) {
        await new Promise((next) => setImmediate(next));
        if (signal.aborted) return;
        try {
          environment.getTemplate(page, true);
        } catch {
          // A page that does not compile says so when it is asked for.
        }
      }
    }
  })().catch(() => undefined);
  return () => ends.abort();
}
