import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { testConfig } from '../../../../test/support/config';
import { Postman } from './postman';

const letter = { id: '1', recipient: 'ann@example.org', subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' };

describe('a postman whose worker ends', () => {
  it('does not wait for a mail server that says nothing: the letter is tried again', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const postman = new Postman(testConfig('postgres://nowhere', { SMTP_URL: `smtp://127.0.0.1:${port}` }));
    const delivery = postman.deliver(letter).then(
      () => 'delivered',
      (error: Error) => error.message,
    );
    const [socket] = (await once(server, 'connection')) as [{ destroy(): void }];
    const since = performance.now();
    postman.beforeApplicationShutdown();
    expect(await Promise.race([delivery, wait(10_000, 'still waiting', { ref: false })])).toBe('The worker is ending');
    expect(performance.now() - since).toBeLessThan(8000);
    await postman.onApplicationShutdown();
    socket.destroy();
    server.close();
  });
});
