import {
  EVENT_KIND_NAMES,
  EVENT_KINDS,
  type EventKind,
  FIXED_DATE_KIND_NAMES,
  FIXED_DATE_KINDS,
  type FixedDateKind,
  SESSION_STATE_NAMES,
  SESSION_STATES,
  type SessionState,
} from '../programme/programme.words';
import { foldTitle } from './fold-title';

const of = <T extends string>(words: readonly T[], names: Record<T, string>) =>
  new Map(words.flatMap((word) => [foldTitle(word), foldTitle(names[word])].map((name) => [name, word] as const)));

const KINDS = of(EVENT_KINDS, EVENT_KIND_NAMES);
const STATES = of(SESSION_STATES, SESSION_STATE_NAMES);
/** `Meeting` is a kind of event, too: a date of the council that is fixed is written out. */
const FIXED = new Map(FIXED_DATE_KINDS.map((kind) => [foldTitle(FIXED_DATE_KIND_NAMES[kind]), kind]));
const BY_TITLE: readonly (readonly [RegExp, EventKind])[] = [
  [/\bone[ -]to[ -]one\b|\b1[ -](?:to|2)[ -]1\b/i, 'one-to-one'],
  [/\bworkshops?\b/i, 'workshop'],
  [/\bbriefing\b/i, 'briefing'],
  [/\btraining\b|\bskills\b/i, 'training'],
];

/** The kind that is written; of a title without one, what it says of itself. Null: a word that is none. */
export function eventKindOf(written: string | undefined, title: string): EventKind | null {
  if (written !== undefined) return KINDS.get(foldTitle(written)) ?? null;
  return BY_TITLE.find(([says]) => says.test(title))?.[1] ?? 'event';
}

export const fixedKindOf = (written: string | undefined): FixedDateKind | null =>
  FIXED.get(foldTitle(written ?? '')) ?? null;

export const stateOf = (written: string | undefined): SessionState | null =>
  STATES.get(foldTitle(written ?? '')) ?? null;
