import {
  changesSomething,
  IMPORT_OUTCOMES,
  type ImportOutcome,
  type ImportState,
  type MembershipImport,
} from '@induct/people';
import { britishTimeAndDate } from '@induct/platform';
import type { Column } from '../../lists/list';
import { counted, figure } from '../../words/counted';
import type { Tag } from '../../words/tag';

export const STATE_TAGS: Record<ImportState, Tag> = {
  matching: { text: 'Columns to match', kind: 'todo' },
  preview: { text: 'To look at', kind: 'warning' },
  applied: { text: 'Applied', kind: 'done' },
  discarded: { text: 'Discarded', kind: 'going' },
};

/** How many rows write something, and how many have a problem. */
export function sums(counts: MembershipImport['counts']): { changes: number; problems: number; rows: number } {
  const of = (outcomes: readonly ImportOutcome[]) => outcomes.reduce((sum, one) => sum + (counts?.[one] ?? 0), 0);
  return {
    changes: of(IMPORT_OUTCOMES.filter(changesSomething)),
    problems: of(['problem']),
    rows: of(IMPORT_OUTCOMES),
  };
}

const importHref = ({ id, state }: Pick<MembershipImport, 'id' | 'state'>): string =>
  `/admin/memberships/import/${id}${state === 'matching' ? '/columns' : ''}`;

/** Of the lists that were uploaded. */
export const IMPORTS: readonly Column<MembershipImport>[] = [
  { head: 'File', cell: (one) => ({ text: one.fileName, href: importHref(one), classes: 'induct-breaks' }) },
  {
    head: 'State',
    cell: ({ state, decidedByName, decidedAt }) => ({
      tag: STATE_TAGS[state],
      more: decidedByName && decidedAt ? `by ${decidedByName}, ${britishTimeAndDate(decidedAt)}` : undefined,
    }),
  },
  {
    head: 'Rows',
    cell: ({ counts }) => {
      const { rows, changes, problems } = sums(counts);
      if (rows === 0) return '–';
      return `${figure(rows)}: ${counted(changes, 'change')}, ${counted(problems, 'problem')}`;
    },
  },
  { head: 'Uploaded', cell: (one) => `${britishTimeAndDate(one.uploadedAt)} by ${one.uploadedByName}` },
];
