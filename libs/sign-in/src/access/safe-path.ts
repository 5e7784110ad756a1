/** Longest path that is carried through a sign-in. */
const LONGEST = 500;

/**
 * Where to go after signing in: a path on this site, else the home page. `//host`, `/\host`, control characters and
 * anything with a scheme would leave the site.
 */
export function safePath(wanted: unknown): string {
  const path = pathHere(wanted);
  return /^\/sign-(in(\/|$)|out$)/.test(path.split(/[?#]/, 1)[0]!) ? '/' : path;
}

/** The same for whoever stays where they are, on a page for signing in too. */
export function pathHere(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > LONGEST) return '/';
  if (!wanted.startsWith('/') || /[\\\p{Cc}]/u.test(wanted)) return '/';
  const base = 'https://here.invalid';
  if (!URL.canParse(wanted, base)) return '/';
  const url = new URL(wanted, base);
  if (url.origin !== base || url.pathname.startsWith('//')) return '/';
  return url.pathname + url.search + url.hash;
}
