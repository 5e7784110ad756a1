import { type Config, unlessAborted } from '@induct/platform';
import type { Transporter } from 'nodemailer';
import type { Delivery } from '../outbox/deliveries';
import type { Carrier } from './carrier';
import { mailServer } from './mail-server';

/** What is attached is called so by every calendar that sends invitations. */
const CALENDAR_FILE = 'invite.ics';

/** Hands letters to the council's mail server. */
export class SmtpCarrier implements Carrier {
  private readonly server: ReturnType<typeof mailServer>;
  private transport?: Promise<Transporter>;

  /** @throws when the address cannot be read: said at the start, not with the first letter */
  constructor(
    SMTP_URL: string,
    private readonly config: Pick<Config, 'SMTP_TLS' | 'MAIL_FROM'>,
  ) {
    this.server = mailServer({ SMTP_URL, SMTP_TLS: config.SMTP_TLS });
  }

  async carry({ id, recipient, subject, text, html, calendar }: Delivery, signal: AbortSignal): Promise<void> {
    this.transport ??= transportTo(this.server);
    const transport = await this.transport;
    const sent = transport.sendMail({
      from: this.config.MAIL_FROM,
      // As one address, whatever is in it: read as a list it could name others too.
      to: { name: '', address: recipient },
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
    await unlessAborted(signal, sent);
  }

  /** What comes back lies in the mailbox of the sender. */
  returned(): Promise<[]> {
    return Promise.resolve([]);
  }

  async close(): Promise<void> {
    (await this.transport)?.close();
  }
}

/** Loaded with the first letter: most processes deliver none. */
async function transportTo(server: ReturnType<typeof mailServer>): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport(server);
}
