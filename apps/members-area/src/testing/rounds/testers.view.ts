import { type Column, type List, wholeListView } from '../../lists/list';
import type { testerView } from './tester.view';

type Tester = ReturnType<typeof testerView>;

/** No file of them: with what each has written they leave in the round's report only (docs/decisions/0993). */
const TESTERS: readonly Column<Tester>[] = [
  {
    head: 'Tester',
    cell: ({ name, told, standing }) => ({
      text: name,
      classes: 'induct-breaks',
      notes: [{ text: told }, ...standing.map((lead) => ({ lead }))],
    }),
  },
  {
    head: 'State',
    cell: ({ tag, decided, reason, noes }) => ({
      tag,
      detail: decided,
      notes: [
        ...(reason ? [{ text: reason }] : []),
        ...noes.map(({ text, note }) => ({ lead: 'No:', text: note ? `${text}. ${note}` : text })),
      ],
    }),
  },
  { head: 'Previewed', cell: ({ previewed }) => previewed },
  { head: 'Findings', cell: ({ findings }) => findings },
];

export const listOfTesters = (testers: readonly Tester[]): List =>
  wholeListView(TESTERS, testers, 'Testers, and what each has done', { heading: false });
