import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Delivery } from '@induct/letters';
import { CONFIG, type Config } from '@induct/platform';
import { createTransport, type Transporter } from 'nodemailer';
import { unlessAborted } from '../unless-aborted';
import { mailServer } from './mail-server';

/** How long a mail server may take for a letter when the worker ends: it may say nothing for as long as an orderly end may take. */
const FINISH_MS = 5000;

/** Hands letters to the mail server. Without SMTP_URL the local mailbox has them already: its page reads the table. */
@Injectable()
export class Postman implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly over = new AbortController();
  private readonly transport?: Transporter;
  private readonly from: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.from = config.MAIL_FROM;
    if (config.SMTP_URL) {
      this.transport = createTransport(mailServer({ SMTP_URL: config.SMTP_URL, SMTP_TLS: config.SMTP_TLS }));
    }
  }

  /** @throws when it could not be handed over, or the worker ends meanwhile: then it is tried again */
  async deliver({ id, recipient, subject, text, html }: Delivery): Promise<void> {
    if (!this.transport) return;
    const sent = this.transport.sendMail({
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
    await unlessAborted(this.over.signal, sent);
  }

  /** Before the queue waits for its letters. */
  beforeApplicationShutdown(): void {
    setTimeout(() => this.over.abort(new Error('The worker is ending')), FINISH_MS).unref();
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
