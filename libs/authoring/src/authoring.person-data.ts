import type { PersonData } from '@induct/platform';

/** What this lib holds of people. */
export const authoringPersonData: readonly PersonData[] = [
  {
    table: 'module_draft',
    persons: ['begun_by', 'removed_by'],
    holds: [],
    onErasure: 'kept',
    exported: true,
    because: 'Somebody answers for what members may be shown.',
  },
  {
    table: 'module_draft_revision',
    persons: ['recorded_by'],
    holds: [],
    onErasure: 'kept',
    exported: true,
    because: 'Says who wrote what, so that two people can work on one module.',
  },
];
