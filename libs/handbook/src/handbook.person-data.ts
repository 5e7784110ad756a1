import type { PersonData } from '@induct/platform';

/** What this lib holds of people. */
export const handbookPersonData: readonly PersonData[] = [
  {
    table: 'first_step',
    persons: ['added_by'],
    holds: [],
    onErasure: 'kept',
    exported: false,
    because: 'Says who added it, as the record does.',
  },
  {
    table: 'first_step_version',
    persons: ['recorded_by'],
    holds: [],
    onErasure: 'kept',
    exported: false,
    because: 'Says who wrote what the public was told, as the record does.',
  },
  {
    table: 'first_step_confirmation',
    persons: ['recorded_by', 'confirmed_by'],
    holds: [],
    onErasure: 'kept',
    exported: false,
    because: 'That a second person confirmed a day that the public relied on.',
  },
  {
    table: 'step_done',
    persons: ['person_id'],
    holds: ['done_at'],
    onErasure: 'deleted',
    exported: true,
    because: 'Their own list; nothing rests on it.',
  },
  {
    table: 'step_reminder',
    persons: ['person_id'],
    holds: ['days', 'said_on'],
    onErasure: 'deleted',
    exported: true,
    because: 'Only keeps a reminder from being sent twice.',
  },
  {
    table: 'election_days',
    persons: ['recorded_by'],
    holds: [],
    onErasure: 'kept',
    exported: false,
    because: 'Public days; says who of the desk recorded them.',
  },
  {
    table: 'resource',
    persons: ['added_by', 'reviewed_by'],
    holds: [],
    onErasure: 'kept',
    exported: false,
    because: 'Says who put it into the library and who reviewed it, as the record does.',
  },
  {
    table: 'resource_version',
    persons: ['recorded_by'],
    holds: [],
    onErasure: 'kept',
    exported: false,
    because: 'Says who wrote what members were shown, as the record does.',
  },
];
