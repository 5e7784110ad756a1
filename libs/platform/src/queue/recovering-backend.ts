import { createPostgresBackend } from 'bullmq';
import { errorWords } from '../errors/error-facts';

interface BecomesReady {
  waitUntilReady(): Promise<void>;
}

/**
 * BullMQ's PostgreSQL, which keeps for ever that its first connection failed (6.7.0): every later question is refused at once by
 * the same promise, and a worker that asks again without a pause lets nothing else of its process run. Here a failure is
 * forgotten, and is said as one of the connection, after which a worker waits (`QUEUE_PATIENCE`) before it asks again.
 */
export const recoveringBackend: typeof createPostgresBackend = (...given) => {
  const backend = createPostgresBackend(...given);
  const { connection } = backend as unknown as { connection: BecomesReady };
  forgetFailures(connection);
  forgetFailures(backend);
  return backend;
};

function forgetFailures(one: BecomesReady): void {
  const becomesReady = one.waitUntilReady.bind(one);
  one.waitUntilReady = async () => {
    try {
      await becomesReady();
    } catch (error) {
      (one as { readyPromise?: unknown }).readyPromise = undefined;
      throw Object.assign(new Error(`the database is not there: ${errorWords(error)}`, { cause: error }), {
        code: 'ECONNREFUSED',
      });
    }
  };
}
