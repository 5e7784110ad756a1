/** What a page says, and in which language it says that it is. */
export interface SaidOnPage {
  text: string;
  /** Of the nearest element that has one: what a screen reader speaks it as. */
  lang: string;
  /** The tags around it, the innermost last. */
  within: string;
}

const TOKEN = /<!--[^]*?-->|<(script|style|svg)\b[^]*?<\/\1>|<!doctype[^>]*>|<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*"|[^">])*)>|[^<]+/gi;
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/**
 * Every text of a page that is shown or read aloud. What an attribute or the title of the window says is none: no part of it
 * can be marked.
 */
export function saidOnPage(html: string): SaidOnPage[] {
  const open: { tag: string; lang: string; mark: string }[] = [];
  const said: SaidOnPage[] = [];
  for (const [token, hidden, slash, tag, attributes = ''] of html.matchAll(TOKEN)) {
    if (hidden || token.startsWith('<!')) continue;
    if (!tag) {
      const text = unescaped(token).replaceAll(/\s+/g, ' ').trim();
      const { lang = '' } = open.at(-1) ?? {};
      if (text && !open.some((one) => one.tag === 'title'))
        said.push({ text, lang, within: open.slice(-3).map(({ mark }) => mark).join(' ') });
    } else if (slash) {
      if (open.at(-1)?.tag !== tag) throw new Error(`</${tag}> closes <${open.at(-1)?.tag ?? 'nothing'}>`);
      open.pop();
    } else if (!VOID.has(tag) && !attributes.endsWith('/')) {
      const [, own] = /\slang="([^"]*)"/.exec(attributes) ?? [];
      const [, classes = ''] = /\sclass="([^"]*)"/.exec(attributes) ?? [];
      open.push({ tag, lang: own ?? open.at(-1)?.lang ?? '', mark: [tag, ...classes.split(' ').filter(Boolean)].join('.') });
    }
  }
  return said;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', ctdot: '⋯' };
const unescaped = (text: string): string =>
  text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (entity, decimal?: string, hex?: string, name?: string) =>
    name ? (ENTITIES[name] ?? entity) : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex!, 16)),
  );
