import {
  IMPORT_OUTCOME_NAMES,
  IMPORT_OUTCOMES,
  type ImportOutcome,
  type ImportRow,
  type MembershipImport,
} from '@induct/people';
import { britishDate, britishTimeAndDate, said } from '@induct/platform';
import type { FormProblems } from '../../forms/form-problems';
import { filtered, oneOf, pageNumber } from '../../lists/filter';
import { type Column, listView } from '../../lists/list';
import { counted, figure } from '../../words/counted';
import { z } from 'zod';
import { STATE_TAGS, sums } from './imports.view';
import type { Tag } from '../../words/tag';

export const ROWS_PER_PAGE = 50;

export const RowsFilter = z.object({ outcome: oneOf([...IMPORT_OUTCOMES, 'differ']), page: pageNumber });
export type RowsFilter = z.infer<typeof RowsFilter>;

/** Contrast with white ≥ 3 : 1 each. */
const LOOKS: Record<ImportOutcome, { kind: Tag['kind']; fill: string }> = {
  problem: { kind: 'bad', fill: '#b3352b' },
  leaves: { kind: 'warning', fill: '#b8791a' },
  new_person: { kind: 'done', fill: '#16694a' },
  re_elected: { kind: 'done', fill: '#16694a' },
  moves: { kind: 'going', fill: '#2f8fa8' },
  ends: { kind: 'warning', fill: '#b8791a' },
  new_membership: { kind: 'done', fill: '#16694a' },
  changed: { kind: 'going', fill: '#2f8fa8' },
  same: { kind: 'todo', fill: '#84969c' },
};

/** @param href of the list, while it can still be chosen who is meant */
const columnsOf = (href: string | undefined): readonly Column<ImportRow>[] => [
  { head: 'Row', cell: ({ rowNumber }) => (rowNumber === null ? 'Not in the list' : `Row\u00A0${rowNumber}`) },
  {
    head: 'Person',
    cell: ({ name, personId }) =>
      personId === null
        ? { text: name || '–', classes: 'induct-breaks' }
        : { text: name, href: `/admin/people/${personId}`, classes: 'induct-breaks' },
  },
  {
    head: 'What it is',
    cell: ({ outcome, couldBe, rowNumber }) => ({
      tag: { text: IMPORT_OUTCOME_NAMES[outcome], kind: LOOKS[outcome].kind },
      ...(href !== undefined &&
        couldBe && {
          text: outcome === 'problem' ? 'Choose who is meant' : 'Choose again',
          href: `${href}/rows/${rowNumber}`,
          hidden: `in row ${rowNumber}`,
          classes: 'desk-choose',
        }),
    }),
  },
  {
    head: 'What happens, or what to do',
    cell: ({ says, outcome, saidBefore }) => ({
      text: says.map(said).join(' ') || (outcome === 'same' ? 'Nothing: it is recorded like this.' : ''),
      classes: 'induct-breaks',
      more: saidBefore ? `You were shown before: ${shownBefore(saidBefore)}` : undefined,
    }),
  },
];

function shownBefore([outcome, ...says]: readonly string[]): string {
  if (outcome === undefined) return 'nothing.';
  return `${IMPORT_OUTCOME_NAMES[outcome as ImportOutcome]}. ${says.join(' ')}`.trim();
}

interface ImportPage {
  one: MembershipImport;
  filter: RowsFilter;
  rows: readonly ImportRow[];
  total: number;
  /** What was just done. */
  done?: unknown;
  /** The body that rows without one are about. */
  bodyName: string | undefined;
}

