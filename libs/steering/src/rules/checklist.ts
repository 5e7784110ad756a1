/** One line of a round's checklist. */
export interface ChecklistItem {
  id: string;
  text: string;
}

export const CHECKLIST_ANSWERS = ['yes', 'no', 'not_looked_at'] as const;
export type ChecklistAnswer = (typeof CHECKLIST_ANSWERS)[number];
/** What a tester answered, by the item's id. */
export type ChecklistAnswers = Record<string, { answer: ChecklistAnswer; note?: string }>;
