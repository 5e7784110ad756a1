import {
  CHECKLIST_ANSWERS,
  type ChecklistAnswer,
  type ChecklistAnswers,
  type ChecklistItem,
  type Decision,
} from '@induct/steering';
import { z } from 'zod';
import { lines } from '../../forms/texts';

export const ANSWER_NAMES: Record<ChecklistAnswer, string> = { yes: 'Yes', no: 'No', not_looked_at: 'I did not look' };

export const NOTE_LIMIT = 1000;
export const REASON_LIMIT = 2000;

/** The form as typed: lines are numbered from 1. */
export type SignOffFields = Record<string, string | undefined>;

export type SignOffForm =
  | { decision: 'signed_off'; checklist: ChecklistAnswers; despiteNo: boolean }
  | { decision: 'refused'; reason: string; checklist: ChecklistAnswers };

const DECISION = z.enum(['signed_off', 'refused'], 'Select whether you sign off this version');

/** Every line wants an answer, a no in a sign-off wants a note, a refusal wants a reason. */
export const signOffForm = (items: readonly ChecklistItem[]) =>
  z.unknown().transform((body, context): SignOffForm => {
    const form = (body ?? {}) as SignOffFields;
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    const checklist: ChecklistAnswers = {};
    const decision = DECISION.safeParse(form.decision);
    for (const [index, { id, text }] of items.entries()) {
      const answer = z.enum(CHECKLIST_ANSWERS).safeParse(form[`answer-${index + 1}`]);
      const note = lines.default('').safeParse(form[`note-${index + 1}`]).data ?? '';
      if (!answer.success) wrong(`answer-${index + 1}`, `Select an answer: ${text}`);
      if (note.length > NOTE_LIMIT) wrong(`note-${index + 1}`, 'A note must be 1,000 characters or fewer');
      if (decision.data === 'signed_off' && answer.data === 'no' && note === '')
        wrong(`note-${index + 1}`, `Enter what is wrong, or which finding says it: ${text}`);
      checklist[id] = { answer: answer.data ?? 'not_looked_at', note };
    }
    if (!decision.success) wrong('decision', decision.error.issues[0]!.message);
    if (decision.data !== 'refused') return { decision: 'signed_off', checklist, despiteNo: form.despiteNo === 'yes' };
    const reason = lines.default('').safeParse(form.reason).data ?? '';
    if (reason === '') wrong('reason', 'Enter why you refuse');
    else if (reason.length < 10) wrong('reason', 'Say the reason so that others understand it: 10 characters or more');
    else if (reason.length > REASON_LIMIT) wrong('reason', 'The reason must be 2,000 characters or fewer');
    return { decision: 'refused', reason, checklist };
  });

/** The form as it is first shown: what was recorded before, if anything. */
export function signOffFields(
  items: readonly ChecklistItem[],
  before: { decision: Decision | null; reason: string; checklist: ChecklistAnswers | null },
): SignOffFields {
  if (!before.decision) return {};
  const fields: SignOffFields = { decision: before.decision, reason: before.reason };
  for (const [index, { id }] of items.entries()) {
    fields[`answer-${index + 1}`] = before.checklist?.[id]?.answer;
    fields[`note-${index + 1}`] = before.checklist?.[id]?.note;
  }
  return fields;
}
