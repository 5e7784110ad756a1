import type { Correction, PlannedSession } from '@induct/events';
import { britishTimeAndDate } from '@induct/platform';
import { type Column, wholeListView } from '../../lists/list';
import { VALUE_NAMES } from './register.view';
import { titleOf, whenAndWhere } from './session-words';

const columns: Column<Correction>[] = [
  { head: 'Who', cell: ({ name }) => ({ text: name, classes: 'induct-breaks' }) },
  { head: 'Part', cell: ({ part }) => String(part) },
  { head: 'From', cell: ({ value }) => VALUE_NAMES[value] },
  { head: 'To', cell: ({ to, how }) => ({ text: VALUE_NAMES[to], detail: how === 'code' ? 'by the code' : '' }) },
  {
    head: 'Why',
    cell: ({ why }) => (why === null ? 'The register was open' : { text: why, classes: 'induct-breaks' }),
  },
  { head: 'By', cell: ({ by, replacedAt }) => ({ text: by, detail: `at ${britishTimeAndDate(replacedAt)}` }) },
];

/** A person whose being there counts no more, with the certificates that it is proposed to revoke. */
export interface Lost {
  id: string;
  name: string;
  proposed: readonly string[];
}

export function correctionsView(
  session: PlannedSession,
  corrections: readonly Correction[],
  lost: readonly Lost[],
  changed: number | undefined,
) {
  return {
    base: `/admin/programme/sessions/${session.id}`,
    title: titleOf(session),
    when: whenAndWhere(session),
    changed,
    lost: lost.map(({ id, name, proposed }) => ({
      name,
      evidence: `/admin/members/${id}/evidence`,
      says:
        proposed.length === 0
          ? 'No certificate in force rests on it.'
          : `Proposed to be revoked: ${proposed.join(', ')}. A second officer decides; until then it stays in force.`,
    })),
    list: wholeListView(columns, corrections, 'What was corrected, the newest first', { heading: false }),
  };
}
