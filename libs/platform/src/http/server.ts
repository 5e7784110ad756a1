import { createServer, type RequestListener, type Server } from 'node:http';
import { MOST_HEADER_BYTES } from './cookies';
import { answerUnreadable, sayRaw } from './raw-answers';
import { type Patience, SlowBodies } from './slow-body';

/**
 * The server below Fastify: every answer has `always`, whoever makes it, and a head or body that hardly comes is ended.
 */
export function makeServer(always: Record<string, string>, patience: Patience, handle: RequestListener): Server {
  const slowBodies = new SlowBodies(patience);
  const names = Object.entries(always);
  const server = createServer(
    {
      maxHeaderSize: MOST_HEADER_BYTES,
      headersTimeout: patience.headMs,
      // Counts from the first byte to the last, however large an upload is: SlowBodies looks at what comes instead.
      requestTimeout: 0,
      keepAliveTimeout: patience.idleMs,
      connectionsCheckingInterval: patience.lookMs,
      // Node's own answer would have no headers.
      requireHostHeader: false,
    },
    (request, response) => {
      for (const [name, value] of names) response.setHeader(name, value);
      if (request.headers.host === undefined && request.httpVersion === '1.1') return sayRaw(response, 400);
      slowBodies.watch(request, response);
      handle(request, response);
    },
  );
  server.on('checkExpectation', (_request, response) => {
    for (const [name, value] of names) response.setHeader(name, value);
    sayRaw(response, 417);
  });
  answerUnreadable(server, always);
  return server;
}
