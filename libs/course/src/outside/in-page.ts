import { inScript, inStyle, isOutside, type Reference } from './references';

type Attributes = ReadonlyMap<string, string>;

/** Which attributes of which elements load something, and what. */
const LOADS: Record<string, (tag: Attributes) => [string | undefined, Reference['use']][]> = {
  script: (tag) => [[tag.get('src'), 'scripts']],
  iframe: (tag) => [[tag.get('src'), 'frames']],
  frame: (tag) => [[tag.get('src'), 'frames']],
  object: (tag) => [[tag.get('data'), 'frames']],
  embed: (tag) => [[tag.get('src'), 'frames']],
  link: (tag) => [[/stylesheet/i.test(tag.get('rel') ?? '') ? tag.get('href') : undefined, 'styles']],
  img: (tag) => [
    [tag.get('src'), 'media'],
    [tag.get('srcset'), 'media'],
  ],
  input: (tag) => [[tag.get('src'), 'media']],
  video: (tag) => [
    [tag.get('src'), 'media'],
    [tag.get('poster'), 'media'],
  ],
  audio: (tag) => [[tag.get('src'), 'media']],
  source: (tag) => [
    [tag.get('src'), 'media'],
    [tag.get('srcset'), 'media'],
  ],
  track: (tag) => [[tag.get('src'), 'media']],
  form: (tag) => [[tag.get('action'), 'sends']],
  meta: (tag) => [[/refresh/i.test(tag.get('http-equiv') ?? '') ? refreshOf(tag.get('content')) : undefined, 'goes']],
};

/** Links are followed by people, not loaded. */
const LINKS = new Set(['a', 'area', 'base', 'html', 'link']);
const LONGEST_TAG = 4_000;

/** What an HTML page loads from elsewhere, its scripts and styles included. Linear, whatever the page is. */
export function inPage(text: string): Reference[] {
  const found: Reference[] = [];
  const rest: string[] = [];
  let done = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const name = /^<([a-z]{1,10})\b/i.exec(text.slice(at, at + 12))?.[1]?.toLowerCase();
    if (!name || !(Object.hasOwn(LOADS, name) || LINKS.has(name))) continue;
    const end = text.indexOf('>', at);
    if (end < 0) break;
    rest.push(text.slice(done, at));
    const tag = attributesOf(text.slice(at + 1 + name.length, Math.min(end, at + LONGEST_TAG)));
    for (const [url, use] of LOADS[name]?.(tag) ?? []) {
      if (url !== undefined && isOutside(url)) found.push({ url: url.trim().split(/\s/, 1)[0]!, use, certain: true });
    }
    done = end + 1;
    at = end;
  }
  rest.push(text.slice(done));
  const others = rest.join('\n');
  return [...found, ...inStyle(others), ...inScript(others)];
}

const ATTRIBUTE = /([a-z][a-z-]{0,30})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

function attributesOf(tag: string): Attributes {
  return new Map(
    Array.from(tag.matchAll(ATTRIBUTE), ([, name = '', ...values]) => [
      name.toLowerCase(),
      (values.find((value) => value !== undefined) ?? '').replaceAll('&amp;', '&'),
    ]),
  );
}

const refreshOf = (content: string | undefined): string | undefined =>
  /url\s*=\s*["']?\s*([^"']+)/i.exec(content ?? '')?.[1];
