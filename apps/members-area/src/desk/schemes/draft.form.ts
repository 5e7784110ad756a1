import { isDay } from '@induct/platform';
import { z } from 'zod';
import { lastDayIn } from '../../forms/day-fields';
import type { Fields } from '../../forms/form-problems';
import { inStep, type RuleLine } from './rule-lines';

const MOST_LINES = 100;

/** The lines of the rule, as they stand in the form: `line-0-what`, `line-0-count`, `line-0-depth`. */
export function linesIn(form: Fields): RuleLine[] {
  const lines: RuleLine[] = [];
  for (let at = 0; at < MOST_LINES && form[`line-${at}-depth`] !== undefined; at++) {
    const text = (name: string) => {
      const typed = form[`line-${at}-${name}`];
      return typeof typed === 'string' ? typed : '';
    };
    lines.push({ what: text('what'), count: text('count'), depth: Number(text('depth')) || 0 });
  }
  return inStep(lines);
}

/** Lines as fields of the form. */
export const fieldsOf = (lines: readonly RuleLine[]): Fields =>
  Object.fromEntries(
    lines.flatMap(({ what, count, depth }, at) => [
      [`line-${at}-what`, what],
      [`line-${at}-count`, count],
      [`line-${at}-depth`, String(depth)],
    ]),
  );

const months = (name: string, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, `${name} must be a whole number`)
    .transform(Number)
    .pipe(z.number().min(1, `${name} must be 1 or more`).max(most, `${name} must be ${most} or less`));

/** The terms of a version. What it asks for is read by its lines. */
export const DraftForm = z.unknown().transform((sent, context) => {
  const form = sent as Fields;
  const issue = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
  const number = (field: string, schema: z.ZodType<number>): number => {
    const read = schema.safeParse(form[field] ?? '');
    if (read.success) return read.data;
    issue([field], read.error.issues[0]!.message);
    return 0;
  };
  const day = (field: string, missing: string, called: string): string | null => {
    const read = lastDayIn(form, field, missing, called);
    if ('day' in read && isDay(read.day)) return read.day;
    issue([field, 'day'], 'problem' in read ? read.problem : missing);
    return null;
  };
  const lasting = form['ends'] === 'never';
  if (!lasting && form['ends'] !== 'months') issue(['ends'], 'Select how long an award lasts');
  const holders = form['holders'] === 'top_up' ? ('top_up' as const) : ('keep' as const);
  if (form['holders'] !== 'keep' && form['holders'] !== 'top_up')
    issue(['holders'], 'Select what becomes of those who have the award');
  const effectiveFrom = day('from', 'Enter the day from which it is in effect', 'The day');
  const validityMonths = lasting ? null : number('months', months('How long an award lasts', 600));
  const renewalOpensMonths = lasting ? null : number('opens', months('How long before the last day', 600));
  // Open from the first day on, it would let people renew what they have only just earned.
  if (validityMonths && renewalOpensMonths && renewalOpensMonths >= validityMonths)
    issue(['opens'], 'Renewing must open after the award is made: enter fewer months than the award lasts');
  const topUpBy = holders === 'top_up' ? day('topup', 'Enter the day by which they show what is new', 'The day') : null;
  if (effectiveFrom && topUpBy && topUpBy < effectiveFrom)
    issue(['topup', 'day'], 'The day must be on or after the day from which the version is in effect');
  const grace = z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, 'The days after it must be a whole number')
    .transform(Number)
    .pipe(z.number().max(366, 'The days after it must be 366 or fewer'));
  return {
    effectiveFrom,
    validityMonths,
    renewalOpensMonths,
    graceDays: lasting ? 0 : number('grace', grace),
    forHolders: holders,
    topUpBy,
    lines: linesIn(form),
    seen: typeof form['seen'] === 'string' ? form['seen'] : undefined,
  };
});
