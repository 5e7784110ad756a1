import { said } from '@induct/platform';
import MarkdownIt from 'markdown-it';

interface Look extends Record<string | symbol, unknown> {
  /** The level of a heading that is written with two marks: `## Parking`. */
  top: 2 | 3 | 4;
  /** On paper a link says where it leads, for nobody can press it. */
  isPaper?: boolean;
}

/** Where a link may lead; everything else stays the text that it is. */
const MAY_LEAD_TO = /^(https:\/\/|mailto:|tel:|\/(?!\/)|#)/i;
const CLASSES: Record<string, string> = {
  paragraph_open: 'govuk-body',
  bullet_list_open: 'govuk-list govuk-list--bullet',
  ordered_list_open: 'govuk-list govuk-list--number',
  link_open: 'govuk-link induct-breaks',
  table_open: 'govuk-table',
  thead_open: 'govuk-table__head',
  tbody_open: 'govuk-table__body',
  tr_open: 'govuk-table__row',
  th_open: 'govuk-table__header',
  td_open: 'govuk-table__cell',
  blockquote_open: 'govuk-inset-text',
};
const HEADING = ['', '', 'govuk-heading-m', 'govuk-heading-s', 'govuk-heading-s', 'govuk-heading-s', 'govuk-heading-s'];

/** No HTML of whoever writes, and no pictures from elsewhere: what comes out is safe to show. */
const markdown = MarkdownIt({ html: false, linkify: false, typographer: true, quotes: '“”‘’' }).disable('image');
markdown.validateLink = (address) => MAY_LEAD_TO.test(address.trim());
markdown.renderer.rules['table_open'] = (tokens, at, options, _env, self) =>
  `<div class="induct-table-scroll" tabindex="0" role="group" aria-label="${said('Table')}">${self.renderToken(tokens, at, options)}`;
markdown.renderer.rules['table_close'] = () => '</table></div>';
markdown.renderer.rules['link_close'] = (tokens, at, _options, env) => {
  const open = tokens.slice(0, at).findLast(({ type }) => type === 'link_open');
  const [href, text] = [String(open?.attrGet('href') ?? ''), tokens[at - 1]?.content ?? ''];
  return `</a>${env?.['isPaper'] ? markdown.utils.escapeHtml(addressBeside(text, href)) : ''}`;
};

/** Markdown as it stands on a page of the site, or on paper. */
export function handbookHtml(source: string, look: Look): string {
  const tokens = markdown.parse(source, look);
  let last = look.top - 1;
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'heading_open') {
      // Whoever hears the page moves by its headings: none is left out, and none is above the page's own.
      const level = Math.min(look.top + Math.max(Number(token.tag.slice(1)), 2) - 2, last + 1, 6);
      token.tag = `h${level}`;
      tokens[at + 2]!.tag = token.tag;
      last = level;
    }
    dress(token, look);
    for (const child of token.children ?? []) dress(child, look);
  }
  return markdown.renderer.render(tokens, markdown.options, look);
}

function dress(token: ReturnType<typeof markdown.parse>[number], { isPaper }: Look): void {
  // The alignment of a column; an inline style, which our pages do not take.
  if (token.type === 'th_open' || token.type === 'td_open') token.attrs = null;
  if (token.type === 'th_open') token.attrSet('scope', 'col');
  if (isPaper) return;
  const dressed = token.type === 'heading_open' ? HEADING[Number(token.tag.slice(1))] : CLASSES[token.type];
  if (dressed) token.attrSet('class', dressed);
}

/**
 * The same as plain text, block by block, with the address of each link: what is compared when a text has changed. What only
 * looks different (bold, a list in place of lines) is the same text.
 */
export function handbookWords(source: string): string {
  const lines: string[] = [];
  let item = '';
  for (const { type, children, content } of markdown.parse(source, {})) {
    if (type === 'list_item_open') item = '• ';
    if (type === 'fence' || type === 'code_block') lines.push(content.trimEnd());
    if (type !== 'inline') continue;
    lines.push(item + inlineWords(children ?? []));
    item = '';
  }
  return lines.join('\n');
}

function inlineWords(tokens: NonNullable<ReturnType<typeof markdown.parse>[number]['children']>): string {
  let [words, linked, href] = ['', '', ''];
  for (const token of tokens) {
    const { type, content } = token;
    if (type === 'link_open') [linked, href] = ['', String(token.attrGet('href') ?? '')];
    const piece =
      type === 'softbreak' || type === 'hardbreak'
        ? '\n'
        : type === 'link_close'
          ? addressBeside(linked, href)
          : content;
    words += piece;
    linked += piece;
  }
  return words;
}

/** ` (https://…)`; nothing when the link’s words are its address already, or the same number written otherwise. */
function addressBeside(text: string, href: string): string {
  const plain = href.replace(/^(mailto:|tel:)/i, '');
  const digits = (words: string) => words.replaceAll(/\D/g, '').replace(/^(44|0)/, '');
  const isSaid = /^tel:/i.test(href) ? digits(text) === digits(plain) : text.trim() === plain;
  return plain === '' || isSaid ? '' : ` (${plain})`;
}
