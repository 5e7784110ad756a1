import { createServer } from 'node:net';

// Below 32768, where connections that go out have their ports. Each worker of a run has a thousand of its own: nobody else takes
// one between the look and the use. Runs beside each other begin at different places.
const EACH = 1_000;
const first = 18_000 + (Number(process.env.JEST_WORKER_ID ?? 0) % 14) * EACH;
let next = process.pid * 7;

/** A port of this machine at which nobody listens. */
export function freePort(): Promise<number> {
  const port = first + (next++ % EACH);
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(freePort()));
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(port)));
  });
}
