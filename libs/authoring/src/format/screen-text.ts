/** What a part of a screen is; `other` is written by hand and has no form of its own. */
export const BLOCK_KINDS = [
  'heading',
  'text',
  'list',
  'callout',
  'definition',
  'reveal',
  'council',
  'steps',
  'cards',
  'table',
  'scenario',
  'check',
  'image',
  'video',
  'other',
] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

export interface Block {
  kind: BlockKind;
  /** As it stands in the file, without the line's end behind it. */
  source: string;
  /** What stands between it and the next one, or the end of the file: line ends. */
  gap: string;
  /** Of its first line, from 1. */
  line: number;
}

/** A screen, cut into parts. Joined again it is what it was, byte for byte. */
export interface ScreenText {
  /** The first line and what follows it up to the first part. */
  head: string;
  blocks: Block[];
}

export const OPENING = /^:::\s*([a-z]+)\s*(.*)$/;
export const CLOSING = /^:::\s*$/;
const LIST_ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])\s/;
const HEADING = /^#{1,6}\s/;
/** Kinds of Markdown for which there is no form. */
const BY_HAND = /^(?: {4}|\t|```|~~~|>|\||(?:-{3,}|\*{3,}|_{3,})\s*$)/;

const isBlank = (line: string | undefined) => line !== undefined && line.trim() === '';
const isPlain = (line: string) =>
  !isBlank(line) && !OPENING.test(line) && !CLOSING.test(line) && !HEADING.test(line) && !LIST_ITEM.test(line);

/** Cuts the Markdown of a screen into its parts. */
export function parseScreen(source: string): ScreenText {
  const lines = source.split('\n');
  let at = 1;
  while (at < lines.length && isBlank(lines[at])) at += 1;
  const text = (from: number, to: number) => lines.slice(from, to).join('\n');
  const blocks: Block[] = [];
  const first = at;
  while (at < lines.length) {
    const end = endOf(lines, at);
    let next = end;
    while (next < lines.length && isBlank(lines[next])) next += 1;
    const isLast = next >= lines.length;
    // The last line of a file that ends with one is empty: it is no line, but that end.
    const gap = isLast ? text(end, lines.length) : `${text(end, next)}${next > end ? '\n' : ''}`;
    blocks.push({
      kind: kindOf(lines[at]!),
      source: text(at, end),
      gap: (end < lines.length ? '\n' : '') + gap,
      line: at + 1,
    });
    at = next;
  }
  const head = text(0, first) + (first < lines.length ? '\n' : '');
  return { head, blocks };
}

/** Where the part that begins at a line ends: the line behind its last. */
function endOf(lines: readonly string[], from: number): number {
  const line = lines[from]!;
  if (OPENING.test(line)) return endOfBlock(lines, from);
  if (/^(```|~~~)/.test(line)) return endOfFence(lines, from);
  if (HEADING.test(line) || CLOSING.test(line)) return from + 1;
  if (LIST_ITEM.test(line)) return endOfList(lines, from);
  if (BY_HAND.test(line)) return endWhile(lines, from, (next) => !isBlank(next) && !OPENING.test(next));
  return endOfText(lines, from);
}

function endOfBlock(lines: readonly string[], from: number): number {
  let depth = 0;
  for (let at = from; at < lines.length; at += 1) {
    if (CLOSING.test(lines[at]!)) depth -= 1;
    else if (OPENING.test(lines[at]!)) depth += 1;
    if (depth === 0) return at + 1;
  }
  return withoutTrailingBlanks(lines, lines.length);
}

function endOfFence(lines: readonly string[], from: number): number {
  const fence = lines[from]!.slice(0, 3);
  // Not `findIndex`: with many of them, each would be looked for from the first line on.
  for (let at = from + 1; at < lines.length; at += 1) if (lines[at]!.startsWith(fence)) return at + 1;
  return withoutTrailingBlanks(lines, lines.length);
}

