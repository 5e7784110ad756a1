import { CAPACITIES } from '@induct/people';
import { daysLater } from '@induct/platform';
import { z } from 'zod';
import { dayOf, untilOf } from '../days.form';

const REASON = 500;

const reason = (sent: object): string => {
  const { reason: typed } = sent as { reason?: unknown };
  return typeof typed === 'string' ? typed.trim() : '';
};

/** Why something is put right: it has to be said. */
export function whyOf(sent: object, context: z.RefinementCtx): string | undefined {
  const typed = reason(sent);
  if (typed !== '' && typed.length <= REASON) return typed;
  const message = typed === '' ? 'Enter why it is put right' : `The reason must be ${REASON} characters or less`;
  context.addIssue({ code: 'custom', path: ['reason'], message });
  return undefined;
}

/** The last day of something, and whether what it means was read. */
export const EndForm = z.unknown().transform((sent, context) => {
  const form = (sent ?? {}) as { confirmed?: unknown };
  const last = dayOf(form, 'last', 'Enter the last day', 'The last day', context);
  const why = reason(form);
  if (why.length > REASON) {
    context.addIssue({ code: 'custom', path: ['reason'], message: `The reason must be ${REASON} characters or less` });
    return z.NEVER;
  }
  return last ? { until: daysLater(last, 1), reason: why || null, isConfirmed: form.confirmed === 'yes' } : z.NEVER;
});

/** What is said from now on, and why. */
export const CorrectForm = z.unknown().transform((sent, context) => {
  const form = (sent ?? {}) as { capacity?: unknown };
  const capacity = z.enum(CAPACITIES).safeParse(form.capacity);
  if (!capacity.success) context.addIssue({ code: 'custom', path: ['capacity'], message: 'Choose as what' });
  const from = dayOf(form, 'from', 'Enter the first day', 'The first day', context);
  const until = untilOf(form, 'last', context);
  const why = whyOf(form, context);
  return capacity.success && from && until !== undefined && why
    ? { capacity: capacity.data, from, until, reason: why }
    : z.NEVER;
});

/** Why it is taken back altogether. */
export const WithdrawForm = z.unknown().transform((sent, context) => {
  const why = whyOf((sent ?? {}) as object, context);
  return why ? { reason: why } : z.NEVER;
});
