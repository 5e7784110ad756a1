import { request } from 'node:http';
import { connect } from 'node:net';

const PATIENCE_MS = 30_000;

export interface RawAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** One request over a connection of its own, redirects not followed. */
export function ask(
  port: number,
  path: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<RawAnswer> {
  return new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        done({ status: answer.statusCode!, headers: answer.headers, text: Buffer.concat(parts).toString() }),
      );
      answer.on('error', fail);
    });
    sent.on('error', fail);
    sent.setTimeout(PATIENCE_MS, () => sent.destroy(new Error(`${method} ${path}: no answer in ${PATIENCE_MS} ms`)));
    sent.end(body);
  });
}

/** What a server says to these very bytes until it closes the connection. */
export function sayBytes(port: number, ...pieces: (string | Buffer)[]): Promise<RawAnswer> {
  return new Promise((done, fail) => {
    const parts: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => pieces.forEach((piece) => socket.write(piece)));
    socket.on('data', (part: Buffer) => parts.push(part));
    // A connection that is cut may be reset: what was said before it counts.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      const [head = '', ...body] = Buffer.concat(parts).toString('latin1').split('\r\n\r\n');
      const [first = '', ...lines] = head.split('\r\n');
      const headers = lines.map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]);
      if (!first) return fail(new Error('The connection was closed without a word'));
      done({
        status: Number(first.split(' ')[1]),
        headers: Object.fromEntries(headers) as RawAnswer['headers'],
        text: body.join('\r\n\r\n'),
      });
    });
  });
}
