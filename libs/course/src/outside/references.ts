import type { HostUse } from './outside-host';

/** An address on another website that a file of a package names. */
export interface Reference {
  url: string;
  /** What is loaded from there; `goes`: a page that leaves for it at once; `sends`: a form that is sent there. */
  use: HostUse | 'goes' | 'sends';
  /** Else it is named in a script, which may load it. */
  certain: boolean;
}

const USE_OF_ENDING: Record<string, HostUse> = Object.fromEntries(
  Object.entries({
    scripts: 'js mjs wasm',
    styles: 'css woff woff2 ttf otf eot',
    media: 'png jpg jpeg gif svg webp avif mp4 m4v webm ogv mov mp3 m4a ogg oga wav m3u8 mpd vtt srt',
  }).flatMap(([use, endings]) => endings.split(' ').map((ending) => [ending, use as HostUse])),
);

/** What is loaded from an address that only its own text tells; undefined when it may as well be a link. */
function useByAddress(url: string): HostUse | undefined {
  const address = url.split(/[?#]/, 1)[0]!;
  const ending = /\.([a-z0-9]{2,5})$/i.exec(address)?.[1]?.toLowerCase() ?? '';
  if (Object.hasOwn(USE_OF_ENDING, ending)) return USE_OF_ENDING[ending];
  if (/\/iframe_api$|\/api\/js$/.test(address)) return 'scripts';
  return /\/embed(ded)?(\/|$)|^(https?:)?\/\/player\.vimeo\.com\/video\//i.test(address) ? 'frames' : undefined;
}

/** Relative addresses are the package's own; `data:` and its like load from nowhere. */
export const isOutside = (url: string): boolean => /^\s*(https?:)?\/\//i.test(url);

/** Quotes as they stand in scripts, in JSON, and in HTML within either. */
const QUOTED = /(?:["'`(]|&quot;|&#39;)((?:https?:)?\/\/[a-z0-9][a-z0-9.-]{2,252}(?:\/[^"'`\s<>)\\&]{0,500})?)/gi;

/** Addresses in scripts and data that are loaded by their looks. */
export function inScript(text: string): Reference[] {
  const plain = text.includes('\\/') ? text.replaceAll('\\/', '/') : text;
  const found: Reference[] = [];
  for (const [, url = ''] of plain.matchAll(QUOTED)) {
    const use = useByAddress(url);
    if (use) found.push({ url, use, certain: false });
  }
  return found;
}

const IN_STYLE = /(@import\s+(?:url\()?\s*|url\(\s*)["']?((?:https?:)?\/\/[^"'()\s]{1,500})/gi;

export function inStyle(text: string): Reference[] {
  return Array.from(text.matchAll(IN_STYLE), ([, how = '', url = '']): Reference => {
    const use = how.startsWith('@') ? 'styles' : (useByAddress(url) ?? 'media');
    return { url, use: use === 'scripts' ? 'media' : use, certain: true };
  });
}
