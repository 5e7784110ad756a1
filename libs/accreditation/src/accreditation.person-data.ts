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
    table: 'claim',
    persons: ['person_id', 'first_by', 'decided_by'],
    holds: ['done_on', 'valid_until', 'words', 'decision'],
    onErasure: 'emptied',
    exported: true,
    because: 'That it was accepted, and by whom, stays with the evidence. What was written, and the file, goes.',
  },
  {
    table: 'claim_file',
    persons: [],
    holds: ['sha256'],
    onErasure: 'deleted',
    exported: true,
    because: 'A certificate from elsewhere names its holder.',
  },
  {
    table: 'scheme_version',
    persons: ['drafted_by', 'proposed_by', 'adopted_by'],
    holds: [],
    onErasure: 'kept',
    exported: false,
    because: 'What the council asks for has to be answered for: says who of the desk proposed and adopted it.',
  },
  {
    table: 'simulation',
    persons: ['asked_by'],
    holds: [],
    onErasure: 'kept',
    exported: false,
    because: 'Belongs to the version it was asked for.',
  },
  {
    table: 'simulation_row',
    persons: ['person_id'],
    holds: ['effect', 'was', 'difference'],
    onErasure: 'deleted',
    exported: true,
    because: 'Says what a version was expected to do to somebody. What it did stands in the awards.',
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
