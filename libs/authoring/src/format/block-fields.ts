import { bodyFromMarkdown, bodyToMarkdown, itemsOf, listOf, oneLine } from './light-text';
import { readScenario, type Scenario, writeScenario } from './scenario';
import { CLOSING, OPENING } from './screen-text';
import { readTable, type Table, writeTable } from './table-text';

/** Blocks with a heading and a text. */
export const HEADED = ['callout', 'definition', 'reveal', 'council'] as const;
export type Headed = (typeof HEADED)[number];

export interface Card {
  heading: string;
  text: string;
}

/** What the form of a part holds. */
export type BlockFields =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'text'; body: string }
  | { kind: 'list'; isOrdered: boolean; items: readonly string[] }
  | { kind: Headed; heading: string; body: string }
  | { kind: 'steps'; items: readonly string[] }
  | { kind: 'cards'; cards: readonly Card[] }
  | ({ kind: 'table' } & Table)
  | { kind: 'scenario'; scenario: Scenario }
  | { kind: 'check'; question: string }
  | { kind: 'image'; file: string; alt: string; description: string }
  | { kind: 'video'; id: string; title: string; transcript: string }
  | { kind: 'other'; source: string };

/**
 * What the form of a part shows. Where the form would not say the same as what is written, it is the text itself: nothing is lost
 * because it was opened in a form.
 */
export function readBlock(source: string): BlockFields {
  const fields = fieldsOf(source);
  return fields && isSame(writeBlock(fields), source) ? fields : { kind: 'other', source };
}

/** The Markdown of a part. */
export function writeBlock(fields: BlockFields): string {
  switch (fields.kind) {
    case 'heading':
      return `${'#'.repeat(fields.level)} ${oneLine(fields.text)}`;
    case 'text':
      return bodyToMarkdown(fields.body);
    case 'list':
      return listOf(fields.items.map(oneLine), fields.isOrdered);
    case 'callout':
    case 'definition':
    case 'reveal':
    case 'council':
      return between(`${fields.kind} ${oneLine(fields.heading)}`, bodyToMarkdown(fields.body));
    case 'steps':
      return between('steps', listOf(fields.items.map(oneLine), true));
    case 'cards':
      return between(
        'cards',
        fields.cards.map(({ heading, text }) => `### ${oneLine(heading)}\n\n${bodyToMarkdown(text)}`).join('\n\n'),
      );
    case 'table':
      return between(`table ${oneLine(fields.caption)}`, writeTable(fields));
    case 'scenario':
      return writeScenario(fields.scenario);
    case 'check':
      return between(`check ${fields.question}`, '');
    case 'image':
      return between(`image ${fields.file} ${oneLine(fields.alt)}`, bodyToMarkdown(fields.description));
    case 'video':
      return between(`video ${fields.id} ${oneLine(fields.title)}`, bodyToMarkdown(fields.transcript));
    case 'other':
      return fields.source;
  }
}

const between = (opening: string, body: string): string =>
  body === '' ? `::: ${opening.trim()}\n\n:::` : `::: ${opening.trim()}\n\n${body}\n\n:::`;

function fieldsOf(source: string): BlockFields | undefined {
  const block = blockOf(source);
  if (block) return ofBlock(block, source);
  const [, marks, text] = /^(#{2,3})\s+([^\n]+)$/.exec(source) ?? [];
  if (marks) return { kind: 'heading', level: marks.length === 3 ? 3 : 2, text: text! };
  const list = itemsOf(source);
  if (list) return { kind: 'list', ...list };
  return { kind: 'text', body: bodyFromMarkdown(source) };
}

interface Opened {
  name: string;
  words: string;
  body: string;
}

function blockOf(source: string): Opened | undefined {
  const lines = source.split('\n');
  const [, name, words] = OPENING.exec(lines[0]!) ?? [];
  if (!name || lines.length < 2 || !CLOSING.test(lines.at(-1)!)) return undefined;
  return { name, words: words!.trim(), body: lines.slice(1, -1).join('\n').trim() };
}

function ofBlock({ name, words, body }: Opened, source: string): BlockFields | undefined {
  const [, first = '', rest = ''] = /^(\S+)\s+(.+)$/.exec(words) ?? [];
  if (name === 'scenario') {
    const scenario = readScenario(source);
    return scenario && { kind: 'scenario', scenario };
  }
  // A block in a block has no form.
  if (/^:::/m.test(body)) return undefined;
  const headed = HEADED.find((kind) => kind === name);
  if (headed) return { kind: headed, heading: words, body: bodyFromMarkdown(body) };
  switch (name) {
    case 'steps': {
      const list = itemsOf(body);
      return list?.isOrdered ? { kind: 'steps', items: list.items } : undefined;
    }
    case 'cards':
      return { kind: 'cards', cards: cardsOf(body) };
    case 'table': {
      const table = readTable(body);
      return table && { kind: 'table', caption: words, ...table };
    }
    case 'check':
      return { kind: 'check', question: words };
    case 'image':
      return { kind: 'image', file: first, alt: rest, description: bodyFromMarkdown(body) };
    case 'video':
      return { kind: 'video', id: first, title: rest, transcript: bodyFromMarkdown(body) };
    default:
      return undefined;
  }
}

const cardsOf = (body: string): Card[] =>
  body
    .split(/^### /m)
    .slice(1)
    .map((card) => {
      const [heading = '', ...text] = card.split('\n');
      return { heading: heading.trim(), text: bodyFromMarkdown(text.join('\n')) };
    });

/** But for spaces, empty lines and how a line of a table or a list is drawn. */
const isSame = (one: string, other: string): boolean => drawn(one) === drawn(other);

const drawn = (source: string): string =>
  source
    .replaceAll(/:?-{2,}:?/g, (mark) => (mark.endsWith(':') ? '--:' : '---'))
    .replaceAll(/\s*\|\s*/g, '|')
    .replaceAll(/^ *[*+] /gm, '- ')
    .replaceAll(/^ *\d+[.)] /gm, '1. ')
    .replaceAll(/\s+/g, ' ')
    .trim();
