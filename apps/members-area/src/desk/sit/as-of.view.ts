import type { Sitter } from '@induct/accreditation';
import { britishDate, britishTimeAndDate } from '@induct/platform';
import { type Cell, type Column, listView } from '../../lists/list';
import { placeWords, reasonWords } from '../../words/sitting';
import { addressOf, type Asked } from './sit-filter';
import type { SitBody } from './sit.queries';
import { inOrder, questionView } from './sit.view';

/** Somebody as it was known at the end of the day, and as it is known now; undefined: not on the body. */
export interface ThenAndNow {
  personId: string;
  name: string;
  knownThen: Sitter | undefined;
  knownNow: Sitter | undefined;
}

const answer = (sitter: Sitter | undefined) => (sitter ? (sitter.may ? 'Yes' : 'No') : 'Not on it');
const why = (sitter: Sitter | undefined) => (sitter ? `${placeWords(sitter)}. ${reasonWords(sitter)}` : '');
/** Another answer, or the same for another reason. */
export const differs = ({ knownThen, knownNow }: ThenAndNow): boolean =>
  answer(knownThen) !== answer(knownNow) || why(knownThen) !== why(knownNow);

const cell = (sitter: Sitter | undefined): Cell => ({
  tag: { text: answer(sitter), kind: sitter ? (sitter.may ? 'done' : 'bad') : 'todo' },
  more: why(sitter),
});

export const THEN_AND_NOW: readonly Column<ThenAndNow>[] = [
  {
    head: 'Name',
    cell: (row) => ({
      text: row.name,
      href: `/admin/people/${row.personId}`,
      classes: 'induct-breaks',
      ...(differs(row) && { more: 'Known otherwise now' }),
    }),
    file: ({ name }) => name,
  },
  { head: 'Known then', cell: ({ knownThen }) => cell(knownThen), file: ({ knownThen }) => answer(knownThen) },
  { head: 'Why, known then', file: ({ knownThen }) => why(knownThen) },
  { head: 'Known now', cell: ({ knownNow }) => cell(knownNow), file: ({ knownNow }) => answer(knownNow) },
  { head: 'Why, known now', file: ({ knownNow }) => why(knownNow) },
  { head: 'Differs', file: (row) => (differs(row) ? 'Yes' : 'No') },
];

/** One row a person, in the order of the body as it is known now. */
export function thenAndNow(then: readonly Sitter[], now: readonly Sitter[]): ThenAndNow[] {
  const [before, after] = [
    new Map(then.map((one) => [one.personId, one])),
    new Map(now.map((one) => [one.personId, one])),
  ];
  const all = inOrder([...now, ...then.filter(({ personId }) => !after.has(personId))]);
  return all.map(({ personId, name }) => ({
    personId,
    name,
    knownThen: before.get(personId),
    knownNow: after.get(personId),
  }));
}

export function asOfView(asked: Asked, bodies: readonly SitBody[], rows: readonly ThenAndNow[], now: Date) {
  const differences = rows.filter(differs).length;
  return {
    ...questionView(asked, bodies),
    at: britishTimeAndDate(now),
    total: rows.length,
    differences,
    list: listView({
      columns: THEN_AND_NOW,
      rows,
      caption: `Who could sit on ${britishDate(asked.day)}`,
      heading: true,
      page: 1,
      per: rows.length || 1,
      total: rows.length,
      href: () => '',
    }),
    csv: addressOf('/admin/as-of.csv', asked),
    json: addressOf('/admin/as-of.json', asked),
  };
}
