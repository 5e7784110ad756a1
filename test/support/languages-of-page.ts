/** What a page says, and in which language it says that it is. */
export interface SaidOnPage {
  text: string;
  /** Of the nearest element that has one: what a screen reader speaks it as. */
  lang: string;
}

const TOKEN =
  /<!--[^]*?-->|<(script|style|svg)\b[^]*?<\/\1>|<!doctype[^>]*>|<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*"|[^">])*)>|[^<]+/gi;
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/**
 * Every text of a page that is shown or read aloud. What an attribute or the title of the window says is left out: no part of it
 * can say its language.
 * @throws when a tag is closed that is not open: then nobody knows what is around a text
 */
export function saidOnPage(html: string): SaidOnPage[] {
  const open: { tag: string; lang: string }[] = [];
  const said: SaidOnPage[] = [];
  for (const [token, hidden, slash, tag, attributes = ''] of html.matchAll(TOKEN)) {
    const around = open.at(-1);
    if (hidden || token.startsWith('<!')) continue;
    if (!tag) {
      const text = unescaped(token).replaceAll(/\s+/g, ' ').trim();
      if (text && around?.tag !== 'title') said.push({ text, lang: around?.lang ?? '' });
    } else if (slash) {
      if (around?.tag !== tag) throw new Error(`</${tag}> closes <${around?.tag ?? ''}>`);
      open.pop();
    } else if (!VOID.has(tag) && !attributes.endsWith('/')) {
      const [, own] = /\slang="([^"]*)"/.exec(attributes) ?? [];
      open.push({ tag, lang: own ?? around?.lang ?? '' });
    }
  }
  return said;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', ctdot: '⋯' };
const unescaped = (text: string): string =>
  text.replaceAll(/&(?:#(\d+)|([a-z]+));/gi, (entity, code?: string, name?: string) =>
    name ? (ENTITIES[name] ?? entity) : String.fromCodePoint(Number(code)),
  );
