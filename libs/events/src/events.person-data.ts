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
    persons: ['recorded_by', 'register_closed_by'],
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
  {
    table: 'attendance',
    persons: ['person_id', 'recorded_by'],
    holds: ['value', 'reason'],
    onErasure: 'kept',
    exported: true,
    because: 'Awards rest on who was there.',
  },
  {
    table: 'attendance_was',
    persons: ['person_id', 'recorded_by', 'replaced_by'],
    holds: ['value', 'reason'],
    onErasure: 'kept',
    exported: true,
    because: 'What a register said before it was corrected is part of what it says.',
  },
  {
    table: 'attended',
    persons: ['person_id'],
    holds: ['topic', 'met_on'],
    onErasure: 'kept',
    exported: true,
    because: 'Awards rest on what was shown by being there.',
  },
  {
    table: 'need',
    persons: ['person_id'],
    holds: ['sealed'],
    onErasure: 'deleted',
    exported: true,
    because: 'It is nobody’s but theirs; the page of what one needs shows it.',
  },
  {
    table: 'programme_import',
    persons: ['taken_by', 'decided_by'],
    holds: [],
    onErasure: 'kept',
    exported: false,
    because: 'Says who took a programme in, as the record does.',
  },
];
