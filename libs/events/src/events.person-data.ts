import type { PersonData } from '@induct/platform';

/** What this lib holds of people. */
export const eventsPersonData: readonly PersonData[] = [
  {
    table: 'programme_event',
    persons: ['recorded_by'],
    holds: [],
    onErasure: 'kept',
    exported: false,
    because: 'Says who described it, as the record does.',
  },
  {
    table: 'programme_session',
    persons: ['recorded_by'],
    holds: [],
    onErasure: 'kept',
    exported: false,
    because: 'Says who planned it, as the record does.',
  },
  {
    table: 'fixed_date',
    persons: ['recorded_by'],
    holds: [],
    onErasure: 'kept',
    exported: false,
    because: 'Says who wrote it down, as the record does.',
  },
];
