import type { Sitter } from '@induct/accreditation';
import { britishDate } from '@induct/platform';
import { placeWords, reasonWords } from '../../words/sitting';
import type { Asked } from './sit-filter';
import { inOrder, recordedAt } from './sit.view';

/** So many rows fit on one A4 page in each size, with the reasons below them; more go on to a second page. */
const SIZES = [
  { most: 20, size: 'large' },
  { most: 40, size: 'middle' },
  { most: Infinity, size: 'small' },
] as const;

/** On paper a row is a line: reasons that several share stand below, by letters. */
export function paperView({ body, day }: Asked, sitters: readonly Sitter[], now: Date) {
  const reasons = new Map<string, string>();
  const letterOf = (row: Sitter) => {
    if (row.may) return '';
    const reason = reasonWords(row);
    if (!reasons.has(reason)) reasons.set(reason, letter(reasons.size));
    return reasons.get(reason)!;
  };
  const rows = inOrder(sitters).map((row) => ({
    name: row.name,
    as: placeWords(row),
    may: row.may,
    letter: letterOf(row),
    until: row.until ? britishDate(row.until) : '',
  }));
  const { size } = SIZES.find(({ most }) => rows.length <= most)!;
  return {
    body: body?.name,
    day: britishDate(day),
    recorded: recordedAt(now, day),
    size,
    isOneSheet: size !== 'small',
    rows,
    reasons: [...reasons].map(([text, sign]) => ({ text, letter: sign })),
  };
}

/** `a` to `z`, then `aa`, `ab`. */
function letter(nth: number): string {
  const last = String.fromCharCode(97 + (nth % 26));
  return nth < 26 ? last : letter(Math.floor(nth / 26) - 1) + last;
}
