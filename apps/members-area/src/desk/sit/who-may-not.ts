import type { Sitter } from '@induct/accreditation';
import type { Day } from '@induct/platform';
import { counted } from '../../words/counted';
import { placeWords, reasonWords } from '../../words/sitting';

/** So many are named one by one: of more, the table says who. */
const NAMED = 20;

/** Somebody who may not sit, for the clerk who rings them before the meeting. */
interface MayNot {
  name: string;
  /** Their seat, or that they stand in. */
  as: string;
  why: string;
  href: string;
}

/** Who may not sit, by name and with the reason, before anything else is read; and for whom this is the last day. */
export function whoMayNot(rows: readonly Sitter[], day: Day) {
  const not = rows.filter(({ may }) => !may);
  const line = (row: Sitter): MayNot => ({
    name: row.name,
    as: placeWords(row),
    why: reasonWords(row),
    href: `/admin/people/${row.personId}`,
  });
  return {
    total: not.length,
    heading: not.length === 0 ? 'Everybody may sit' : `${counted(not.length, 'person', 'people')} may not sit`,
    named: not.slice(0, NAMED).map(line),
    more: Math.max(0, not.length - NAMED),
    last: rows.filter(({ may, until }) => may && until === day).map(line),
  };
}
