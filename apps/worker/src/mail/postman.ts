import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config, type Delivery } from '@induct/platform';
import { createTransport, type Transporter } from 'nodemailer';

const PATIENCE_MS = 20_000;

/** Hands letters to the mail server. Without SMTP_URL the local mailbox has them already: its page reads the table. */
@Injectable()
export class Postman implements OnApplicationShutdown {
  private readonly transport?: Transporter;
  private readonly from: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.from = config.MAIL_FROM;
    if (config.SMTP_URL) {
      this.transport = createTransport(config.SMTP_URL, {
        pool: true,
        connectionTimeout: PATIENCE_MS,
        greetingTimeout: PATIENCE_MS,
        socketTimeout: PATIENCE_MS,
      } as never);
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
