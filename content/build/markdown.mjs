import markdownIt from 'markdown-it';
import { blocks } from './blocks.mjs';
import { councilFacts } from './placeholders.mjs';
import { escape } from './html.mjs';
import { lawMarks } from './law/marks.mjs';
import { factLinesOf, passagesOf } from './passages.mjs';

const OPENING = /^:::\s*([a-z]+)\s*(.*)$/;
const CLOSING = /^:::\s*$/;

/**
 * Turns one screen's Markdown into HTML. What is wrong goes to `env.problem(line, message)`, where the first line is 0.
 * The passages of the text, for those who check it, are put into `env.passages`, and what says facts of the council into
 * `env.factLines`.
 */
export function renderMarkdown(source, env) {
  const tokens = markdown.parse(source, env);
  env.passages?.push(...passagesOf(tokens));
  env.factLines?.push(...factLinesOf(tokens));
  return markdown.renderer.render(tokens, markdown.options, env);
}

export const renderInline = (source) => markdown.renderInline(source);

const markdown = markdownIt({ html: false, typographer: true, quotes: '“”‘’' });

// Whatever else an address begins with stays text.
markdown.validateLink = (address) => /^(?:https?:|mailto:|tel:|media\/|#|\/(?!\/))/i.test(address.trim());

lawMarks(markdown);
markdown.block.ruler.before('fence', 'blocks', parseBlock, { alt: ['paragraph', 'list'] });
markdown.renderer.rules.block_open = (tokens, index, _options, env) => openBlock(tokens[index], env);
markdown.renderer.rules.block_close = (tokens, index, _options, env) =>
  `${blockNamed(tokens[index].info)?.close(env) ?? ''}\n`;
markdown.renderer.rules.table_open = (_tokens, _index, _options, env) =>
  `<table role="table">${env.caption ? `<caption>${escape(env.caption)}</caption>` : ''}`;
const figures = (token) => (token.attrGet('style')?.includes('right') ? ' class="figures"' : '');
markdown.renderer.rules.th_open = (tokens, index) => `<th scope="col" role="columnheader"${figures(tokens[index])}>`;
markdown.renderer.rules.td_open = (tokens, index) => {
  const { column } = tokens[index].meta ?? {};
  return `<td role="cell"${figures(tokens[index])}${column ? ` data-column="${escape(column)}"` : ''}>`;
};
// On a narrow screen the rows are stacked; without these roles it would be no table any more for a screen reader.
const ROLES = { thead_open: 'rowgroup', tbody_open: 'rowgroup', tr_open: 'row' };
for (const [rule, role] of Object.entries(ROLES)) {
  markdown.renderer.rules[rule] = (tokens, index) => `<${tokens[index].tag} role="${role}">`;
}
markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index].attrSet('target', '_blank');
  tokens[index].attrSet('rel', 'noopener');
  return self.renderToken(tokens, index, options);
};
markdown.renderer.rules.link_close = () => '<span class="away"> (opens in a new tab)</span></a>';
councilFacts(markdown);
markdown.core.ruler.push('columns', nameColumns);
markdown.core.ruler.push('row headers', firstCellsAreRowHeaders);
markdown.core.ruler.push('cards', headingsBeginCards);
markdown.core.ruler.push('heading order', refuseSkippedHeadings);

/** `::: name words` up to the `:::` that belongs to it; blocks may stand in blocks. */
function parseBlock(state, start, end, silent) {
  const lineText = (line) => state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line]);
  const opening = OPENING.exec(lineText(start));
  if (!opening) return false;
  if (silent) return true;
  let depth = 1;
  let last = start + 1;
  for (; last < end; last++) {
    if (CLOSING.test(lineText(last))) depth -= 1;
    else if (OPENING.test(lineText(last))) depth += 1;
    if (depth === 0) break;
  }
  if (depth > 0) state.env.problem(start, `The block "${opening[1]}" is not closed with :::`);
  const [, name, words] = opening;
  const open = state.push('block_open', '', 1);
  Object.assign(open, { info: name, meta: words.trim(), map: [start, last], block: true });
  const before = { parentType: state.parentType, lineMax: state.lineMax };
  state.parentType = 'blockquote';
  state.lineMax = last;
  state.md.block.tokenize(state, start + 1, last);
  Object.assign(state, before);
  open.isEmpty = state.tokens.at(-1) === open;
  Object.assign(state.push('block_close', '', -1), { info: name, block: true });
  state.line = Math.min(last + 1, end);
  return true;
}

