import { ELECTION_KINDS } from '@induct/people';
import { z } from 'zod';
import { dayOf, untilOf } from '../days.form';

const text = (form: object, name: string): string => {
  const value = (form as Record<string, unknown>)[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** An election, or a by-election with its division. */
export const NewElectionForm = z.unknown().transform((sent, context) => {
  const form = (sent ?? {}) as object;
  const kind = z.enum(ELECTION_KINDS).safeParse(text(form, 'kind'));
  if (!kind.success) context.addIssue({ code: 'custom', path: ['kind'], message: 'Choose what it was' });
  const heldOn = dayOf(form, 'held', 'Enter the day of the poll', 'The day of the poll', context);
  const division = kind.data === 'by_election' ? text(form, 'division').slice(0, 100) : '';
  if (kind.data === 'by_election' && division === '') {
    context.addIssue({ code: 'custom', path: ['division'], message: 'Enter the division that was filled' });
  }
  return kind.success && heldOn && context.issues.length === 0
    ? { kind: kind.data, heldOn, division: division || null }
    : z.NEVER;
});

/** Where somebody is in office, and for how long. */
function seatOf(form: object, context: z.RefinementCtx) {
  const division = text(form, 'division');
  if (division === '' || division.length > 100) {
    const message = division === '' ? 'Enter the division' : 'The division must be 100 characters or less';
    context.addIssue({ code: 'custom', path: ['division'], message });
  }
  const takesOfficeOn = dayOf(form, 'from', 'Enter the day they take office', 'The day they take office', context);
  const until = untilOf(form, 'last', context);
  return takesOfficeOn && until !== undefined ? { division, takesOfficeOn, until } : undefined;
}

/** Somebody was elected. */
export const ElectForm = z.unknown().transform((sent, context) => {
  const form = (sent ?? {}) as object;
  const who = text(form, 'who').slice(0, 100);
  if (who === '') {
    context.addIssue({ code: 'custom', path: ['who'], message: 'Enter the name or email address of somebody' });
  }
  const seat = seatOf(form, context);
  return seat && context.issues.length === 0 ? { who, person: text(form, 'person') || undefined, ...seat } : z.NEVER;
});

/** What is said of a term from now on. */
export const TermForm = z.unknown().transform((sent, context) => {
  const form = (sent ?? {}) as object;
  const seat = seatOf(form, context);
  const reason = text(form, 'reason').slice(0, 500);
  if (reason === '') context.addIssue({ code: 'custom', path: ['reason'], message: 'Enter why it is put right' });
  return seat && context.issues.length === 0 ? { ...seat, reason } : z.NEVER;
});

export const ReasonForm = z.unknown().transform((sent, context) => {
  const reason = text((sent ?? {}) as object, 'reason').slice(0, 500);
  if (reason !== '') return { reason };
  context.addIssue({ code: 'custom', path: ['reason'], message: 'Enter why it is taken back' });
  return z.NEVER;
});
