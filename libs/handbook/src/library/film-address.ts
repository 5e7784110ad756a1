/** Addresses under which YouTube shows a film. */
const HOSTS = new Set(['youtube.com', 'www.youtube.com', 'm.youtube.com', 'www.youtube-nocookie.com', 'youtu.be']);

/**
 * Which film of YouTube an address leads to.
 * @returns its id, eleven letters, figures, `-` or `_`; undefined when it leads elsewhere
 */
export function youTubeFilm(address: string | null): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const { protocol, hostname, pathname, searchParams } = new URL(address);
  if (protocol !== 'https:' || !HOSTS.has(hostname)) return undefined;
  const id =
    hostname === 'youtu.be'
      ? pathname.slice(1)
      : pathname === '/watch'
        ? searchParams.get('v')
        : /^\/(?:embed|shorts|live)\/([^/]+)$/.exec(pathname)?.[1];
  return id && /^[\w-]{11}$/.test(id) ? id : undefined;
}
