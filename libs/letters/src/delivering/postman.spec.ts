import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
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
    // The postman's clock is put on: nobody has to wait for it.
    jest.useFakeTimers();
    postman.beforeApplicationShutdown();
    jest.advanceTimersByTime(7999);
    jest.useRealTimers();
    expect(await Promise.race([delivery, wait(1000, 'still waiting', { ref: false })])).toBe('The worker is ending');
    await postman.onApplicationShutdown();
    socket.destroy();
    server.close();
  });
});

describe('a postman without a mail server', () => {
  const warned = (changes: Parameters<typeof testConfig>[1]) => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    new Postman(testConfig('postgres://nowhere', changes)).onApplicationBootstrap();
    const said = warn.mock.calls.flat().join(' ');
    warn.mockRestore();
    return said;
  };

  it('says that nobody gets a letter, but in a demonstration, which shows them', () => {
    expect(warned({ DEMO: 'false' })).toContain('SMTP_URL is not set');
    expect(warned({ DEMO: 'true' })).toBe('');
    expect(warned({ DEMO: 'false', SMTP_URL: 'smtp://mail.example' })).toBe('');
  });
});

describe('a postman whose mail server has an address that cannot be read', () => {
  it('says so at the start, not with the first letter', () => {
    const SMTP_URL = 'smtp://relay:100%@mail.example';
    expect(() => new Postman(testConfig('postgres://nowhere', { SMTP_URL }))).toThrow('URI malformed');
  });
});
