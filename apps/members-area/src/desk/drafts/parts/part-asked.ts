import {
  BLOCK_KINDS,
  type BlockFields,
  type BlockKind,
  type Draft,
  type ModuleFiles,
  oneLine,
  parseScreen,
  PartNotFound,
  readBlock,
  scenarioIds,
  screenOf,
  type SeenPart,
  writeBlock,
} from '@induct/authoring';
import type { Fields } from '../../../forms/form-problems';
import { seenIn } from '../frame/both-texts';

/** A part that is written: which one, or at what place it comes in. */
export interface PartAsked {
  draft: Draft;
  screen: string;
  kind: BlockKind;
  /** How many parts stand before it. */
  at: number;
  /** What it is now; undefined: it is a new one. */
  source?: string;
}

/** Of an address. */
export const kindIn = (kind: unknown): BlockKind => BLOCK_KINDS.find((one) => one === kind) ?? 'text';

/** @param kind of the form, when one was sent @throws PartNotFound when there is neither such a part nor a form of one */
export function partAt(draft: Draft, screen: string, part: string, kind?: BlockKind): PartAsked {
  const at = Number(part);
  const block = /^\d{1,4}$/.test(part) ? parseScreen(screenOf(draft.files, screen).source).blocks[at] : undefined;
  if (!block && kind === undefined) throw new PartNotFound();
  const source = block?.source ?? '';
  return { draft, screen, at, source, kind: kind ?? readBlock(source).kind };
}

/** What the form of a part knows of what was there before. */
export function before(asked: PartAsked) {
  const { draft, source, kind } = asked;
  const fields = source === undefined ? undefined : readBlock(source);
  return {
    taken: scenarioIds(draft.files),
    isUnheaded: isUnheaded(asked),
    ...(fields?.kind === kind && { fields }),
  };
}

/** Of new cards that come in where no large heading stands above them. */
export function isUnheaded({ draft, screen, kind, at, source }: PartAsked): boolean {
  if (kind !== 'cards' || source !== undefined) return false;
  const above = parseScreen(screenOf(draft.files, screen).source).blocks.slice(0, at);
  return !above.some((block) => {
    const fields = readBlock(block.source);
    return fields.kind === 'heading' && fields.level === 2;
  });
}

/** As it is written, with the heading that cards need where there is none. */
export function withHeading(asked: PartAsked, fields: BlockFields, sent: unknown): string {
  const text = writeBlock(fields);
  const above = (sent as Fields | null | undefined)?.['above'];
  if (!isUnheaded(asked) || typeof above !== 'string') return text;
  return `${writeBlock({ kind: 'heading', level: 2, text: oneLine(above) })}\n\n${text}`;
}

/** A form that was opened and saved changes nothing, however it would be written. */
export function unlessSame(files: ModuleFiles, { screen, at }: PartAsked, fields: BlockFields): string {
  const written = writeBlock(fields);
  const now = parseScreen(screenOf(files, screen).source).blocks[at]?.source;
  return now !== undefined && written === writeBlock(readBlock(now)) ? now : written;
}

/** The part that a button stands at, as its page has shown it. */
export function seenPart(screen: string, part: string, sent: unknown): SeenPart {
  return { screen, part: Number(part) || 0, seen: seenIn(sent) };
}
