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
