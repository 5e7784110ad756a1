import type { Config, CouncilIdentity } from '@induct/platform';

/** Who we are to devices that keep passkeys (WebAuthn, Relying Party). A passkey belongs to the host name of the site. */
export const relyingParty = ({ SITE_ORIGIN }: Pick<Config, 'SITE_ORIGIN'>) => ({
  id: new URL(SITE_ORIGIN).hostname,
  origin: new URL(SITE_ORIGIN).origin,
});

/** What devices call the site in their list of passkeys, where there is little room. */
export const relyingPartyName = ({ shortName, area }: Pick<CouncilIdentity, 'shortName' | 'area'>): string =>
  `${shortName} ${area}`;
