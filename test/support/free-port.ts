import { createServer } from 'node:net';

// Processes that run beside each other look in different places; below 32768, where connections that go out have their ports.
let next = 18_000 + (process.pid % 400) * 5;

/** A port of this machine at which nobody listens. */
export function freePort(): Promise<number> {
  const port = next++;
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(freePort()));
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(port)));
  });
}
