import type { PersonData } from '@induct/platform';

/** What the council's own sign-in holds of people. */
export const councilPersonData: readonly PersonData[] = [
  {
    table: 'identity',
    persons: ['person_id'],
    holds: ['subject', 'account', 'linked_at', 'last_used_at'],
    onErasure: 'deleted',
    exported: true,
    because: 'It is a way in, and nothing rests on it.',
  },
  {
    table: 'identity_sign_in',
    persons: [],
    holds: [],
    onErasure: 'deleted',
    exported: false,
    because: 'It goes with the sign-in.',
  },
  {
    table: 'council_account',
    persons: [],
    holds: ['subject', 'account', 'email', 'told'],
    onErasure: 'deleted',
    exported: false,
    because: 'It belongs to nobody here yet, and lasts a quarter of an hour.',
  },
  {
    table: 'sign_in_link_account',
    persons: [],
    holds: ['subject', 'account', 'told'],
    onErasure: 'deleted',
    exported: false,
    because: 'It goes with the letter that links it.',
  },
  {
    table: 'role_rule',
    persons: ['proposed_by', 'agreed_by'],
    holds: [],
    onErasure: 'kept',
    exported: false,
    because: 'What the council decided about roles stands without who decided it.',
  },
  {
    table: 'role_by_rule',
    persons: ['person_id'],
    holds: ['role'],
    onErasure: 'deleted',
    exported: true,
    because: 'It only says how a role came about.',
  },
];
