import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Delivery } from '@induct/letters';
import { CONFIG, type Config } from '@induct/platform';
import { createTransport, type Transporter } from 'nodemailer';
import { mailServer } from './mail-server';

/** Hands letters to the mail server. Without SMTP_URL the local mailbox has them already: its page reads the table. */
@Injectable()
export class Postman implements OnApplicationShutdown {
  private readonly transport?: Transporter;
  private readonly from: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.from = config.MAIL_FROM;
    if (config.SMTP_URL) {
      this.transport = createTransport(mailServer({ SMTP_URL: config.SMTP_URL, SMTP_TLS: config.SMTP_TLS }));
    }
  }

  async deliver({ id, recipient, subject, text, html }: Delivery): Promise<void> {
    await this.transport?.sendMail({
      from: this.from,
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

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
