import { type Certificate, lastDayWords, readFacts, REGISTER_PAGE_SIZE, type Validity } from '@induct/accreditation';
import { britishDate } from '@induct/platform';
import { type Column, listView } from '../../lists/list';
import { register, type RegisterFilter, VALIDITIES } from './register-filter';
import type { Tag } from '../../words/tag';

export const VALIDITY_TAGS: Record<Validity, Tag> = {
  valid: { text: 'Valid', kind: 'done' },
  expired: { text: 'Expired', kind: 'todo' },
  suspended: { text: 'Suspended', kind: 'warning' },
  replaced: { text: 'Replaced', kind: 'going' },
  revoked: { text: 'Revoked', kind: 'bad' },
};

const PROPOSED = 'Proposed to be revoked';
const SUSPENDING = 'Proposed to be suspended';

/** A certificate, and what the public would be told of it. */
export interface RegisterRow extends Certificate {
  validity: Validity;
}

/** Of the register, as a table and as a file. */
export const REGISTER: readonly Column<RegisterRow>[] = [
  {
    head: 'Number',
    cell: ({ number }) => ({ text: number, href: `/admin/certificates/${number}`, classes: 'desk-number' }),
    file: ({ number }) => number,
  },
  { head: 'Holder', speaks: true, cell: ({ holderName }) => holderName, file: ({ holderName }) => holderName },
  {
    head: 'State',
    cell: (row) => ({
      tag: VALIDITY_TAGS[row.validity],
      detail: stateDetail(row),
    }),
    file: ({ validity }) => VALIDITY_TAGS[validity].text,
  },
  { head: 'Scheme', speaks: true, cell: ({ facts }) => facts.scheme, file: ({ facts }) => facts.scheme },
  { head: 'Edition', file: ({ facts }) => readFacts(facts).edition.en },
  {
    head: 'Awarded',
    cell: ({ facts }) => britishDate(facts.awardedOn),
    file: ({ facts }) => facts.awardedOn,
  },
  {
    head: 'Valid until',
    cell: ({ facts }) => lastDayWords(facts.validUntil),
    file: ({ facts }) => facts.validUntil,
  },
  { head: 'Issued', file: ({ issuedAt }) => issuedAt },
  { head: 'Revoked', file: ({ revokedAt }) => revokedAt },
  { head: 'Suspended since', file: ({ suspendedAt }) => suspendedAt },
  { head: 'Reason', file: ({ revocationReason }) => revocationReason },
  { head: 'Replaced by', file: ({ replacedBy }) => replacedBy },
  { head: 'SHA-256 of the PDF', file: ({ pdfSha256 }) => pdfSha256 },
];

/** Everything the register's page shows. */
export function registerView(filter: RegisterFilter, rows: readonly RegisterRow[], total: number) {
  const option = (value: string, text: string) => ({ value, text, selected: value === filter.state });
  return {
    filter,
    isFiltered: register.isFiltered(filter, ['state', 'q']),
    states: [
      option('', 'Any state'),
      ...VALIDITIES.map((value) => option(value, VALIDITY_TAGS[value].text)),
      option('proposed', PROPOSED),
      option('suspending', SUSPENDING),
    ],
    list: listView({
      columns: REGISTER,
      rows,
      caption: 'Register of certificates, newest first',
      page: filter.page,
      per: REGISTER_PAGE_SIZE,
      total,
      href: (page) => register.address(filter, { page }),
      file: (kind) => register.address(filter, { page: 1 }, `/admin/certificates.${kind}`),
    }),
  };
}

/** What is said below a certificate's state. */
function stateDetail(row: RegisterRow): string {
  const proposed = [...(row.isRevocationProposed ? [PROPOSED] : []), ...(row.isSuspensionProposed ? [SUSPENDING] : [])];
  if (proposed.length > 0) return proposed.join('. ');
  return row.suspendedAt ? `Since ${britishDate(row.suspendedAt)}` : printState(row);
}

/** What officers should know about the document itself; empty when all is well. */
export function printState({ renderedAt, renderError, state }: Certificate): string {
  if (renderedAt || state !== 'issued') return '';
  return renderError ? 'The PDF could not be made yet' : 'The PDF is being made';
}
