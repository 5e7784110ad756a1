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
  {
    table: 'suspension',
    persons: ['proposed_by', 'confirmed_by', 'withdrawn_by', 'lifted_by'],
    holds: ['reason', 'lifted_why'],
    onErasure: 'kept',
    exported: true,
    because: 'Why a certificate did not count for a time has to be answered for.',
  },
  {
    table: 'by_hand',
    persons: ['person_id', 'proposed_by', 'confirmed_by', 'withdrawn_by'],
    holds: ['achieved_on', 'shown', 'reason'],
    onErasure: 'emptied',
    exported: true,
    because: 'That two officers issued it stays with the certificate. What was shown and why goes with the person.',
  },
  {
    table: 'name_change',
    persons: ['person_id', 'decided_by'],
    holds: ['name', 'why', 'decision'],
    onErasure: 'emptied',
    exported: true,
    because: 'That a name was changed, and by whom, stays with the certificates. The names and what was written go.',
  },
];
