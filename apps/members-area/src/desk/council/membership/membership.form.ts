import { CAPACITIES } from '@induct/people';
import { daysLater } from '@induct/platform';
import { z } from 'zod';
import { aDay, formOf } from '../../../forms/form-of';
import { untilLast, withUntil } from '../days.form';

const REASON = 500;

const text = z.string().trim().max(REASON, `The reason must be ${REASON} characters or less`);

/** Why something is put right: it has to be said. */
const reason = z.string('Enter why it is put right').trim().min(1, 'Enter why it is put right').pipe(text);

/** The last day of something, and whether what it means was read. */
export const EndForm = formOf({
  last: aDay('Enter the last day', 'The last day'),
  reason: text.default(''),
  confirmed: z.unknown(),
}).transform(({ last, reason: why, confirmed }) => ({
  until: daysLater(last, 1),
  reason: why || null,
  isConfirmed: confirmed === 'yes',
}));

/** What is said from now on, and why. */
export const CorrectForm = formOf({
  capacity: z.enum(CAPACITIES, 'Choose as what'),
  from: aDay('Enter the first day', 'The first day'),
  last: untilLast,
  reason,
}).transform(withUntil);

/** Why it is taken back altogether. */
export const WithdrawForm = formOf({ reason });
