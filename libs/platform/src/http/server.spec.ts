import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { sayBytes } from '../../../../test/support/raw-request';
import { alwaysHeaders } from './always-headers';
import { MOST_HEADER_BYTES } from './cookies';
import { makeServer } from './server';

const always = alwaysHeaders('https://members.example');
const patience = { headMs: 400, bodyGraceMs: 300, bodyBytesPerSecond: 500, idleMs: 1000, lookMs: 50 };

describe('the server', () => {
  let server: Server;
  let port: number;
  const bodies: string[] = [];

  beforeAll(async () => {
    server = makeServer(always, patience, (request: IncomingMessage, response) => {
      if (request.url === '/unread') return void response.end('not read');
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        bodies.push(body);
        response.end(`${body.length}`);
      });
      request.on('error', () => undefined);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => bodies.splice(0));

  const head = (more = '') => `POST / HTTP/1.1\r\nHost: a\r\n${more}`;

  it.each([
    ['a head that does not end', 408, [head()]],
    ['a connection that says nothing', 408, []],
    ['a body that does not come', 408, [head('Content-Length: 10\r\n\r\n')]],
    ['a body that stops', 408, [head('Content-Length: 10\r\n\r\n'), 'abc']],
    ['pieces that stop', 408, [head('Transfer-Encoding: chunked\r\n\r\n'), '3\r\nabc\r\n']],
    ['what is no HTTP', 400, ['hello\r\n\r\n']],
    ['a NUL in the head', 400, [head('X: a\0b\r\n\r\n')]],
    ['two lengths', 400, [head('Content-Length: 1\r\nContent-Length: 2\r\n\r\n')]],
    ['a request without a host', 400, ['GET / HTTP/1.1\r\n\r\n']],
    ['a head that is too large', 431, [head(`X: ${'x'.repeat(MOST_HEADER_BYTES)}\r\n\r\n`)]],
    ['an expectation that nobody has', 417, [head('Expect: tea\r\n\r\n')]],
  ])('answers %s in words: %d, with every header', async (_, status, pieces) => {
    const answer = await sayBytes(port, ...pieces);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({ ...always, 'content-type': 'application/problem+json; charset=utf-8' });
    expect(JSON.parse(answer.text)).toMatchObject({ status, detail: expect.stringMatching(/[a-z]{3,} [a-z]/i) });
    expect(bodies).toEqual([]);
  });

  it('ends with a drip, however long it goes on', async () => {
    const socket = connect(port, '127.0.0.1');
    let said = '';
    socket.on('data', (data: Buffer) => (said += data.toString())).on('error', () => undefined);
    const closed = once(socket, 'close');
    socket.write(head('Content-Length: 5000\r\n\r\n'));
    const drip = setInterval(() => socket.write('x'), 40);
    await closed;
    clearInterval(drip);
    expect(said).toMatch(/^HTTP\/1\.1 408 /);
    expect(bodies).toEqual([]);
  });

  it('waits for a slow line that goes on, long after the grace', async () => {
    const socket = connect(port, '127.0.0.1');
    const answered = once(socket, 'data') as Promise<[Buffer]>;
    socket.write(head('Content-Length: 6000\r\n\r\n'));
    for (let at = 0; at < 30; at++) {
      await wait(40);
      socket.write('y'.repeat(200));
    }
    expect((await answered)[0].toString()).toMatch(/^HTTP\/1\.1 200 /);
    expect(bodies.map(({ length }) => length)).toEqual([6000]);
    socket.destroy();
  });

  it('ends a body that comes on after its answer', async () => {
    const answer = await sayBytes(port, head('Content-Length: 10\r\n\r\n').replace('/', '/unread'), 'abc');
    expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('not read')]);
  });
});
