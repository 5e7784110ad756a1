import type { EvidenceOnRecord, RestingCertificate, WayKind } from '@induct/accreditation';
import { britishDate } from '@induct/platform';
import { type Cell, type Column, wholeListView } from '../../lists/list';
import { counted } from '../../words/counted';

const KINDS: Record<WayKind, string> = {
  module: 'The module',
  attendance: 'A session attended',
  prior_learning: 'Learning done before',
  recording: 'A recording watched',
  outside_certificate: 'A certificate from elsewhere',
};

const hrefOf = ({ personId, id }: EvidenceOnRecord) => `/admin/members/${personId}/evidence/${id}/withdraw`;

/** @param reader the officer: their own they do not withdraw */
const columns = (reader: string): Column<EvidenceOnRecord>[] => [
  { head: 'What was asked', cell: ({ title }) => title },
  {
    head: 'Met by',
    cell: (row) => ({ text: KINDS[row.kind], detail: row.acceptedByName ? `accepted by ${row.acceptedByName}` : '' }),
  },
  { head: 'On', cell: ({ metOn }) => britishDate(metOn) },
  { head: 'Counts until', cell: ({ validUntil }) => (validUntil ? britishDate(validUntil) : 'For ever') },
  { head: 'State', cell: stateOf },
  {
    head: 'Withdraw',
    cell: (row) =>
      row.withdrawnAt !== null || row.personId === reader
        ? '–'
        : { text: 'Withdraw', href: hrefOf(row), hidden: `${KINDS[row.kind].toLowerCase()} for ${row.title}` },
  },
];

function stateOf({ withdrawnAt, withdrawnByName, withdrawnReason }: EvidenceOnRecord): Cell {
  if (withdrawnAt === null) return { tag: { text: 'On record', kind: 'done' } };
  return {
    tag: { text: 'Withdrawn', kind: 'bad' },
    detail: `on ${britishDate(withdrawnAt)} by ${withdrawnByName ?? 'somebody who is not here any more'}`,
    notes: [{ text: withdrawnReason ?? '' }],
  };
}

/** What a member has shown. */
export const evidenceList = (evidence: readonly EvidenceOnRecord[], reader: string) =>
  wholeListView(columns(reader), evidence, 'What was shown, by what was asked, the newest first', { heading: false });

/** What is to be withdrawn, and what comes of it. */
export function withdrawView(evidence: EvidenceOnRecord, resting: readonly RestingCertificate[]) {
  const proposed = resting.filter(({ waits }) => !waits).map(({ number }) => number);
  return {
    what: `${KINDS[evidence.kind]}, on ${britishDate(evidence.metOn)}`,
    title: evidence.title,
    href: hrefOf(evidence),
    back: `/admin/members/${evidence.personId}/evidence`,
    effect:
      proposed.length === 0
        ? 'No certificate in force rests on it, or it is proposed already to revoke it.'
        : `${counted(proposed.length, 'certificate rests', 'certificates rest')} on it: ${proposed.join(', ')}. You propose to revoke ${proposed.length === 1 ? 'it' : 'them'} with this, and a second officer decides. Until then ${proposed.length === 1 ? 'it stays' : 'they stay'} in force.`,
  };
}
