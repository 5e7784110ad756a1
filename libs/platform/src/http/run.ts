import { CannotStart } from '../config/cannot-start';
import { ConfigInvalid } from '../config/config';
import { errorTrace } from '../errors/error-facts';
import { diskTrouble } from '../files/disk-trouble';

type Close = () => Promise<unknown>;
/**
 * Says how something that has just been opened is closed again.
 * @param force what is done at once, without waiting, when the end has to be forced
 * @throws when the process is stopping already: nothing more is to be opened
 */
export type OnStop = (close: Close, force?: () => void) => void;

/** What a start is given, so that it can be stopped at any moment. */
export interface Starting {
  onStop: OnStop;
  /** Ends what is running: something has broken that cannot be mended. */
  fail: (error: Error) => void;
  /**
   * A short step that is waited for before anything is closed, because what it opens cannot be closed meanwhile: Nest closes an
   * application that is just being initialised under its own hands, and then neither of the two ends.
   * @throws when the process is stopping already: the step is not begun
   */
  whole: <T>(step: () => Promise<T>) => Promise<T>;
}

/** How long an orderly end may take. Supervisors wait 10 to 90 s before they kill. */
const PATIENCE_MS = 20_000;
/** npm passes on the signal that the terminal has sent already: what comes so soon after is the same Ctrl-C. */
const SAME_SIGNAL_MS = 1000;

class StoppedWhileStarting extends Error {}

/**
 * Runs an application from its command. What `begin` opens is closed in reverse order on Ctrl-C or SIGTERM, also when they
 * come while it is still opening: the step under way is waited for when it says so (`whole`), and no other begins. A failed start is said in one readable message. The end is forced when it takes too long,
 * or when somebody presses Ctrl-C again.
 */
export async function runUntilStopped(
  begin: (starting: Starting) => Promise<void>,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  // What Induct writes is for whoever runs it, and for nobody else on the machine.
  process.umask(0o077);
  const opened: { close: Close; force?: () => void }[] = [];
  let begun: Promise<unknown> = Promise.resolve();
  let underWay: Promise<unknown> = Promise.resolve();
  let stopping: { since: number; code: number } | undefined;

  const closeAll = async () => {
    for (let last = opened.pop(); last; last = opened.pop()) {
      closing = last;
      await last.close().catch((error: unknown) => console.error(errorTrace(error)));
    }
  };
  let closing: (typeof opened)[number] | undefined;
  const force = (why: string) => {
    console.error(`${why} Induct ends by force; nothing that was saved is lost.`);
    for (const { force: now } of [...opened, ...(closing ? [closing] : [])].toReversed()) {
      try {
        now?.();
      } catch (error) {
        console.error(errorTrace(error));
      }
    }
    process.exit(1);
  };
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = { since: performance.now(), code };
    setTimeout(() => force(`Stopping took longer than ${patienceMs / 1000} s.`), patienceMs);
    await underWay;
    // What is open is closed under the hands of a start that is still going on; that makes its end near.
    await closeAll();
    await begun;
    await closeAll();
    process.exit(stopping.code);
  };
  const fail = (error: unknown) => {
    if (stopping) return;
    console.error(words(error));
    void stop(1);
  };

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!stopping) void stop(0);
      else if (performance.now() - stopping.since > SAME_SIGNAL_MS) force(`Stopped again.`);
    });
  }
  const unexpected = (error: unknown) => {
    if (!isLostConnection(error)) return fail(error);
    console.error(`A connection to the database was lost: ${(error as Error).message}`);
  };
  process.on('uncaughtException', unexpected);
  process.on('unhandledRejection', unexpected);
  // A terminal that was closed, or a reader that went away, is no reason to end without closing.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

  const onStop: OnStop = (close, now) => {
    opened.push({ close, force: now });
    if (stopping) throw new StoppedWhileStarting();
  };
  const whole = async <T>(step: () => Promise<T>): Promise<T> => {
    if (stopping) throw new StoppedWhileStarting();
    const taken = step();
    underWay = taken.catch(() => undefined);
    return taken;
  };
  begun = begin({ onStop, fail, whole }).catch(fail);
  await begun;
}

function words(error: unknown): unknown {
  if (error instanceof ConfigInvalid || error instanceof CannotStart) return error.message;
  return diskTrouble(error) ?? errorTrace(error);
}

/** PostgreSQL ends its connections with these when it is stopped or killed. */
const LOST = new Set<unknown>(['57P01', '57P02', '57P03']);

/**
 * A connection may be lost in the moment in which it goes from hand to hand, and nobody listens to it: no reason to end, pools
 * and queues make new ones.
 */
function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return LOST.has((error as { code?: unknown }).code) || error.message === 'Connection terminated unexpectedly';
}
