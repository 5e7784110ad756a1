import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createTransport } from 'nodemailer';
import { mailServer } from './mail-server';

const server = (SMTP_URL: string, SMTP_TLS: 'required' | 'optional' = 'required') => mailServer({ SMTP_URL, SMTP_TLS });

describe('the mail server', () => {
  it.each([
    ['smtp://mail.example', 'required', true],
    ['smtp://10.0.0.7:587', 'required', true],
    ['smtp://localhost.example:25', 'required', true],
    ['smtp://mail.example', 'optional', false],
    ['smtp://localhost:1025', 'required', false],
    ['smtp://127.0.0.1:1025', 'required', false],
    ['smtp://[::1]:1025', 'required', false],
  ] as const)('at %s (%s) must offer TLS: %s', (url, setting, must) => {
    expect(server(url, setting)).toMatchObject({ secure: false, requireTLS: must });
  });

  it('at smtps:// speaks TLS from the first byte', () => {
    expect(server('smtps://relay:pa%2Fss@mail.example')).toMatchObject({
      secure: true,
      auth: { user: 'relay', pass: 'pa/ss' },
    });
  });

  it('is asked for certificates that are valid, whatever its address says', () => {
    const told = server('smtp://mail.example?requireTLS=false&ignoreTLS=true&tls.rejectUnauthorized=false&logger=true');
    expect(told).toMatchObject({ requireTLS: true, tls: { minVersion: 'TLSv1.2' } });
    expect(JSON.stringify(told)).not.toMatch(/ignoreTLS|rejectUnauthorized|logger/);
  });

  it('that offers no TLS hears no letter and no password', async () => {
    const said: string[] = [];
    const plain = createServer((socket) => {
      socket.on('error', () => undefined).write('220 here\r\n');
      socket.on('data', (data) => {
        said.push(data.toString());
        socket.write('250 fine\r\n');
      });
    });
    plain.listen(0, '127.0.0.1');
    await once(plain, 'listening');
    const { port } = plain.address() as AddressInfo;
    const { host: _, pool: __, ...rules } = server(`smtp://relay:secret@mail.example:${port}`);
    const transport = createTransport({ ...rules, host: '127.0.0.1' });
    const letter = {
      from: 'a@b.example',
      to: 'c@d.example',
      subject: 'x',
      text: 'https://members.example/sign-in/token',
    };
    await expect(transport.sendMail(letter)).rejects.toThrow(/TLS/i);
    transport.close();
    plain.close();
    expect(said.join('')).not.toMatch(/MAIL FROM|AUTH|token/);
  });
});
