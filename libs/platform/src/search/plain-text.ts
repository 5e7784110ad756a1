/** What nobody reads, what is said on every page, and the questions of a test. */
const LEFT_OUT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'button',
  'svg',
  'nav',
  'header',
  'footer',
  'title',
  'fieldset',
]);
/** Each character is looked at once, whatever the page is made of: it may come from a package. */
const PARTS = /<!--[^]*?(?:-->|$)|<![^<>]*>|<(\/?)([a-z][a-z0-9-]*)[^<>]*>|[^<]+|</gi;

/** What links say to those who hear them: nobody looks for it, and an excerpt has better to say. */
const OF_LINKS = /\bSkip to (?:the page|content|main content)\b|\(opens in (?:a )?new (?:tab|window)\)/gi;

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '' };

const letterOf = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return NAMED[name] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
};

/**
 * What a page of HTML says, on one line, to be searched; not to be written into a page unescaped.
 * @returns without scripts, menus and buttons; a page that never closes one of those ends there
 */
export function plainText(html: string): string {
  let without: string | undefined;
  let text = '';
  for (const [part, closes, tag] of html.matchAll(PARTS)) {
    const name = tag?.toLowerCase();
    if (without !== undefined) {
      if (closes && name === without) without = undefined;
    } else if (name === undefined) {
      if (!part.startsWith('<!')) text += part;
    } else {
      if (!closes && LEFT_OUT.has(name)) without = name;
      text += ' ';
    }
  }
  return text
    .replace(OF_LINKS, ' ')
    .replace(/&(#?[a-z0-9]{1,8});/gi, letterOf)
    .replace(/\s+/g, ' ')
    .trim();
}
