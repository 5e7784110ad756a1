import type { Sitter } from '@induct/accreditation';
import { britishDate } from '@induct/platform';
import { groupedBy } from '../../lists/grouped-by';
import { counted } from '../../words/counted';
import { placeWords, reasonWords } from '../../words/sitting';
import type { Asked } from './sit-filter';
import { inOrder, recordedAt } from './sit.view';

/** So many rows fit on one A4 page in each size, with the reasons above them; more go on to a second page. */
const SIZES = [
  { most: 20, size: 'large' },
  { most: 40, size: 'middle' },
  { most: Infinity, size: 'small' },
] as const;

/** On one sheet so many who may not sit are named above the table: of more, the table alone says who. */
const NAMED = 24;

/** On paper a row is a line: reasons stand above, once each, with whom they keep from sitting, and by their letters in the table. */
export function paperView({ body, day }: Asked, sitters: readonly Sitter[], now: Date) {
  const ordered = inOrder(sitters);
  const mayNot = ordered.filter(({ may }) => !may);
  const reasons = [...groupedBy(mayNot, reasonWords)].map(([text, them], nth) => ({
    letter: letter(nth),
    text,
    names: mayNot.length <= NAMED ? them.map(({ name }) => name) : [],
    total: them.length,
  }));
  const letters = new Map(reasons.map((reason) => [reason.text, reason.letter]));
  const rows = ordered.map((row) => ({
    name: row.name,
    as: placeWords(row),
    may: row.may,
    letter: row.may ? '' : letters.get(reasonWords(row)),
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
    reasons,
    mayNot: mayNot.length === 0 ? 'Everybody may sit.' : `${counted(mayNot.length, 'person', 'people')} may not sit:`,
  };
}

/** `a` to `z`, then `aa`, `ab`. */
function letter(nth: number): string {
  const last = String.fromCharCode(97 + (nth % 26));
  return nth < 26 ? last : letter(Math.floor(nth / 26) - 1) + last;
}
