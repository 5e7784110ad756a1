import { glob } from 'node:fs/promises';
import type { Environment } from 'nunjucks';

/** Compiles the pages below `root` one at a time, between requests. */
export function warmUp(environment: Environment, root: string): void {
  void (async () => {
    for await (const page of glob('**/*.njk', { cwd: root })) {
      await new Promise((next) => setImmediate(next));
      try {
        environment.getTemplate(page, true);
      } catch {
        // A page that does not compile says so when it is asked for.
      }
    }
  })();
}
