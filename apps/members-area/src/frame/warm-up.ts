import { glob } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Environment } from 'nunjucks';

/** What starts beside the site in its process has started by then. */
const LATER = 2000;

/** Whoever has had an answer asks for more at once, if at all: a style sheet, a picture. */
const QUIET_MS = 20;
/** Until it is looked again whether somebody waits for an answer. */
const PAUSE_MS = 5;

/**
 * Compiles the pages below `root` one at a time, while nobody waits for an answer: a page takes as long as an answer does.
 * @param isBusy whether somebody does
 * @returns what ends it
 */
export function warmUp(
  environments: readonly Pick<Environment, 'getTemplate'>[],
  root: string,
  isBusy: () => boolean,
  later = LATER,
): () => void {
  const ends = new AbortController();
  const { signal } = ends;
  void (async () => {
    await wait(later, undefined, { ref: false, signal });
    for await (const page of glob('**/*.njk', { cwd: root })) {
      for (const environment of environments) {
        do await wait(isBusy() ? PAUSE_MS : 0, undefined, { ref: false, signal });
        while (isBusy());
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

/** @returns whether somebody waits for an answer, or has just had one */
export function watchAnswers(fastify: Pick<FastifyInstance, 'addHook'>): () => boolean {
  let [waiting, last] = [0, -Infinity];
  fastify.addHook('onRequest', (_, reply, done) => {
    waiting++;
    // Also when whoever asked has gone.
    reply.raw.once('close', () => {
      waiting--;
      last = performance.now();
    });
    done();
  });
  return () => waiting > 0 || performance.now() - last < QUIET_MS;
}
