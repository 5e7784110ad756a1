import { ATTENDANCE_VALUES, type AttendanceValue, type Mark } from '@induct/events';
import { isId } from '../../frame/not-here';
import type { Fields } from '../../forms/form-problems';

/** What stood in a row when the page was opened, a letter a part. */
const LETTERS: Record<AttendanceValue, string> = { present: 'p', absent: 'n', apologies: 'a' };
const NOTHING = '-';

/** `p-n`: present in the first part, nothing in the second, absent in the third. @param values by the order of parts */
export const asSeen = (values: readonly (AttendanceValue | undefined)[]): string =>
  values.map((value) => (value ? LETTERS[value] : NOTHING)).join('');

const readSeen = (letter: string | undefined): AttendanceValue | null =>
  ATTENDANCE_VALUES.find((value) => LETTERS[value] === letter) ?? null;

/** A page of ticks as it was sent. */
export interface Ticks {
  /** What is to be done with it: it is saved, or somebody is looked for, or added who was found. */
  act: 'save' | 'find' | 'add';
  /** Part of a name. */
  q: string;
  reason: string;
  /** Everybody who stood on the page, and what was seen of each. */
  seen: Map<string, string>;
  /** What is ticked, by person and number of the part. */
  ticked: Map<string, Map<number, AttendanceValue>>;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const isValue = (value: unknown): value is AttendanceValue => ATTENDANCE_VALUES.some((known) => known === value);

/** Fields are `seen.<person>` and `tick.<person>.<part>`; what is none of ours is left out. */
export function readTicks(sent: Fields): Ticks {
  const seen = new Map<string, string>();
  const ticked = new Map<string, Map<number, AttendanceValue>>();
  for (const [field, value] of Object.entries(sent)) {
    const [kind, personId = '', part = ''] = field.split('.');
    if (!isId(personId)) continue;
    if (kind === 'seen') seen.set(personId, textOf(value));
    if (kind === 'tick' && isValue(value) && /^[1-9]\d{0,2}$/.test(part))
      ticked.set(personId, (ticked.get(personId) ?? new Map<number, AttendanceValue>()).set(Number(part), value));
  }
  const added = textOf(sent['add']);
  if (isId(added) && !seen.has(added)) seen.set(added, '');
  const act = added ? 'add' : sent['act'] === 'save' ? 'save' : 'find';
  return { act, q: textOf(sent['q']).trim().slice(0, 100), reason: textOf(sent['reason']).trim(), seen, ticked };
}

/** What is ticked otherwise than it stood. @param parts their numbers, in their order */
export function changesIn({ seen, ticked }: Ticks, parts: readonly number[]): Mark[] {
  return [...ticked].flatMap(([personId, values]) =>
    [...values].flatMap(([part, value]) => {
      const was = readSeen(seen.get(personId)?.[parts.indexOf(part)]);
      return was === value ? [] : [{ personId, part, value, seen: was }];
    }),
  );
}
