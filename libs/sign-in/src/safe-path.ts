/** Longest path that is carried through a sign-in. */
const LONGEST = 500;

/**
 * Where to go after signing in: a path on this site, else the home page. `//host`, `/\host`, control characters and
 * anything with a scheme would leave the site.
 */
export function safePath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > LONGEST) return '/';
  if (!wanted.startsWith('/') || /[\\\p{Cc}]/u.test(wanted)) return '/';
  const base = 'https://here.invalid';
  if (!URL.canParse(wanted, base)) return '/';
  const url = new URL(wanted, base);
  if (url.origin !== base || url.pathname.startsWith('//')) return '/';
  if (url.pathname === '/sign-in' || url.pathname.startsWith('/sign-in/') || url.pathname === '/sign-out') return '/';
  return url.pathname + url.search + url.hash;
}