/** What each row of a list is: before it is applied a preview, afterwards a report. */
export function importView({ one, filter, rows, total, done, bodyName }: ImportPage, problems: FormProblems) {
  const { changes, problems: bad, rows: all } = sums(one.counts);
  const href = `/admin/memberships/import/${one.id}`;
  const list = filtered(RowsFilter, href);
  const isOpen = one.state === 'preview';
  return {
    href,
    fileName: one.fileName,
    tag: STATE_TAGS[one.state],
    summary: summary(one, changes, bad, bodyName),
    isOpen,
    differs:
      isOpen && (done === 'differs' || one.differ > 0)
        ? differs(one.differ, done, list.address(filter, { outcome: 'differ', page: 1 }))
        : undefined,
    asks: isOpen && one.firstAsking !== null ? asks(one, href) : undefined,
    isChosen: isOpen && done === 'chosen',
    digest: one.digest,
    changes,
    apply: `Apply ${counted(changes, 'change')}`,
    bad,
    leaveOut: bad > 0 && `Leave out ${bad === 1 ? 'the row with a problem' : `the ${figure(bad)} rows with a problem`}`,
    isStuck: one.complete && bad > 0,
    picture: {
      heads: [{ text: 'Rows', fill: '#3b4a50' }],
      bars: IMPORT_OUTCOMES.filter((outcome) => (one.counts?.[outcome] ?? 0) > 0).map((outcome) => ({
        label: IMPORT_OUTCOME_NAMES[outcome],
        href: filter.outcome === outcome ? undefined : list.address(filter, { outcome, page: 1 }),
        cells: [figure(one.counts![outcome]!)],
        pieces: [
          {
            x: 0,
            width: Math.max(0.5, Math.round((one.counts![outcome]! / all) * 1000) / 10),
            fill: LOOKS[outcome].fill,
          },
        ],
      })),
    },
    outcomes: [
      { value: '', text: 'All rows', selected: filter.outcome === '' },
      ...IMPORT_OUTCOMES.map((value) => ({
        value,
        text: `${IMPORT_OUTCOME_NAMES[value]} (${figure(one.counts?.[value] ?? 0)})`,
        selected: filter.outcome === value,
      })),
      ...(one.differ > 0
        ? [
            {
              value: 'differ',
              text: `Other than shown before (${figure(one.differ)})`,
              selected: filter.outcome === 'differ',
            },
          ]
        : []),
    ],
    isFiltered: filter.outcome !== '',
    list: listView({
      columns: columnsOf(isOpen ? href : undefined),
      rows,
      caption: 'Rows of the list, problems first',
      page: filter.page,
      per: ROWS_PER_PAGE,
      total,
      href: (page) => list.address(filter, { page }),
    }),
    ...problems,
  };
}

/** Rows that do not say who is meant, and the way to the first of them. */
const asks = ({ asking, firstAsking }: MembershipImport, href: string) => ({
  text: `${counted(asking, 'row does', 'rows do')} not say who is meant: more than one person has the name.`,
  href: `${href}/rows/${firstAsking}`,
  link: asking === 1 ? 'Choose who is meant' : 'Choose row by row',
});

function summary(one: MembershipImport, changes: number, bad: number, bodyName: string | undefined): string[] {
  const uploaded = `Uploaded by ${one.uploadedByName} at ${britishTimeAndDate(one.uploadedAt)}.`;
  const understood = `What has no day counts from ${britishDate(one.day)}. Rows without a committee are about ${bodyName ?? 'the council itself'}. The list is ${one.complete ? 'complete: whoever is missing leaves' : 'not complete: nobody leaves because they are missing'}.`;
  if (one.state === 'preview') return [uploaded, understood];
  const decided = `by ${one.decidedByName} at ${britishTimeAndDate(one.decidedAt!)}`;
  if (one.state === 'discarded') return [uploaded, `Discarded ${decided}. Nothing of it was written.`];
  const out = bad > 0 ? ` ${counted(bad, 'row')} with a problem ${bad === 1 ? 'was' : 'were'} left out.` : '';
  return [
    uploaded,
    `Applied ${decided}: ${counted(changes, 'change')} ${changes === 1 ? 'was' : 'were'} written.${out}`,
    understood,
  ];
}

function differs(count: number, done: unknown, href: string) {
  const begin =
    done === 'differs'
      ? 'Nothing was written: the council has changed since the rows were shown.'
      : 'The council has changed since the rows were shown.';
  if (count === 0) return { text: `${begin} What they do is still what is shown here: look at it and apply it again.` };
  return { text: begin, href, link: `${counted(count, 'row')} ${count === 1 ? 'is' : 'are'} something else by now` };
}
