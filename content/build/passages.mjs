import { MARK } from './law/marks.mjs';

const KINDS = {
  heading_open: 'heading',
  paragraph_open: 'paragraph',
  list_item_open: 'item',
  th_open: 'cell',
  td_open: 'cell',
};

/**
 * The text of a screen in pieces, for those who check it.
 * @returns {{ line: number, kind: 'paragraph' | 'item' | 'cell' | 'heading' | 'words', text: string, marked: string }[]}
 * the line counts from 0; `words` are those beside the name of a block; `marked` is the text with a MARK for each source
 */
export function passagesOf(tokens) {
  const passages = [];
  const kinds = [];
  // A cell of a table has no line of its own.
  let line = 0;
  for (const token of tokens) {
    line = token.map?.[0] ?? line;
    if (token.type === 'block_open' && token.meta && token.info !== 'check')
      passages.push({ line, kind: 'words', text: wordsOf(token), marked: wordsOf(token) });
    if (KINDS[token.type]) kinds.push(KINDS[token.type]);
    if (token.type.endsWith('_close') && KINDS[token.type.replace('_close', '_open')]) kinds.pop();
    if (token.type !== 'inline') continue;
    const kind = kinds.includes('item') ? 'item' : (kinds.at(-1) ?? 'paragraph');
    const text = marked(token.children ?? []);
    passages.push({ line, kind, text: plain(text), marked: text });
  }
  return passages;
}

// The first word is an id, a tone or a file.
const wordsOf = ({ info, meta }) =>
  ['scenario', 'choice', 'video', 'image'].includes(info) ? meta.replace(/^\S+\s*/, '') : meta;

const SAID = { softbreak: ' ', hardbreak: ' ', image: '', law_mark: MARK };
const marked = (children) => children.map(({ type, content }) => SAID[type] ?? content).join('');
/** A space before a mark belongs to it. */
const plain = (text) => text.replaceAll(new RegExp(` ?${MARK}`, 'g'), '');

/** The paragraphs that say facts of the council, as text, with `{{key}}` where each stands. */
export function factLinesOf(tokens) {
  const saying = tokens.filter(({ children }) => children?.some(({ type }) => type === 'fact'));
  return saying.map(({ children }) =>
    plain(
      marked(children.map((child) => (child.type === 'fact' ? { ...child, content: `{{${child.meta.key}}}` } : child))),
    ).trim(),
  );
}
