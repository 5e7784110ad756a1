import type { Sitter } from '@induct/accreditation';
import { britishDate, britishTime, britishTimeAndDate, type Day, dayInLondon } from '@induct/platform';
import { type Cell, type Column, listView } from '../../lists/list';
import { counted } from '../../words/counted';
import { placeWords, reasonWords } from '../../words/sitting';
import { addressOf, type Asked } from './sit-filter';
import type { SitBody } from './sit.queries';
import { whoMayNot } from './who-may-not';

const untilCell = ({ until, may }: Sitter): string | Cell => {
  if (until) return britishDate(until);
  return may ? { text: 'No end date', speaks: true } : '–';
};

/** Of who may sit, as a table and as a file. */
export const SITTERS: readonly Column<Sitter>[] = [
  {
    head: 'Name',
    cell: ({ personId, name }) => ({ text: name, href: `/admin/people/${personId}`, classes: 'induct-breaks' }),
    file: ({ name }) => name,
  },
  { head: 'As', speaks: true, cell: placeWords, file: placeWords },
  {
    head: 'May sit',
    cell: ({ may }) => ({ tag: may ? { text: 'Yes', kind: 'done' } : { text: 'No', kind: 'bad' } }),
    file: ({ may }) => (may ? 'Yes' : 'No'),
  },
  {
    head: 'Why',
    speaks: true,
    cell: (row) => ({ text: reasonWords(row), classes: 'induct-breaks' }),
    file: reasonWords,
  },
  { head: 'Until', cell: untilCell, file: ({ until }) => until },
];

/** Seats first, then who may stand in; the chair before the others. */
export function inOrder(sitters: readonly Sitter[]): Sitter[] {
  const rank = ({ place }: Sitter) => {
    if (place?.by !== 'seat') return 3;
    return { chair: 0, vice_chair: 1, member: 2, co_opted: 2, substitute: 3 }[place.capacity];
  };
  return sitters.toSorted((a, b) => rank(a) - rank(b));
}

/** When it was asked, as one says it: `09:12`, with the day when that is another. */
export const recordedAt = (at: Date, day: Day): string =>
  dayInLondon(at) === day ? britishTime(at) : britishTimeAndDate(at);

/** Which body and day, as the form shows them. */
export function questionView(asked: Asked, bodies: readonly SitBody[]) {
  const { day, typed, problem, body } = asked;
  return {
    on: typed,
    day: britishDate(day),
    body: body && { name: body.name, href: `/admin/council/bodies/${body.id}` },
    bodies: bodies.map(({ id, name }) => ({ value: id, text: name, selected: id === body?.id })),
    message: problem ? { on: { text: problem } } : {},
    errors: problem && [{ href: '#on', text: problem }],
  };
}

const seatsWords = (may: number, seated: number): string =>
  seated === 0 ? 'Nobody has a seat' : `${may} of the ${counted(seated, 'person', 'people')} with a seat may sit`;

/** Everything the page shows. */
export function sitView(asked: Asked, bodies: readonly SitBody[], sitters: readonly Sitter[], now: Date) {
  const rows = inOrder(sitters);
  const seated = rows.filter(({ place }) => place?.by === 'seat');
  const others = rows.filter(({ place }) => place?.by !== 'seat');
  const may = seated.filter((row) => row.may).length;
  const list = (of: readonly Sitter[], caption: string) =>
    listView({
      columns: SITTERS,
      rows: of,
      caption,
      heading: true,
      page: 1,
      per: of.length || 1,
      total: of.length,
      href: () => '',
    });
  return {
    ...questionView(asked, bodies),
    mayNot: whoMayNot(rows, asked.day),
    /** Earned, and to be issued by an officer: that alone keeps somebody. */
    waits: rows.some(({ asked: all }) => all.some(({ binding, waits }) => binding && waits)),
    says: seatsWords(may, seated.length),
    recorded: recordedAt(now, asked.day),
    seats: list(seated, 'Seats'),
    substitutes: list(others, 'Who may stand in'),
    isEmpty: rows.length === 0,
    paper: addressOf('/admin/sit/paper', asked),
    asOf: addressOf('/admin/as-of', asked),
    csv: addressOf('/admin/sit.csv', asked),
    json: addressOf('/admin/sit.json', asked),
  };
}
