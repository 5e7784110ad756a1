const KINDS = {
  heading_open: 'heading',
  paragraph_open: 'paragraph',
  list_item_open: 'item',
  th_open: 'cell',
  td_open: 'cell',
};

/**
 * The text of a screen in pieces, for those who check it.
 * @returns {{ line: number, kind: 'paragraph' | 'item' | 'cell' | 'heading' | 'words', text: string }[]} the line counts
 * from 0; `words` are those beside the name of a block
 */
export function passagesOf(tokens) {
  const passages = [];
  const kinds = [];
  // A cell of a table has no line of its own.
  let line = 0;
  for (const token of tokens) {
    line = token.map?.[0] ?? line;
    if (token.type === 'block_open' && token.meta && token.info !== 'check')
      passages.push({ line, kind: 'words', text: wordsOf(token) });
    if (KINDS[token.type]) kinds.push(KINDS[token.type]);
    if (token.type.endsWith('_close') && KINDS[token.type.replace('_close', '_open')]) kinds.pop();
    if (token.type !== 'inline') continue;
    const kind = kinds.includes('item') ? 'item' : (kinds.at(-1) ?? 'paragraph');
    passages.push({ line, kind, text: plain(token.children ?? []) });
  }
  return passages;
}

// The first word is an id, a tone or a file.
const wordsOf = ({ info, meta }) =>
  ['scenario', 'choice', 'video', 'image'].includes(info) ? meta.replace(/^\S+\s*/, '') : meta;

const plain = (children) =>
  children
    .map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? ' ' : type === 'image' ? '' : content))
    .join('');
