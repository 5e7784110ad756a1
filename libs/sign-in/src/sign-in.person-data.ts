import type { PersonData } from '@induct/platform';

/** What this lib holds of people. */
export const signInPersonData: readonly PersonData[] = [
  {
    table: 'sign_in',
    persons: ['person_id'],
    holds: ['user_agent', 'address', 'way', 'created_at', 'last_seen_at'],
    onErasure: 'deleted',
    exported: true,
    because: 'Nothing rests on it; it ends after 12 hours at most anyway.',
  },
  {
    table: 'passkey',
    persons: ['person_id'],
    holds: ['email', 'name', 'created_at', 'last_used_at'],
    onErasure: 'deleted',
    exported: true,
    because: 'It lets its owner in, and nobody is there any more.',
  },
  {
    table: 'passkey_holder',
    persons: ['person_id'],
    holds: ['handle'],
    onErasure: 'deleted',
    exported: false,
    because: 'It says nothing of them: 32 random bytes.',
  },
  {
    table: 'passkey_challenge',
    persons: ['person_id'],
    holds: [],
    onErasure: 'deleted',
    exported: false,
    because: 'It lasts a quarter of an hour.',
  },
  {
    table: 'device',
    persons: ['person_id'],
    holds: ['user_agent', 'created_at', 'last_used_at'],
    onErasure: 'deleted',
    exported: true,
    because: 'It lets its owner in, and nobody is there any more.',
  },
  {
    table: 'sign_in_link',
    persons: ['person_id'],
    holds: ['email', 'next_path'],
    onErasure: 'deleted',
    exported: false,
    because: 'It lets somebody in, and soon ends.',
  },
  {
    table: 'sign_in_wrong_code',
    persons: [],
    holds: ['email'],
    onErasure: 'deleted',
    exported: false,
    because: 'It is about whoever typed, and lasts a day.',
  },
  {
    table: 'kept_form',
    persons: ['person_id'],
    holds: ['sealed'],
    onErasure: 'deleted',
    exported: false,
    because: 'Only the browser that typed it can open it.',
  },
];
