const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0', ctdot: '⋯' };

/** What a text of a page says. */
export const unescaped = (html: string): string =>
  html.replace(/&(?:#(\d+)|([a-z]+));/g, (entity, code: string | undefined, name: string | undefined) =>
    code ? String.fromCodePoint(Number(code)) : (NAMED[name!] ?? entity),
  );

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it stands in a page, in an attribute too: nothing in a translation is read as markup. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => MARKS[mark]!);

/** Tags that stand within a sentence. All others end it. */
const INLINE = new Set(
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q s small span strong sub sup time u var wbr'.split(' '),
);
export const isInline = (tag: string): boolean => INLINE.has(tag);

/** Without an end. */
export const isVoid = (tag: string): boolean => ['br', 'img', 'wbr'].includes(tag);

/** Whose text may hold no tag. */
export const holdsTextOnly = (tag: string): boolean => ['title', 'option', 'textarea'].includes(tag);

/** Where an attribute begins that is read out or shown. */
export const SAID_ATTRIBUTE = /\s(?:alt|title|aria-label|placeholder|data-label)="/;
