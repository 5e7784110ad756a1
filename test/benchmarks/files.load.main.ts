import { connect } from 'node:net';

/** Every connection asks for its next file when it has the last one. */
export interface FilesTask {
  port: number;
  paths: string[];
  connections: number;
  seconds: number;
}

export interface FilesResult {
  perSecond: number;
  /** Of every file. */
  milliseconds: number[];
}

const HEAD_END = Buffer.from('\r\n\r\n');

/** A reader as lean as can be, so that the server is what is measured. */
function read(task: FilesTask, first: number, until: number, milliseconds: number[]): Promise<void> {
  return new Promise((done, fail) => {
    const requests = task.paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
    let next = first;
    let sent = 0;
    let missing = -1;
    let head: Buffer = Buffer.alloc(0);
    const socket = connect(task.port, '127.0.0.1', () => ask());
    const ask = () => {
      if (performance.now() >= until) {
        socket.end(() => done());
        return;
      }
      missing = -1;
      head = Buffer.alloc(0);
      sent = performance.now();
      socket.write(requests[next++ % requests.length]!);
    };
    socket.setNoDelay(true).on('error', fail);
    socket.on('data', (data: Buffer) => {
      if (missing === -1) {
        head = head.length === 0 ? data : Buffer.concat([head, data]);
        const end = head.indexOf(HEAD_END);
        if (end === -1) return;
        const text = head.toString('latin1', 0, end);
        if (!text.startsWith('HTTP/1.1 200')) {
          fail(new Error(text.split('\r\n')[0]));
          return;
        }
        missing = Number(/content-length: (\d+)/i.exec(text)![1]) - (head.length - end - 4);
      } else {
        missing -= data.length;
      }
      if (missing === 0) {
        milliseconds.push(performance.now() - sent);
        ask();
      }
    });
  });
}

process.on('message', (task: FilesTask) => {
  const started = performance.now();
  const milliseconds: number[] = [];
  const until = started + task.seconds * 1000;
  const readers = Array.from({ length: task.connections }, (_, at) => read(task, at * 131, until, milliseconds));
  Promise.all(readers).then(
    () => {
      const perSecond = (milliseconds.length / (performance.now() - started)) * 1000;
      process.send!({ perSecond, milliseconds } satisfies FilesResult);
    },
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('SIGTERM', () => process.exit(0));
