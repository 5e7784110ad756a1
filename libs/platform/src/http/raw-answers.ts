import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

type RawStatus = 400 | 408 | 413 | 417 | 431 | 503;

/** What is said before, or beside, everything that makes pages. */
const WORDS: Record<RawStatus, { reason: string; title: string; detail: string }> = {
  400: {
    reason: 'Bad Request',
    title: 'We could not read that',
    detail: 'Something in the request was not as expected. Go back and try again.',
  },
  408: {
    reason: 'Request Timeout',
    title: 'That took too long',
    detail: 'The connection was too slow, and nothing was recorded. Please try again.',
  },
  413: {
    reason: 'Content Too Large',
    title: 'That is too large',
    detail: 'The file or text you sent is larger than we accept. Go back, make it smaller, then send it again.',
  },
  417: {
    reason: 'Expectation Failed',
    title: 'We could not read that',
    detail: 'The request asks for something that this server does not do.',
  },
  431: {
    reason: 'Request Header Fields Too Large',
    title: 'That is too large',
    detail: 'The address or the cookies of this site are too long. Delete its cookies, then try again.',
  },
  503: {
    reason: 'Service Unavailable',
    title: 'Induct is not available for a moment',
    detail: 'Nothing was lost. Please try again in a minute.',
  },
};

function problemJson(status: RawStatus): { body: string; headers: Record<string, string> } {
  const { title, detail } = WORDS[status];
  const body = JSON.stringify({ type: 'about:blank', status, title, detail });
  return {
    body,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'cache-control': 'no-store',
      connection: 'close',
    },
  };
}

/** Answers a request that is given up, and ends its connection. */
export function sayRaw(response: ServerResponse, status: RawStatus): void {
  const { body, headers } = problemJson(status);
  response.writeHead(status, headers).end(body);
}

const STATUS_OF: Record<string, RawStatus> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
};

/** Answers what Node's own parser could not read: then there is no request, only a connection. */
export function answerUnreadable(server: Server, always: Record<string, string>): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket & { _httpMessage?: ServerResponse }) => {
    // oxlint-disable-next-line no-underscore-dangle -- Node's own, and the only way to know (its documentation of clientError)
    const begun = socket._httpMessage?.headersSent ?? false;
    if (error.code === 'ECONNRESET' || !socket.writable || begun) return void socket.destroy();
    const status = STATUS_OF[error.code ?? ''] ?? 400;
    const { body, headers } = problemJson(status);
    const lines = Object.entries({ ...always, date: new Date().toUTCString(), ...headers });
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    socket.end(`HTTP/1.1 ${status} ${WORDS[status].reason}\r\n${head}\r\n${body}`, () => socket.destroy());
  });
}
