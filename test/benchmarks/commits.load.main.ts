import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

/** One connection for each path, each sending its next commit when the last one was acknowledged. */
export interface LoadTask {
  port: number;
  paths: string[];
  /** Left out where each path completes once. */
  seconds?: number;
  /** So many connections share the paths, and complete each once. */
  completing?: number;
}

export interface LoadResult {
  perSecond: number;
  /** Of every commit. */
  milliseconds: number[];
}

// 2 KiB that does not compress better than what real packages store.
const STATES = Array.from({ length: 64 }, () => randomBytes(1536).toString('base64'));
const HEAD_END = Buffer.from('\r\n\r\n');
const seqs = new Map<string, number>();

/** Written for a socket, not for an HTTP client: the load must not cost more than what it measures. */
function drive(
  port: number,
  next: () => { path: string; body: (seq: number) => string } | undefined,
  milliseconds: number[],
): Promise<void> {
  return new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    let sentAt = 0;
    let received: Buffer<ArrayBufferLike> = Buffer.alloc(0);
    const send = () => {
      const turn = next();
      if (!turn) {
        socket.destroy();
        return done();
      }
      const { path } = turn;
      const seq = (seqs.get(path) ?? 0) + 1;
      seqs.set(path, seq);
      const body = turn.body(seq);
      sentAt = performance.now();
      socket.write(
        `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      );
    };
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const end = received.indexOf(HEAD_END);
      if (end === -1) return;
      const head = received.toString('latin1', 0, end);
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
      if (received.length < end + 4 + length) return;
      if (!head.startsWith('HTTP/1.1 200')) {
        socket.destroy();
        return fail(new Error(received.toString()));
      }
      received = Buffer.alloc(0);
      milliseconds.push(performance.now() - sentAt);
      send();
    });
    socket.once('error', fail);
    socket.once('connect', send);
  });
}

const commit = (seq: number): string => said(seq, 'incomplete');
const completion = (seq: number): string => said(seq, 'completed');

function said(seq: number, status: string): string {
  const location = `page_${seq % 12}`;
  const core = { lesson_status: status, lesson_location: location, session_time: '0000:10:00', exit: '' };
  const cmi = { suspend_data: STATES[seq % STATES.length], core };
  return JSON.stringify({ seq, sco: 'one', run: 1, final: false, cmi, shownMs: 600_000 });
}

process.on('message', ({ port, paths, seconds = 0, completing }: LoadTask) => {
  void (async () => {
    const milliseconds: number[] = [];
    const from = performance.now();
    if (completing === undefined) {
      const until = from + seconds * 1000;
      const again = (path: string) => () => (performance.now() < until ? { path, body: commit } : undefined);
      await Promise.all(paths.map((path) => drive(port, again(path), milliseconds)));
    } else {
      const left = [...paths];
      const once = () => {
        const path = left.shift();
        return path === undefined ? undefined : { path, body: completion };
      };
      await Promise.all(Array.from({ length: completing }, () => drive(port, once, milliseconds)));
    }
    const result: LoadResult = { perSecond: milliseconds.length / ((performance.now() - from) / 1000), milliseconds };
    process.send!(result);
  })().catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
process.on('SIGTERM', () => process.exit(0));
