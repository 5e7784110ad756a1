import type { PersonData } from './lib/person-data';

/** What this lib holds of people. */
export const platformPersonData: readonly PersonData[] = [
  {
    table: 'audit_event',
    persons: ['actor_id'],
    holds: ['subject_id', 'detail'],
    onErasure: 'kept',
    exported: true,
    because:
      'The events are chained by hashes: to change one is to break the trail, and what was done stays on record.',
  },
  {
    table: 'council_revision',
    persons: ['changed_by'],
    holds: [],
    onErasure: 'kept',
    exported: true,
    because: 'Who changed what the council is called stays on record: letters and certificates bore the name.',
  },
  {
    table: 'statement_text',
    persons: ['changed_by'],
    holds: [],
    onErasure: 'kept',
    exported: true,
    because: 'Who wrote what the council says publicly about itself stays on record.',
  },
  {
    table: 'setting',
    persons: [],
    holds: ['value'],
    onErasure: 'kept',
    exported: true,
    because: 'Who signs certificates is named in one, in office: the council sets it anew.',
  },
];
