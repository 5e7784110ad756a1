import { ELECTION_KINDS } from '@induct/people';
import type { Day } from '@induct/platform';
import { z } from 'zod';
import { lastDayIn } from '../../../forms/day-fields';
import { aDay, formOf, WHO } from '../../../forms/form-of';
import { untilLast } from '../days.form';

const text = (form: object, name: string): string => {
  const value = (form as Record<string, unknown>)[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** An election, or a by-election with its division. */
export const NewElectionForm = z.unknown().transform((sent, context) => {
  const form = (sent ?? {}) as object;
  const kind = z.enum(ELECTION_KINDS).safeParse(text(form, 'kind'));
  if (!kind.success) context.addIssue({ code: 'custom', path: ['kind'], message: 'Choose what it was' });
  const held = lastDayIn(form, 'held', 'Enter the day of the poll', 'The day of the poll');
  if ('problem' in held) context.addIssue({ code: 'custom', path: ['held', 'day'], message: held.problem });
  const division = kind.data === 'by_election' ? text(form, 'division').slice(0, 100) : '';
  if (kind.data === 'by_election' && division === '') {
    context.addIssue({ code: 'custom', path: ['division'], message: 'Enter the division that was filled' });
  }
  return kind.success && 'day' in held && context.issues.length === 0
    ? { kind: kind.data, heldOn: held.day, division: division || null }
    : z.NEVER;
});

const said = (missing: string, long: string, most: number) => z.string(missing).trim().min(1, missing).max(most, long);

/** Where somebody is in office, and for how long. */
const SEAT = {
  division: said('Enter the division', 'The division must be 100 characters or less', 100),
  from: aDay('Enter the day they take office', 'The day they take office'),
  last: untilLast,
};

const withSeat = <Form extends { from: Day; last: Day | null }>({ from, last, ...form }: Form) => ({
  ...form,
  takesOfficeOn: from,
  until: last,
});

const reason = (missing: string) => said(missing, 'The reason must be 500 characters or less', 500);

/** Somebody was elected. */
export const ElectForm = formOf({ ...WHO, ...SEAT }).transform(withSeat);

/** What is said of a term from now on; where that ends it, which seats end with it, and whether what it means was read. */
export const TermForm = formOf({
  ...SEAT,
  reason: reason('Enter why it is put right'),
  seat: z.unknown(),
  confirmed: z.unknown(),
}).transform(({ seat, confirmed, ...form }) => ({
  ...withSeat(form),
  seats: [seat].flat().filter((one) => typeof one === 'string'),
  isConfirmed: confirmed === 'yes',
}));

export const ReasonForm = formOf({ reason: reason('Enter why it is taken back') });
