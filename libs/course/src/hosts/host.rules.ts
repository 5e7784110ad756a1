import { isIP } from 'node:net';

/** A name that means one website to everybody: no wildcard, no number, no name of this house only. */
const NAME = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;
const AT_HOME = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|invalid|test|example|onion|arpa)$/;

/**
 * The host that an officer means: typed as a name or as an address copied from a browser.
 * @param own origins of this installation, which may hold `*.`
 */
export function hostOf(typed: string, own: readonly string[]): { host: string } | { problem: string } {
  const text = typed.trim();
  if (text === '') return { problem: 'Enter the website, like www.youtube.com' };
  if (text.includes('*')) return { problem: 'Enter one website, without a *: each is agreed to by itself' };
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'https') {
    return { problem: 'Only websites that are reached by https:// can be agreed to' };
  }
  const address = scheme === undefined ? `https://${text}` : text;
  if (/[\s;,'"]/.test(text) || !URL.canParse(address)) return { problem: 'Enter the website, like www.youtube.com' };
  const { hostname, port, username, password } = new URL(address);
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (port !== '' || username !== '' || password !== '') {
    return { problem: 'Enter only the name of the website, without a port and without a password' };
  }
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) return { problem: 'Enter the name of the website, not its number' };
  if (host.length > 253 || !NAME.test(host)) return { problem: 'Enter the website, like www.youtube.com' };
  if (AT_HOME.test(host)) return { problem: 'Enter a website that everybody can reach' };
  if (own.some((origin) => isBelow(host, origin))) {
    return { problem: 'This is our own website: modules are kept apart from it' };
  }
  return { host };
}

/** With `*.` all names below count too: every version has one there. */
function isBelow(host: string, origin: string): boolean {
  const ours = new URL(origin.replace('*.', '')).hostname;
  return host === ours || (origin.includes('//*.') && host.endsWith(`.${ours}`));
}
