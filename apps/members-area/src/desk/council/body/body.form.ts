import { BODY_KINDS, CAPACITIES, SUBSTITUTES } from '@induct/people';
import { z } from 'zod';
import { dayOf, untilOf } from '../days.form';

const words = (most = 100) =>
  z
    .string()
    .trim()
    .max(most, `This must be ${most} characters or less`)
    .transform((text) => text || null)
    .nullable()
    .default(null);

const BodyFields = z.object({
  name: z.string('Enter a name').trim().min(1, 'Enter a name').max(200, 'The name must be 200 characters or less'),
  nameCy: words(200),
  externalId: words(),
});

type Checked<T> = { success: true; data: T } | { success: false; error: z.ZodError };

/** What zod says of the other fields, at their places. */
function tell<T>(read: Checked<T>, context: z.RefinementCtx): T | undefined {
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues) context.addIssue({ code: 'custom', path, message });
  return undefined;
}

const from = (sent: object, context: z.RefinementCtx) =>
  dayOf(sent, 'from', 'Enter the first day', 'The first day', context);

/** What a body is called and how long there has been one. */
export const bodyChange = z.unknown().transform((sent, context) => {
  const form = (sent ?? {}) as object;
  const read = tell(BodyFields.safeParse(form), context);
  const [first, until] = [from(form, context), untilOf(form, 'last', context)];
  return read && first && until !== undefined ? { ...read, from: first, until } : z.NEVER;
});

const NewBodyFields = BodyFields.extend({
  kind: z.enum(BODY_KINDS, 'Choose what it is'),
  substitutes: z.enum(SUBSTITUTES, 'Choose who may stand in'),
});

export const newBody = z.unknown().transform((sent, context) => {
  const form = (sent ?? {}) as object;
  const read = tell(NewBodyFields.safeParse(form), context);
  const [first, until] = [from(form, context), untilOf(form, 'last', context)];
  return read && first && until !== undefined ? { ...read, from: first, until } : z.NEVER;
});

const WhoFields = z.object({
  who: z.string('Enter a name').trim().min(1, 'Enter the name or email address of somebody').max(100),
  person: z.uuid().optional().catch(undefined),
  capacity: z.enum(CAPACITIES, 'Choose as what'),
});

/** Somebody joins. */
export const JoinForm = z.unknown().transform((sent, context) => {
  const form = (sent ?? {}) as object;
  const read = tell(WhoFields.safeParse(form), context);
  const [first, until] = [from(form, context), untilOf(form, 'last', context)];
  return read && first && until !== undefined ? { ...read, from: first, until } : z.NEVER;
});

const RuleFields = z.object({ substitutes: z.enum(SUBSTITUTES, 'Choose who may stand in'), reason: words(500) });

export const ruleForm = z.unknown().transform((sent, context) => {
  const form = (sent ?? {}) as object;
  const read = tell(RuleFields.safeParse(form), context);
  const first = from(form, context);
  return read && first ? { ...read, from: first } : z.NEVER;
});
