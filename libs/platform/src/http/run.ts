import { ConfigInvalid } from '../config/config';

/** Something outside is in the way; the message says what, and what to do. */
export class CannotStart extends Error {}

type Close = () => Promise<unknown>;

/**
 * Runs an application from its command: what `begin` opens is closed in reverse order on Ctrl-C or SIGTERM, and a
 * failed start is said in one readable message.
 */
export async function runUntilStopped(begin: (onStop: (close: Close) => void) => Promise<void>): Promise<void> {
  const closes: Close[] = [];
  let stopping: Promise<void> | undefined;
  const stop = (code: number) => {
    stopping ??= (async () => {
      for (const close of closes.toReversed()) await close().catch((error: unknown) => console.error(error));
      process.exit(code);
    })();
    return stopping;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  try {
    await begin((close) => closes.push(close));
  } catch (error) {
    console.error(error instanceof ConfigInvalid || error instanceof CannotStart ? error.message : error);
    await stop(1);
  }
}
