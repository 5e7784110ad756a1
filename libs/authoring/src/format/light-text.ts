/** A line that begins an item of a list. */
const ITEM = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+/;

/** What was typed, with one kind of line's end and without spaces that nobody sees. */
export const tidy = (typed: string): string =>
  typed
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();

export const oneLine = (typed: string): string => typed.replaceAll(/\s+/g, ' ').trim();

/**
 * The Markdown of what was typed into a large box. Every line is a paragraph, as people type them; lines that begin with a hyphen or
 * a number are a list.
 */
export function bodyToMarkdown(typed: string): string {
  const pieces: string[][] = [];
  let isInList = false;
  for (const line of tidy(typed).split('\n')) {
    if (line === '') {
      isInList = false;
      continue;
    }
    const isItem = ITEM.test(line);
    const goesOn: boolean = isInList && (isItem || /^\s{2,}/.test(line));
    const text = isItem ? line.replace(/^(\s*)•/, '$1-') : line;
    if (goesOn) pieces.at(-1)!.push(text);
    else pieces.push([isItem ? text : text.trim()]);
    isInList = isItem || goesOn;
  }
  return pieces.map((piece) => piece.join('\n')).join('\n\n');
}

/** The same the other way round: a paragraph a line, with an empty line between them. */
export const bodyFromMarkdown = (markdown: string): string =>
  tidy(markdown)
    .split(/\n{2,}/)
    .map((piece) =>
      ITEM.test(piece)
        ? piece
        : piece
            .split('\n')
            .map((line) => line.trim())
            .join(' '),
    )
    .join('\n\n');

/** The items of a list, a line each. Undefined when they are more than a line. */
export function itemsOf(markdown: string): { items: string[]; isOrdered: boolean } | undefined {
  const items: string[] = [];
  const marks: string[] = [];
  for (const line of tidy(markdown).split('\n')) {
    if (line === '') continue;
    const [, indent, mark, text] = /^( *)([-*+]|\d{1,3}[.)])\s+(.*)$/.exec(line) ?? [];
    if (mark !== undefined && indent!.length < 2) {
      items.push(text!);
      marks.push(mark);
    } else if (items.length > 0 && mark === undefined) items.push(`${items.pop()} ${line.trim()}`);
    else return undefined;
  }
  const ordered = marks.filter((mark) => /\d/.test(mark)).length;
  if (items.length === 0 || (ordered > 0 && ordered < marks.length)) return undefined;
  return { items, isOrdered: ordered > 0 };
}

export const listOf = (items: readonly string[], isOrdered: boolean): string =>
  items.map((item, index) => (isOrdered ? `${index + 1}. ${item}` : `- ${item}`)).join('\n');

/** The lines of a box in which every line is an item; marks that were typed before them are not needed. */
export const linesOf = (typed: string): string[] =>
  tidy(typed)
    .split('\n')
    .map((line) => line.replace(ITEM, '').trim())
    .filter((line) => line !== '');

/** Whether it would begin or end a part of a screen, and so take the page apart. */
export const breaksOut = (typed: string): boolean => /^\s*:::/m.test(typed);
