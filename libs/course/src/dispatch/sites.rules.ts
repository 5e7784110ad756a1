const MOST_SITES = 5;

/** A website without its path: `https://learning.example.gov.uk`; undefined when it is none that could show a module. */
function siteOf(typed: string): string | undefined {
  const text = typed.includes('://') ? typed : `https://${typed}`;
  if (!URL.canParse(text)) return undefined;
  const { protocol, host, origin, username } = new URL(text);
  const isName = /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/.test(host);
  const isOne = isHere(host) || (isName && protocol === 'https:');
  return isOne && username === '' ? origin : undefined;
}

/** This machine, for a try. */
const isHere = (host: string): boolean => /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host);

/** @returns what was typed, one each; or what is wrong with it */
export function sitesOf(typed: string): { sites: string[] } | { problem: string } {
  const words = typed.split(/[\s,;]+/).filter(Boolean);
  const sites = words.map((word) => [word, siteOf(word)] as const);
  const wrong = sites.find(([, site]) => site === undefined);
  if (wrong) return { problem: `“${wrong[0]}” must be an address such as https://learning.example.gov.uk` };
  const known = [...new Set(sites.map(([, site]) => site!))];
  return known.length > MOST_SITES ? { problem: `Enter ${MOST_SITES} addresses or fewer` } : { sites: known };
}

/**
 * Who may show it, as a policy's `frame-ancestors`. A learning system often has its own pages and a packages' host: so the
 * usual is any website that is https, and the zip's secret is what opens the module.
 * @param isSecure the content origin is https; without it this is a try on one machine
 */
export const ancestorsOf = (sites: readonly string[], isSecure: boolean): string =>
  ["'self'", ...(sites.length > 0 ? sites : ['https:', ...(isSecure ? [] : ['http:'])])].join(' ');
