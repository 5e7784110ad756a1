import type { PersonData } from '@induct/platform';

/** What this lib holds of people. */
export const lettersPersonData: readonly PersonData[] = [
  {
    table: 'mail',
    persons: [],
    holds: ['recipient', 'subject', 'body_text', 'body_html', 'calendar', 'calendar_url'],
    onErasure: 'deleted',
    exported: true,
    because: 'Once it is sent nothing rests on a letter. It knows its reader by address only.',
  },
  {
    table: 'reminder_choice',
    persons: ['person_id'],
    holds: ['how', 'weekday', 'asked_on', 'next_from', 'chosen_at'],
    onErasure: 'deleted',
    exported: true,
    because: 'Only says how often they want to be written to.',
  },
];
