import type { Config } from '@induct/platform';

/** Who we are to devices that keep passkeys (WebAuthn, Relying Party). A passkey belongs to the host name of the site. */
export const relyingParty = ({ SITE_ORIGIN, COUNCIL_NAME }: Pick<Config, 'SITE_ORIGIN' | 'COUNCIL_NAME'>) => ({
  id: new URL(SITE_ORIGIN).hostname,
  name: `${COUNCIL_NAME} Members Area`,
  origin: new URL(SITE_ORIGIN).origin,
});
