import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** A mail server on this machine that takes every letter and keeps it as it came over the wire. */
export class MailCatcher {
  /** Raw messages (RFC 5322), in the order in which they came. */
  readonly letters: Buffer[] = [];

  private constructor(private readonly server: ReturnType<typeof createServer>) {}

  static async open(): Promise<MailCatcher> {
    const server = createServer((socket) => {
      let heard = '';
      let isLetter = false;
      socket.on('error', () => undefined).write('220 here\r\n');
      socket.on('data', (data) => {
        heard += data.toString('latin1');
        for (;;) {
          const end = heard.indexOf(isLetter ? '\r\n.\r\n' : '\r\n');
          if (end < 0) return;
          const said = heard.slice(0, end);
          heard = heard.slice(end + (isLetter ? 5 : 2));
          if (isLetter) catcher.letters.push(Buffer.from(said.replaceAll('\r\n..', '\r\n.'), 'latin1'));
          isLetter = !isLetter && said === 'DATA';
          socket.write(isLetter ? '354 go on\r\n' : '250 fine\r\n');
        }
      });
    });
    const catcher = new MailCatcher(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return catcher;
  }

  /** For SMTP_URL. */
  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
  }
}
