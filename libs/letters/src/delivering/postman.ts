import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { CONFIG, type Config, unlessAborted } from '@induct/platform';
import type { Transporter } from 'nodemailer';
import type { Delivery } from '../outbox/deliveries';
import { mailServer } from './mail-server';

/** How long a mail server may take for a letter when the worker ends: it may say nothing for as long as an orderly end may take. */
const FINISH_MS = 5000;

/** What is attached is called so by every calendar that sends invitations. */
export const CALENDAR_FILE = 'invite.ics';

/** Hands letters to the mail server. Without SMTP_URL the local mailbox has them already: its page reads the table. */
@Injectable()
export class Postman implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly over = new AbortController();
  private readonly server: ReturnType<typeof mailServer> | undefined;
  private transport?: Promise<Transporter>;

  /** @throws when the address cannot be read: said at the start, not with the first letter */
  constructor(@Inject(CONFIG) private readonly config: Config) {
    const { SMTP_URL, SMTP_TLS } = config;
    this.server = SMTP_URL ? mailServer({ SMTP_URL, SMTP_TLS }) : undefined;
  }

  /** Only a demonstration shows its letters on a page: everywhere else they would be seen by nobody. */
  onApplicationBootstrap(): void {
    if (this.config.SMTP_URL || this.config.DEMO) return;
    new Logger(Postman.name).warn(
      'SMTP_URL is not set: letters are written down and sent to nobody, so nobody can sign in by letter.',
    );
  }

  /** @throws when it could not be handed over, or the worker ends meanwhile: then it is tried again */
  async deliver({ id, recipient, subject, text, html, calendar }: Delivery): Promise<void> {
    if (!this.server) return;
    this.transport ??= transportTo(this.server);
    const transport = await this.transport;
    const sent = transport.sendMail({
      from: this.config.MAIL_FROM,
      to: recipient,
      subject,
      text,
      html,
      // As a part that programs for calendars act on, and as a file for those that do not.
      ...(calendar && { icalEvent: { method: calendar.method, filename: CALENDAR_FILE, content: calendar.text } }),
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

  async onApplicationShutdown(): Promise<void> {
    (await this.transport)?.close();
  }
}

/** Loaded with the first letter: most processes deliver none. */
async function transportTo(server: ReturnType<typeof mailServer>): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport(server);
}
