import type { PersonData } from '@induct/platform';

/** What feedback, lessons and evaluation hold of people. */
export const feedbackPersonData: readonly PersonData[] = [
  {
    table: 'question',
    persons: ['recorded_by'],
    holds: [],
    onErasure: 'kept',
    exported: false,
    because: 'Says who changed what is asked, as the record does.',
  },
  {
    table: 'feedback_round',
    persons: ['changed_by'],
    holds: [],
    onErasure: 'kept',
    exported: false,
    because: 'Says who told people what was changed, as the record does. What it holds of answers names nobody.',
  },
  {
    table: 'feedback_invitation',
    persons: ['person_id'],
    holds: ['asked_at', 'told_at', 'reminded_at', 'answered_on'],
    onErasure: 'deleted',
    exported: true,
    because: 'Only says whom to ask; it goes by itself once nobody is asked any more. What they answered names nobody.',
  },
  {
    table: 'lesson_capture',
    persons: ['made_by', 'revoked_by'],
    holds: [],
    onErasure: 'kept',
    exported: false,
    because: 'Says who gave a facilitator a link, as the record does.',
  },
  {
    table: 'lesson',
    persons: ['recorded_by'],
    holds: [],
    onErasure: 'kept',
    exported: false,
    because: 'Says who wrote down what a group said; what they said is the group’s.',
  },
  {
    table: 'event_evaluation',
    persons: ['stated_by'],
    holds: [],
    onErasure: 'kept',
    exported: false,
    because: 'Says who stated what an event contributed, as the record does.',
  },
];