/** Items may have empty lines between them, and lines of their own that are indented. */
function endOfList(lines: readonly string[], from: number): number {
  let end = from + 1;
  for (let at = end; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (isBlank(line)) continue;
    const isBehindBlank = at > end;
    const goesOn = LIST_ITEM.test(line) || /^\s{2,}/.test(line) || (!isBehindBlank && isPlain(line));
    if (!goesOn) break;
    end = at + 1;
  }
  return end;
}

/** Paragraphs that follow each other are one part. */
function endOfText(lines: readonly string[], from: number): number {
  let end = from + 1;
  for (let at = end; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (isBlank(line)) continue;
    if (!isPlain(line) || (at > end && BY_HAND.test(line))) break;
    end = at + 1;
  }
  return end;
}

function endWhile(lines: readonly string[], from: number, goesOn: (line: string) => boolean): number {
  let end = from + 1;
  while (end < lines.length && goesOn(lines[end]!)) end += 1;
  return end;
}

function withoutTrailingBlanks(lines: readonly string[], from: number): number {
  let end = from;
  while (end > 0 && isBlank(lines[end - 1])) end -= 1;
  return end;
}

function kindOf(line: string): BlockKind {
  const [, name] = OPENING.exec(line) ?? [];
  if (name)
    return BLOCK_KINDS.find((kind) => kind === name && !['heading', 'text', 'list', 'other'].includes(kind)) ?? 'other';
  if (/^#{2,3}\s/.test(line)) return 'heading';
  if (LIST_ITEM.test(line)) return 'list';
  return BY_HAND.test(line) || HEADING.test(line) || CLOSING.test(line) ? 'other' : 'text';
}

/** The Markdown of a screen; `joinScreen(parseScreen(source))` is `source`. */
export const joinScreen = ({ head, blocks }: ScreenText): string =>
  head + blocks.map(({ source, gap }) => source + gap).join('');

export const titleOf = (source: string): string => /^# (.+)$/.exec(source.split('\n')[0]!)?.[1]?.trim() ?? '';

/** The same screen with another title; nothing else changes. */
export const withTitle = (source: string, title: string): string => source.replace(/^[^\n]*/, () => `# ${title}`);

/** The same screen with another text in one of its parts. */
export function replaceBlock(source: string, at: number, text: string): string {
  const screen = parseScreen(source);
  screen.blocks[at]!.source = text;
  return joinScreen(screen);
}

/** The same screen with one part more, at a place from 0. */
export function insertBlock(source: string, at: number, text: string): string {
  const { head, blocks } = parseScreen(source);
  const before = blocks.slice(0, at);
  const after = blocks.slice(at);
  const last = before.at(-1);
  if (last) last.gap = parted(last.gap);
  const block: Block = { kind: 'other', source: text, gap: after.length > 0 ? '\n\n' : '\n', line: 0 };
  return joinScreen({ head: last ? head : parted(head), blocks: [...before, block, ...after] });
}

/** The same screen without one of its parts. */
export function removeBlock(source: string, at: number): string {
  const { head, blocks } = parseScreen(source);
  const left = blocks.filter((_, index) => index !== at);
  const last = left.at(-1);
  if (last && at === blocks.length - 1) last.gap = '\n';
  return joinScreen({ head: left.length === 0 ? `${head.trimEnd()}\n` : head, blocks: left });
}

/** The same screen with a part and the one before or behind it in each other's places. */
export function moveBlock(source: string, at: number, by: -1 | 1): string {
  const screen = parseScreen(source);
  const [one, other] = [screen.blocks[at], screen.blocks[at + by]];
  if (!one || !other) return source;
  [one.source, other.source] = [other.source, one.source];
  // Where two parts stood without an empty line between them, they would read as one the other way round.
  for (const block of screen.blocks.slice(0, -1)) if (block === one || block === other) block.gap = parted(block.gap);
  return joinScreen(screen);
}

/** With an empty line at its end. */
const parted = (gap: string): string => (/\n[ \t]*\n$/.test(gap) ? gap : `${gap.trimEnd()}\n\n`);
