import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { calendarFile } from '@induct/platform';
import { simpleParser } from 'mailparser';
import { testConfig } from '../../../../test/support/config';
import { MailCatcher } from '../../../../test/support/mail-catcher';
import { Postman } from './postman';

const letter = {
  id: '1',
  recipient: 'ann@example.org',
  subject: 'Hello',
  text: 'Hello',
  html: '<p>Hello</p>',
  attempts: 1,
  calendar: null,
};

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

describe('a letter with a calendar', () => {
  const event = (method: 'REQUEST' | 'CANCEL') =>
    calendarFile(
      [{ uid: 'a-1@members.example', on: '2027-03-28', from: '09:30', to: '13:00', title: 'Châteaux, & more' }],
      {
        product: 'Programme',
        method,
        madeAt: new Date('2026-11-29T10:30:05Z'),
      },
    );

  it.each(['REQUEST', 'CANCEL'] as const)(
    'brings %s as a part and as a file, and both are what was written',
    async (method) => {
      const catcher = await MailCatcher.open();
      const postman = new Postman(testConfig('postgres://nowhere', { SMTP_URL: catcher.url }));
      const text = event(method);
      await postman.deliver({ ...letter, calendar: { method, text } });
      await postman.deliver(letter);
      await postman.onApplicationShutdown();
      catcher.close();
      const [mail, plain] = await Promise.all(catcher.letters.map((raw) => simpleParser(raw)));
      expect(mail!.text?.trim()).toBe('Hello');
      expect(
        mail!.attachments.map(({ contentType, filename, content }) => [contentType, filename, content.toString()]),
      ).toEqual([
        ['text/calendar', undefined, text],
        ['application/ics', 'invite.ics', text],
      ]);
      const whole = catcher.letters[0]!.toString().replaceAll(/\r\n\s+/g, ' ');
      expect(whole).toMatch(
        new RegExp(`Content-Type: multipart/alternative[^]*text/calendar; charset=utf-8; method=${method}\\r\\n`),
      );
      expect(plain!.attachments).toEqual([]);
    },
  );
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
    expect(warned({ DEMO: 'false' })).toContain('Neither SMTP_URL nor NOTIFY_API_KEY is set');
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
