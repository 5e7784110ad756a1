/** Browsers read no more than 256 KiB of headers of an answer. */
const MOST_BYTES = 160 * 1024;
/** More than this is no accident of a neighbour's. */
const LITTER_BYTES = 8 * 1024;

interface Visit {
  /** As the browser named it, with or without a port. */
  host: string;
  /** Path of the request. */
  path: string;
  /** Names that stay. */
  keep?: RegExp;
}

/** Whether so many cookies came that somebody means harm. */
export const isLitter = (header: string): boolean => header.length > LITTER_BYTES;

/** What stays of a Cookie header. */
export const onlyKept = (header: string, keep: RegExp): string =>
  pairsOf(header)
    .filter((pair) => keep.test(nameOf(pair)))
    .join('; ');

/**
 * Set-Cookie lines that make a browser forget the cookies it came with. A request does not say for which host and path a
 * cookie was set, so all that are possible are named, as many as fit; what does not fit goes with the next answer. Cookies of
 * the domains above are the neighbours' as well: they are left alone until there are so many that somebody means harm.
 */
export function farewells(header: string, { host, path, keep = /(?!)/ }: Visit): string[] {
  const domains = isLitter(header) ? domainsOf(host) : [];
  const places = [...domains.map((domain) => `; Domain=${domain}`), ''].flatMap((domain) =>
    pathsOf(path).map((one) => `; Path=${one}${domain}`),
  );
  const names = [...new Set(pairsOf(header).map(nameOf))].filter((name) => !keep.test(name));
  const lines: string[] = [];
  let bytes = 0;
  for (const place of places) {
    for (const name of names) {
      const line = `${name}=; Max-Age=0${place}${name.startsWith('__') ? '; Secure' : ''}`;
      if (bytes + line.length > MOST_BYTES) continue;
      bytes += line.length;
      lines.push(line);
    }
  }
  return lines;
}

const pairsOf = (header: string): string[] => header.split(/; ?/).filter((pair) => pair !== '');

/** A cookie without a name comes as its value. */
const nameOf = (pair: string): string => pair.slice(0, Math.max(0, pair.indexOf('=')));

/** The host and the domains above it, the widest first; no top-level one, and none of an address. */
function domainsOf(host: string): string[] {
  const name = host.replace(/:\d+$/, '');
  if (/^[\d.]+$/.test(name) || name.includes('[')) return [];
  const labels = name.split('.');
  return labels
    .map((_, at) => labels.slice(at).join('.'))
    .filter((domain) => domain.includes('.'))
    .toReversed();
}

/** Everything a cookie's path can be when it came with a request for this one. */
function pathsOf(path: string): string[] {
  const parts = path.split('/').slice(1, 5);
  const folders = parts.map((_, at) => `/${parts.slice(0, at + 1).join('/')}`).filter((one) => one !== '/');
  const named = folders.flatMap((folder) => (folder === path ? [folder] : [folder, `${folder}/`]));
  return ['/', ...named].filter((one) => /^[\x21-\x3a\x3c-\x7e]+$/.test(one));
}
