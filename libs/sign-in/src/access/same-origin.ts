const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

interface Origins {
  method: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

/**
 * Whether a request that changes something comes from one of our own pages. SameSite cookies do not protect between
 * sibling subdomains, so this is asked of every unsafe request: the browser's own word, or else the exact Origin.
 * A request with neither header is refused.
 */
export function comesFromOurPages({ method, headers }: Origins, siteOrigin: string): boolean {
  if (SAFE.has(method)) return true;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return headers.origin === siteOrigin;
}

/**
 * Whether the sign-in cookie speaks for the person. What a page of another origin asks for in the background does not: a
 * sibling host's requests carry the cookie, and reading some pages leaves a mark in the audit trail. Whoever follows a
 * link is the person. Requests of browsers too old to say are believed, as only reading is left to them.
 */
export function speaksForThePerson({ headers }: Pick<Origins, 'headers'>, siteOrigin: string): boolean {
  // All that the handshake of a web socket says.
  if (headers.origin !== undefined && headers.origin !== siteOrigin) return false;
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  return headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
}
