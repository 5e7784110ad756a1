import type { Claim, EvidenceOnRecord, RestingCertificate, WayKind } from '@induct/accreditation';
import { britishDate } from '@induct/platform';
import { type Cell, type Column, wholeListView } from '../../lists/list';
import { CLAIM_KINDS } from '../../words/claim-kinds';
import { counted } from '../../words/counted';

const KINDS: Record<WayKind, string> = {
  module: 'The module',
  attendance: 'A session attended',
  ...CLAIM_KINDS,
};

const hrefOf = ({ personId, id }: EvidenceOnRecord) => `/admin/members/${personId}/evidence/${id}/withdraw`;

/** @param reader the officer: their own they do not withdraw @param entered who entered it for them, by the claim's id */
const columns = (reader: string, entered: ReadonlyMap<string, string>): Column<EvidenceOnRecord>[] => [
  { head: 'What was asked', cell: ({ title }) => title },
  {
    head: 'Met by',
    cell: (row) => ({
      text: KINDS[row.kind],
      detail: [entered.get(row.source), row.acceptedByName && `accepted by ${row.acceptedByName}`]
        .filter(Boolean)
        .join(', '),
    }),
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
export function evidenceList(evidence: readonly EvidenceOnRecord[], claims: readonly Claim[], reader: string) {
  const entered = new Map(claims.flatMap((claim) => (claim.enteredBy === null ? [] : [[claim.id, enteredBy(claim)]])));
  const what = 'What was shown, by what was asked, the newest first';
  return wholeListView(columns(reader, entered), evidence, what, { heading: false });
}

const enteredBy = ({ enteredByName }: Claim): string =>
  `entered by ${enteredByName ?? 'somebody who is not here any more'}`;

const CLAIMS: readonly Column<Claim>[] = [
  { head: 'What was asked', cell: ({ title, id }) => ({ text: title, href: `/admin/claims/${id}` }) },
  {
    head: 'What was done',
    cell: (claim) => ({
      text: CLAIM_KINDS[claim.kind],
      detail: claim.enteredBy === null ? 'sent in by the member' : enteredBy(claim),
    }),
  },
  { head: 'Since', cell: ({ sentAt }) => britishDate(sentAt) },
  { head: 'State', cell: claimState },
];

function claimState({ accepted, decidedAt, takenBackAt, decision, withdrawnAt, withdrawnReason }: Claim): Cell {
  if (takenBackAt !== null)
    return { tag: { text: 'Taken back', kind: 'todo' }, detail: `by the member on ${britishDate(takenBackAt)}` };
  if (decidedAt === null) return { tag: { text: 'Waits for an officer', kind: 'going' } };
  if (withdrawnAt !== null) {
    const detail = `on ${britishDate(withdrawnAt)}`;
    return { tag: { text: 'Withdrawn', kind: 'bad' }, detail, notes: [{ text: withdrawnReason ?? '' }] };
  }
  const detail = `on ${britishDate(decidedAt)}`;
  const notes = [{ text: decision ?? '' }];
  return accepted
    ? { tag: { text: 'Accepted', kind: 'done' }, detail, notes }
    : { tag: { text: 'Not accepted', kind: 'bad' }, detail, notes };
}

/** What a member has sent in, or an officer entered for them. */
export const claimList = (claims: readonly Claim[]) =>
  wholeListView(CLAIMS, claims, 'Sent in or entered, the newest first', { heading: false });

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