const blockNamed = (name) => (Object.hasOwn(blocks, name) ? blocks[name] : undefined);

function openBlock({ info, meta, map, isEmpty }, env) {
  const block = blockNamed(info);
  try {
    if (!block) throw new Error(`There is no block called "${info}". There are: ${Object.keys(blocks).join(', ')}`);
    if (block.needs && !meta) throw new Error(`The block "${info}" needs ${block.needs}`);
    if (block.holds && isEmpty) throw new Error(`The block "${info}" needs ${block.holds}`);
    return block.open(meta, env);
  } catch (error) {
    env.problem(map[0], error.message);
    return '';
  }
}

/** With three columns and more, a cell knows the heading of its own: stacked on a phone, it stands without it. */
function nameColumns(state) {
  let names = [];
  let line = 0;
  let at = 0;
  state.tokens.forEach((token, index) => {
    if (token.type === 'table_open') [names, line] = [[], token.map[0]];
    if (token.type === 'tr_open') at = 0;
    if (token.type === 'th_open') names.push(state.tokens[index + 1].content);
    if (token.type === 'th_open' && !names.at(-1)) state.env.problem?.(line, 'Every column of a table has a heading');
    if (token.type !== 'td_open') return;
    if (names.length > 2) token.meta = { column: names[at] };
    at += 1;
  });
}

/** The first cell of every row of a table's body names the row. */
function firstCellsAreRowHeaders(state) {
  let inBody = false;
  state.tokens.forEach((token, index) => {
    if (token.type === 'tbody_open') inBody = true;
    if (token.type === 'tbody_close') inBody = false;
    if (!inBody || token.type !== 'tr_open') return;
    const cell = state.tokens[index + 1];
    // Not from a copy of the rest: a table of thousands of rows would be copied as often.
    let end = index;
    while (state.tokens[end].type !== 'td_close') end += 1;
    const close = state.tokens[end];
    Object.assign(cell, { tag: 'th', type: 'row_header_open' });
    cell.attrs = [
      ['scope', 'row'],
      ['role', 'rowheader'],
    ];
    Object.assign(close, { tag: 'th', type: 'row_header_close' });
  });
}

/** In a block of cards, every third-level heading begins the next card. */
function headingsBeginCards(state) {
  let cards = 0;
  const html = (content) => Object.assign(new state.Token('html_block', '', 0), { content });
  state.tokens = state.tokens.flatMap((token) => {
    if (token.info !== 'cards' && !(cards > 0 && token.tag === 'h3')) return [token];
    if (token.type === 'block_open') return ((cards = 1), [token]);
    if (token.type === 'heading_open')
      return [html(cards++ > 1 ? '</div><div class="card">' : '<div class="card">'), token];
    if (token.type !== 'block_close') return [token];
    const full = cards > 1;
    cards = 0;
    return full ? [html('</div>'), token] : [token];
  });
}

/** Somebody who hears the page moves by its headings: below the title come ## and then ###. */
function refuseSkippedHeadings(state) {
  let level = 1;
  for (const { type, tag, map } of state.tokens) {
    if (type !== 'heading_open') continue;
    const next = Number(tag.slice(1));
    if (next === 1)
      state.env.problem(map[0], 'The title of the screen is its first line; headings in the text begin with ##');
    else if (next > level + 1)
      state.env.problem(
        map[0],
        `A heading of level ${next} needs one of level ${next - 1} above it: begin the part with "${'#'.repeat(next - 1)} …"`,
      );
    level = next;
  }
}
