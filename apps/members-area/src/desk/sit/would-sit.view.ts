import type { Sitter, WouldSit } from '@induct/accreditation';
import { britishDate, type Day } from '@induct/platform';
import { type Column, wholeListView } from '../../lists/list';
import { counted } from '../../words/counted';
import { placeWords, reasonWords } from '../../words/sitting';
import { inOrder } from './sit.view';

/** The day on which it is looked at who may sit: the first one on which it holds, and today when that is over. */
export const dayLookedAt = (from: Day, today: Day): Day => (from < today ? today : from);

const mayIn = (sitters: readonly Sitter[]) => new Set(sitters.filter(({ may }) => may).map(({ personId }) => personId));

const columnsOf = (noPlace: string): readonly Column<Sitter & { isGone?: boolean }>[] => [
  {
    head: 'Name',
    cell: ({ personId, name }) => ({ text: name, href: `/admin/people/${personId}`, classes: 'induct-breaks' }),
  },
  { head: 'As', cell: placeWords },
  { head: 'Why', cell: (row) => ({ text: row.isGone ? noPlace : reasonWords(row), classes: 'induct-breaks' }) },
];

interface Words {
  /** From when on it holds. */
  from: Day;
  /** On which `would` tells who may sit. */
  day: Day;
  today: Day;
  /** Why somebody has no place any more: `Nobody stands in`. */
  noPlace: string;
}

/** What follows for who may sit, before it is done: who may sit no longer, and who may from then on. */
export function wouldSitView({ before, after }: WouldSit, { from, day, today, noPlace }: Words) {
  const [might, may] = [mayIn(before), mayIn(after)];
  const there = new Map(after.map((sitter) => [sitter.personId, sitter]));
  const lost = inOrder(before.filter((sitter) => sitter.may && !may.has(sitter.personId)));
  const gained = inOrder(after.filter((sitter) => sitter.may && !might.has(sitter.personId)));
  // Whoever keeps the place loses it for what is asked: that is told of the row as it would be.
  const told = lost.map((sitter) => there.get(sitter.personId) ?? { ...sitter, isGone: true });
  const on = `on ${britishDate(day)}`;
  const people = (of: readonly Sitter[]) => counted(of.length, 'person', 'people');
  return {
    day: britishDate(day),
    lost: wholeListView(columnsOf(noPlace), told, `${people(lost)} may no longer sit ${on}`),
    gained: wholeListView(columnsOf(noPlace), gained, `${people(gained)} may sit ${on} and may not as it is now`),
    nobodyLost: `Everybody who may sit ${on} may still sit.`,
    past:
      from < today
        ? `It holds from ${britishDate(from)}: who might sit on a day since then is told differently from now on. What was told then can still be seen.`
        : undefined,
  };
}
