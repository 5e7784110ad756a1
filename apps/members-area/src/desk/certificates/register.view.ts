import { type Certificate, REGISTER_PAGE_SIZE, type Validity } from '@induct/accreditation';
import { britishDate, csvLine } from '@induct/platform';
import { paging } from '../../lists/paging';
import { sortableMoment } from '../../words/when';
import { type RegisterFilter, registerAddress, VALIDITIES } from './register-filter';

export const VALIDITY_TAGS: Record<Validity, { text: string; kind: string }> = {
  valid: { text: 'Valid', kind: 'done' },
  expired: { text: 'Expired', kind: 'todo' },
  replaced: { text: 'Replaced', kind: 'going' },
  revoked: { text: 'Revoked', kind: 'bad' },
};

const PROPOSED = 'Proposed to be revoked';

interface Register {
  filter: RegisterFilter;
  certificates: Certificate[];
  total: number;
  validity: (certificate: Certificate) => Validity;
}

/** Everything the register's page shows. */
export function registerView({ filter, certificates, total, validity }: Register) {
  return {
    filter,
    isFiltered: filter.state !== '' || filter.q !== '',
    states: [
      { value: '', text: 'Any state', selected: filter.state === '' },
      ...VALIDITIES.map((value) => ({
        value,
        text: VALIDITY_TAGS[value].text,
        selected: value === filter.state,
      })),
      { value: 'proposed', text: PROPOSED, selected: filter.state === 'proposed' },
    ],
    total,
    rows: certificates.map((certificate) => ({
      href: `/admin/certificates/${certificate.number}`,
      number: certificate.number,
      holder: certificate.holderName,
      tag: VALIDITY_TAGS[validity(certificate)],
      awarded: britishDate(certificate.facts.awardedOn),
      until: britishDate(certificate.facts.validUntil),
      note: certificate.isRevocationProposed ? PROPOSED : printState(certificate),
    })),
    paging: paging(filter.page, REGISTER_PAGE_SIZE, total, (page) => registerAddress({ ...filter, page })),
    csv: registerAddress({ ...filter, page: 1 }, '/admin/certificates.csv'),
  };
}

/** What officers should know about the document itself; empty when all is well. */
export function printState({ renderedAt, renderError, state }: Certificate): string {
  if (renderedAt || state !== 'issued') return '';
  return renderError ? 'The PDF could not be made yet' : 'The PDF is being made';
}

export const REGISTER_HEADS = csvLine([
  'Number',
  'Holder',
  'State',
  'Scheme',
  'Edition',
  'Awarded',
  'Valid until',
  'Issued',
  'Revoked',
  'Reason',
  'Replaced by',
  'SHA-256 of the PDF',
]);

export const registerLine = (certificate: Certificate, validity: Validity): string =>
  csvLine([
    certificate.number,
    certificate.holderName,
    VALIDITY_TAGS[validity].text,
    certificate.facts.scheme,
    certificate.facts.edition,
    certificate.facts.awardedOn,
    certificate.facts.validUntil,
    sortableMoment(certificate.issuedAt),
    certificate.revokedAt && sortableMoment(certificate.revokedAt),
    certificate.revocationReason,
    certificate.replacedBy,
    certificate.pdfSha256,
  ]);
