const VERSION_STATES = ['draft', 'proposed', 'approved', 'published', 'superseded', 'returned', 'withdrawn'] as const;
export type VersionState = (typeof VERSION_STATES)[number];

export const VERSION_STATE_NAMES: Record<VersionState, string> = {
  draft: 'Draft',
  proposed: 'With the steering group',
  approved: 'Approved',
  published: 'Published',
  superseded: 'Replaced by a later one',
  returned: 'Sent back',
  withdrawn: 'Withdrawn',
};

export const DECISIONS = ['approved', 'returned'] as const;
export type Decision = (typeof DECISIONS)[number];

export const DECISION_NAMES: Record<Decision, string> = {
  approved: 'Approved',
  returned: 'Sent back to be changed',
};

const NEXT: Record<VersionState, readonly VersionState[]> = {
  draft: ['proposed', 'withdrawn'],
  proposed: ['approved', 'returned', 'withdrawn'],
  approved: ['published', 'withdrawn'],
  published: ['superseded'],
  superseded: [],
  returned: [],
  withdrawn: [],
};

/** Whether a version that is one may become the other. The database says the same, and asks for the decision. */
export const mayBecome = (from: VersionState, to: VersionState): boolean => NEXT[from].includes(to);

/** Whether something is still to be done with it before there is a next version. */
export const isOpen = (state: VersionState): boolean => ['draft', 'proposed', 'approved'].includes(state);

/** Whether the steering group has approved it, now or before. */
export const wasApproved = (state: VersionState): boolean => ['approved', 'published', 'superseded'].includes(state);
