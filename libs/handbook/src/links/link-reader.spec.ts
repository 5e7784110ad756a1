import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { LinkReader } from './link-reader';
import { type Destination, Network } from './network';

/** The public address at which the server of this test stands. */
const PUBLIC = '93.184.216.34';
const NAMES: Record<string, string[]> = {
  'open.example': [PUBLIC],
  'inside.example': ['10.0.0.5'],
  'both.example': [PUBLIC, '127.0.0.1'],
  'metadata.example': ['169.254.169.254'],
  localhost: ['127.0.0.1'],
};

const [asked, connected]: [string[], Destination[]] = [[], []];
let server: Server;
let answer: RequestListener = (_, reply) => void reply.end();

/** Its names mean what it says; its one public server is a local one. */
class SmallInternet extends Network {
  addressesOf(host: string): Promise<string[]> {
    asked.push(host);
    const found = NAMES[host];
    const error = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    return found ? Promise.resolve(found) : Promise.reject(error);
  }

  connect(to: Destination): Duplex {
    connected.push(to);
    return connect({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
  }
}

const reader = new LinkReader(new SmallInternet(), { SITE_ORIGIN: 'https://members.example' });
const redirectTo =
  (location: string, status = 302): RequestListener =>
  (_, reply) =>
    void reply.writeHead(status, { location }).end();

beforeAll(async () => {
  server = createServer((request, reply) => answer(request, reply));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  for (const list of [asked, connected]) list.splice(0);
});
afterAll(() => void server.close());

it('asks politely, at the address that was judged, and reads no more than the head', async () => {
  let seen: unknown;
  const isCut = new Promise<boolean>((resolve) => {
    answer = (request, reply) => {
      const { host, 'user-agent': agent } = request.headers;
      seen = { host, agent, url: request.url, method: request.method };
      reply.on('close', () => resolve(!reply.writableEnded));
      reply.writeHead(200);
      reply.write('x'.repeat(1000));
    };
  });
  expect(await reader.look('http://open.example/a?b=c#d')).toEqual({ outcome: 'works', why: null, status: 200 });
  const agent = 'Induct link check (https://members.example)';
  expect(seen).toEqual({ host: 'open.example', agent, url: '/a?b=c', method: 'GET' });
  expect(connected).toEqual([{ address: PUBLIC, port: 80, secureAs: undefined }]);
  expect(await isCut).toBe(true);
});

it('asks for a certificate of the name, at the address', async () => {
  // What answers is no TLS: nothing is told of it.
  await reader.look('https://open.example/');
  expect(connected[0]).toEqual({ address: PUBLIC, port: 443, secureAs: 'open.example' });
});

it.each([
  ['http://inside.example/', ['inside.example']],
  ['http://both.example/', ['both.example']],
  ['http://metadata.example/latest', ['metadata.example']],
  ['http://localhost/', ['localhost']],
  ['http://127.0.0.1/', []],
  ['http://2130706433/', []],
  ['http://0x7f.1/', []],
  ['http://[::1]/', []],
  ['http://[::ffff:127.0.0.1]/', []],
  ['http://[fe80::1]/', []],
])('never connects to %s', async (address, names) => {
  expect((await reader.look(address)).outcome).toBe('not_public');
  expect([asked, connected]).toEqual([names, []]);
});

it.each([
  ['http://127.0.0.1/', 'not_public'],
  ['http://127.0.0.1:8080/', 'not_public'],
  ['//[::1]/', 'not_public'],
  ['http://[::ffff:127.0.0.1]/', 'not_public'],
  ['http://[::ffff:7f00:1]/', 'not_public'],
  ['http://inside.example/', 'not_public'],
  ['http://both.example/', 'not_public'],
  ['http://localhost:80/', 'not_public'],
  ['http://open.example:22/', 'unsure'],
  ['file:///etc/passwd', 'unsure'],
  ['ftp://open.example/', 'unsure'],
  ['javascript:alert(1)', 'unsure'],
  ['http://[', 'unsure'],
])('is led by no redirect to %s', async (location, outcome) => {
  answer = redirectTo(location);
  expect((await reader.look('http://open.example/')).outcome).toBe(outcome);
  expect(connected).toHaveLength(1);
});

it('judges a name anew at each redirect', async () => {
  const turns = [[PUBLIC], ['127.0.0.1']];
  const turning = Object.assign(new SmallInternet(), { addressesOf: () => Promise.resolve(turns.shift()!) });
  answer = redirectTo('/again');
  const look = await new LinkReader(turning, { SITE_ORIGIN: '' }).look('http://turns.example/');
  expect([look.outcome, connected.length, turns.length]).toEqual(['not_public', 1, 0]);
});

it('follows redirects to the end, and gives up on those without one', async () => {
  answer = (request, reply) =>
    request.url === '/b' ? void reply.writeHead(404).end() : redirectTo('/b', 301)(request, reply);
  expect(await reader.look('http://open.example/a')).toEqual({ outcome: 'fails', why: 'status', status: 404 });
  connected.splice(0);
  answer = redirectTo('/a');
  expect((await reader.look('http://open.example/a')).why).toBe('redirects');
  expect(connected).toHaveLength(6);
});

it('tells of a name that is not there, and of a server that ends the connection', async () => {
  expect((await reader.look('http://nowhere.example/')).why).toBe('no-name');
  answer = (request) => void request.socket.destroy();
  expect((await reader.look('http://open.example/')).why).toBe('no-answer');
});
