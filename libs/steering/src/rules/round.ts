/** One line of a round's checklist. */
export interface ChecklistItem {
  id: string;
  text: string;
}

export const CHECKLIST_ANSWERS = ['yes', 'no', 'not_looked_at'] as const;
export type ChecklistAnswer = (typeof CHECKLIST_ANSWERS)[number];
/** What a tester answered, by the item's id. */
export type ChecklistAnswers = Record<string, { answer: ChecklistAnswer; note?: string }>;

export type RoundState = 'open' | 'closed';
export type ClosedWhy = 'quorum' | 'deadline' | 'officer';
export type Decision = 'signed_off' | 'refused';

/** A test round. */
export interface Round {
  id: string;
  courseId: string;
  versionId: string;
  /** Of the bytes under test. */
  packageSha256: Buffer;
  /** Counts the rounds of the course. */
  number: number;
  state: RoundState;
  focus: string;
  checklist: ChecklistItem[];
  quorum: number;
  deadline: Date;
  openedBy: string;
  openedAt: Date;
  closedAt: Date | null;
  closedWhy: ClosedWhy | null;
}

/** What a tester says of the version now. */
export interface SignOff {
  roundId: string;
  personId: string;
  decision: Decision;
  reason: string;
  checklist: ChecklistAnswers;
  previewSeconds: number;
  packageSha256: Buffer;
  at: Date;
}
