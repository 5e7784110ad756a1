import type { PersonData } from '@induct/platform';

/** What this lib holds of people. */
export const accreditationPersonData: readonly PersonData[] = [
  {
    table: 'evidence',
    persons: ['person_id', 'accepted_by', 'withdrawn_by'],
    holds: ['met_on', 'valid_until', 'withdrawn_reason'],
    onErasure: 'kept',
    exported: true,
    because: 'Awards rest on it, and an award stays.',
  },
  {
    table: 'award',
    persons: ['person_id'],
    holds: ['awarded_at', 'valid_until', 'evidence'],
    onErasure: 'kept',
    exported: true,
    because: 'The register is the council’s: that an award was made stays.',
  },
  {
    table: 'certificate',
    persons: ['person_id', 'revoked_by'],
    holds: ['holder_name', 'holder_folded', 'facts', 'revocation_reason', 'pdf_sha256', 'render_error'],
    onErasure: 'emptied',
    exported: true,
    because:
      'Number, days and state stay, so that a paper can still be checked. The name and the PDF go, and with them why it could not be printed: that quotes letters of the name.',
  },
  {
    table: 'revocation',
    persons: ['proposed_by', 'confirmed_by', 'withdrawn_by'],
    holds: ['reason'],
    onErasure: 'kept',
    exported: true,
    because: 'Why a certificate no longer counts has to be answered for.',
  },
];
