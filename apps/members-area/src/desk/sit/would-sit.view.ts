import type { Sitter, WouldSit } from '@induct/accreditation';
import { britishDate, type Day } from '@induct/platform';
import { type Column, type List, listView, wholeListView } from '../../lists/list';
import { pageWithin } from '../../lists/paging';
import { counted } from '../../words/counted';
import { placeWords, reasonWords } from '../../words/sitting';
import { inOrder } from './sit.view';

/** The day on which it is looked at who may sit: the first one on which it holds, and today when that is over. */
export const dayLookedAt = (from: Day, today: Day): Day => (from < today ? today : from);

/** Nobody has a place on a body twice. */
const placeOf = ({ personId, bodyId }: Sitter) => `${personId} ${bodyId}`;

const mayIn = (sitters: readonly Sitter[]) => new Set(sitters.filter(({ may }) => may).map(placeOf));

type Row = Sitter & { isGone?: boolean };

const columnsOf = ({ noPlace, bodies }: Pick<Words, 'noPlace' | 'bodies'>): readonly Column<Row>[] => [
  {
    head: 'Name',
    cell: ({ personId, name }) => ({ text: name, href: `/admin/people/${personId}`, classes: 'induct-breaks' }),
  },
  ...(bodies
    ? [
        {
          head: 'On',
          speaks: true,
          cell: ({ bodyId }: Row) => ({ text: bodies.nameOf(bodyId), classes: 'induct-breaks' }),
        },
      ]
    : []),
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
  /** Where it is about several bodies, of which there may be many places: what they are called, and the page that is shown. */
  bodies?: { nameOf: (id: string) => string; page: number; href: (page: number) => string };
}

const PAGE_SIZE = 25;

/** What follows for who may sit, before it is done: who may sit no longer, and who may from then on. */
export function wouldSitView({ before, after }: WouldSit, words: Words) {
  const { from, day, today, bodies } = words;
  const [might, may] = [mayIn(before), mayIn(after)];
  const there = new Map(after.map((sitter) => [placeOf(sitter), sitter]));
  const lost = inOrder(before.filter((sitter) => sitter.may && !may.has(placeOf(sitter))));
  const gained = inOrder(after.filter((sitter) => sitter.may && !might.has(placeOf(sitter))));
  // Whoever keeps the place loses it for what is asked: that is told of the row as it would be.
  const told = lost.map((sitter) => there.get(placeOf(sitter)) ?? { ...sitter, isGone: true });
  const on = `on ${britishDate(day)}`;
  const people = (of: readonly Sitter[]) =>
    counted(new Set(of.map(({ personId }) => personId)).size, 'person', 'people');
  const columns = columnsOf(words);
  const list = (rows: readonly Row[], caption: string, page: number): List => {
    if (!bodies || rows.length <= PAGE_SIZE) return wholeListView(columns, rows, caption);
    const shown = rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
    const paged = { page, per: PAGE_SIZE, total: rows.length, href: bodies.href };
    return listView({ columns, rows: shown, caption, heading: true, ...paged });
  };
  return {
    day: britishDate(day),
    lost: list(
      told,
      `${people(lost)} may no longer sit ${on}`,
      bodies ? pageWithin(bodies.page, PAGE_SIZE, told.length) : 1,
    ),
    gained: { ...list(gained, `${people(gained)} may sit ${on} and may not as it is now`, 1), pagination: undefined },
    nobodyLost: `Everybody who may sit ${on} may still sit.`,
    past:
      from < today
        ? `It holds from ${britishDate(from)}: who might sit on a day since then is told differently from now on. What was told then can still be seen.`
        : undefined,
  };
}
