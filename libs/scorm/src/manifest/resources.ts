import { childNamed, childrenNamed, type XmlElement } from './xml';

export interface Resource {
  identifier: string;
  /** Address below the package's root, or undefined; absolute when it leaves the package. */
  href?: string;
  /** As declared, in lower case; "" when it is not. */
  scormType: string;
  /** Addresses of its files below the package's root. */
  files: string[];
}

/** Stands for the package's root while addresses are worked out; `..` cannot climb above it. */
const ROOT = 'http://package.invalid/';

/** The resources by identifier, with xml:base applied (of the manifest, of `resources`, of the resource). */
export function resourcesOf(manifest: XmlElement): Map<string, Resource> {
  const list = childNamed(manifest, 'resources');
  const base = [manifest, list].reduce(baseWithin, ROOT);
  const resources = new Map<string, Resource>();
  for (const element of childrenNamed(list, 'resource')) {
    const resource = resourceOf(element, baseWithin(base, element));
    if (!resources.has(resource.identifier)) resources.set(resource.identifier, resource);
  }
  return resources;
}

function resourceOf(element: XmlElement, base: string): Resource {
  const href = element.attributes.get('href')?.trim();
  return {
    identifier: element.attributes.get('identifier')?.trim() ?? '',
    ...(href ? { href: within(base, href) } : {}),
    scormType: element.attributes.get('scormtype')?.trim().toLowerCase() ?? '',
    files: childrenNamed(element, 'file').flatMap((file) => {
      const path = file.attributes.get('href')?.trim();
      return path ? [within(base, path)] : [];
    }),
  };
}

function baseWithin(base: string, element: XmlElement | undefined): string {
  const own = element?.attributes.get('xml:base')?.trim();
  return own ? (resolved(base, own) ?? base) : base;
}

/** Relative to the package's root, or absolute when it leads elsewhere. */
function within(base: string, href: string): string {
  const url = resolved(base, href) ?? href;
  return url.startsWith(ROOT) ? url.slice(ROOT.length) : url;
}

/** A bare `%` is no URL but a file name of old; it is kept as the sign it is. */
function resolved(base: string, href: string): string | undefined {
  const url = href.replaceAll('\\', '/').replace(/%(?![0-9a-f]{2})/gi, '%25');
  return URL.canParse(url, base) ? new URL(url, base).href : undefined;
}

export function isExternal(href: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('//');
}

/** Appends an item's parameters by the algorithm of SCORM 2004 CAM 3.4.3.1 (1.2: CAM 2.3.5.2 says the same). */
export function withParameters(href: string, parameters: string | undefined): string {
  const trimmed = (parameters ?? '').trim().replace(/^[?&]+/, '');
  if (trimmed === '') return href;
  const at = href.indexOf('#');
  const [address, fragment] = at < 0 ? [href, ''] : [href.slice(0, at), href.slice(at)];
  if (trimmed.startsWith('#')) return fragment === '' ? `${address}${trimmed}` : href;
  return `${address}${address.includes('?') ? '&' : '?'}${trimmed}${fragment}`;
}
