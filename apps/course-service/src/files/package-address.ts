const PREFIX = '/content/';

export interface PackageAddress {
  /** The course version's unguessable key. */
  key: string;
  /** Path inside the package, decoded. */
  path: string;
}

/** Reads `/content/<key>/<path>`; undefined when it is none, or cannot be a path inside a package. */
export function packageAddress(rawPath: string): PackageAddress | undefined {
  if (!rawPath.startsWith(PREFIX)) return undefined;
  const slash = rawPath.indexOf('/', PREFIX.length);
  if (slash === -1) return undefined;
  const key = rawPath.slice(PREFIX.length, slash);
  const path = decoded(rawPath.slice(slash + 1));
  if (!/^[\w-]{8,128}$/.test(key) || path === undefined || path === '' || path.length > 1024) return undefined;
  // Paths are looked up in a table and never joined to a folder: this only saves the look-up.
  return path.includes('\0') || path.split('/').includes('..') ? undefined : { key, path };
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
