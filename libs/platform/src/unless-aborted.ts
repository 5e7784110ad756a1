/** @returns what comes of `work`; @throws the signal's reason as soon as it is aborted, whatever becomes of the work */
export async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let stop!: () => void;
  const aborted = new Promise<never>((_, fail) => {
    stop = () => fail(signal.reason as Error);
  });
  // Heard only while we wait: a listener for each document would stay as long as the worker.
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    return await Promise.race([aborted, work]);
  } finally {
    signal.removeEventListener('abort', stop);
    // What is not waited for any more may fail unheard.
    work.catch(() => undefined);
  }
}
