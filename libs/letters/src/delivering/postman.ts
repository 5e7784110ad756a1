import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '@induct/platform';
import type { Transporter } from 'nodemailer';
import type { Delivery } from './deliveries';
import { mailServer } from './mail-server';

/** Hands letters to the mail server. Without SMTP_URL the local mailbox has them already: its page reads the table. */
@Injectable()
export class Postman implements OnApplicationShutdown {
  private transport?: Promise<Transporter>;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async deliver({ id, recipient, subject, text, html }: Delivery): Promise<void> {
    const { SMTP_URL, SMTP_TLS, MAIL_FROM } = this.config;
    if (!SMTP_URL) return;
    this.transport ??= transportTo({ SMTP_URL, SMTP_TLS });
    const transport = await this.transport;
    await transport.sendMail({
      from: MAIL_FROM,
      to: recipient,
      subject,
      text,
      html,
      // The same for every try: a mailbox that has it already can tell.
      messageId: `<${id}@induct.invalid>`,
      // Nothing in a letter is fetched from a file or an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async onApplicationShutdown(): Promise<void> {
    (await this.transport)?.close();
  }
}

/** Loaded with the first letter: most processes deliver none. */
async function transportTo(server: Parameters<typeof mailServer>[0]): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport(mailServer(server));
}
