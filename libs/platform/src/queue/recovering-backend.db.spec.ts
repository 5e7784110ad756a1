import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { freePort } from '../../../../test/support/free-port';
import { recoveringBackend } from './recovering-backend';

describe('a queue whose database was not there when it was first asked', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(() => database?.drop());

  it('is ready once it is there, and says until then that it cannot be reached', async () => {
    const [there, port] = [new URL(database.url), await freePort()];
    const url = new URL(there);
    url.host = `127.0.0.1:${port}`;
    const backend = recoveringBackend('mail', { connection: { connectionString: url.href, max: 1 } });
    backend.on('error', () => undefined);
    for (let again = 0; again < 2; again++)
      await expect(backend.waitUntilReady()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    const way = createServer((from) => {
      const on = connect(Number(there.port), there.hostname);
      from.pipe(on).pipe(from);
      for (const socket of [from, on]) socket.on('error', () => socket.destroy());
    }).listen(port, '127.0.0.1');
    try {
      await once(way, 'listening');
      await expect(backend.waitUntilReady()).resolves.toBeUndefined();
    } finally {
      await backend.close();
      way.close();
    }
  });
});
