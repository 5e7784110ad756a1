import type { Config } from '@induct/platform';
import type { Carrier } from './carrier';
import { NotifyCarrier } from './notify.carrier';
import { SmtpCarrier } from './smtp.carrier';

/** How letters leave; `nowhere`: they are written down, and a demonstration shows them on a page. */
export type WayOut = 'notify' | 'mail-server' | 'nowhere';

export const wayOut = ({ NOTIFY_API_KEY, SMTP_URL }: Pick<Config, 'NOTIFY_API_KEY' | 'SMTP_URL'>): WayOut => {
  if (NOTIFY_API_KEY) return 'notify';
  return SMTP_URL ? 'mail-server' : 'nowhere';
};

/** Without a mail server the local mailbox has the letters already: its page reads the table. */
const localMailbox: Carrier = { carry: async () => {}, returned: async () => [], close: async () => {} };

/** @throws when an address in the settings cannot be read */
export function carrierFor(config: Config): Carrier {
  const { NOTIFY_API_KEY, NOTIFY_TEMPLATE_ID, SMTP_URL } = config;
  if (NOTIFY_API_KEY && NOTIFY_TEMPLATE_ID) return new NotifyCarrier({ ...config, NOTIFY_API_KEY, NOTIFY_TEMPLATE_ID });
  return SMTP_URL ? new SmtpCarrier(SMTP_URL, config) : localMailbox;
}
