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
    table: 'setting',
    persons: [],
    holds: ['value'],
    onErasure: 'kept',
    exported: true,
    because: 'Who signs certificates is named in one, in office: the council sets it anew.',
  },
];
