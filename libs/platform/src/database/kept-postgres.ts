import { setTimeout as wait } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres';

/** The processes of a killed server need a moment to go. */
const TRY_FOR_MS = 20_000;
const TRY_EVERY_MS = 250;
/** More often than that is no accident. */
const AT_MOST = 5;
const WITHIN_MS = 10 * 60_000;

/** The embedded PostgreSQL was killed, and could not be started again. */
export class PostgresIsGone extends Error {}

interface Told {
  /** Something happened that whoever runs Induct should know. */
  says(words: string): void;
  /** It is not coming back. */
  gaveUp(error: PostgresIsGone): void;
  /** Just before the first start, with what ends it at once. */
  starting: (kill: () => void) => void;
}

/**
 * The embedded PostgreSQL, started again at the same port whenever somebody or something kills it: pools and queues find it
 * there when they next ask.
 */
export async function keepEmbeddedPostgres(dataDir: string, told: Told): Promise<EmbeddedPostgres> {
  let current = await startEmbeddedPostgres(dataDir, undefined, told.starting);
  const { url } = current;
  const restarts: number[] = [];
  const stopping = new AbortController();
  let restarting: Promise<void> | undefined;

  const again = async (): Promise<void> => {
    told.says('PostgreSQL has ended, though nobody here has stopped it. It is started again.');
    const since = performance.now();
    if (restarts.filter((at) => since - at < WITHIN_MS).length >= AT_MOST) {
      throw new PostgresIsGone(`PostgreSQL has ended ${AT_MOST + 1} times in ten minutes. Its log says why.`);
    }
    restarts.push(since);
    let last: unknown;
    while (!stopping.signal.aborted && performance.now() - since < TRY_FOR_MS) {
      try {
        current = await startEmbeddedPostgres(dataDir, Number(new URL(url).port));
        if (current.url === url) return watch();
        await current.stop();
        throw new Error('Another program has taken its port.');
      } catch (error) {
        last = error;
        await wait(TRY_EVERY_MS);
      }
    }
    throw new PostgresIsGone(`PostgreSQL has ended and does not start again: ${(last as Error | undefined)?.message}`);
  };
  const watch = () => {
    void current.ended.then(() => {
      if (stopping.signal.aborted) return;
      restarting = again().catch((error: PostgresIsGone) => {
        if (!stopping.signal.aborted) told.gaveUp(error);
      });
    });
  };
  watch();
  return {
    ...current,
    async stop() {
      stopping.abort();
      await restarting;
      await current.stop();
    },
    kill: () => current.kill(),
  };
}
