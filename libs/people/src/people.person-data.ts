import type { PersonData } from '@induct/platform';

/** What this lib holds of people. */
export const peoplePersonData: readonly PersonData[] = [
  {
    table: 'person',
    persons: ['id'],
    holds: ['name', 'email', 'political_group', 'district', 'division', 'persona', 'name_folded'],
    onErasure: 'emptied',
    exported: true,
    because: 'The row stays, so that what they signed off, decided and were awarded still has somebody.',
  },
  {
    table: 'person_role',
    persons: ['person_id'],
    holds: ['role'],
    onErasure: 'deleted',
    exported: true,
    because: 'Who is gone may do nothing.',
  },
  {
    table: 'person_role_past',
    persons: ['person_id'],
    holds: ['role'],
    onErasure: 'kept',
    exported: true,
    because: 'Says that they were allowed to do what they did.',
  },
  {
    table: 'desk_proposal',
    persons: ['person_id', 'proposed_by', 'decided_by'],
    holds: ['wish'],
    onErasure: 'emptied',
    exported: true,
    because: 'That two people agreed is kept; a wish can hold an address, and goes.',
  },
];
