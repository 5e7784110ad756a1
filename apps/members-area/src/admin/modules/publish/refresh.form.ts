import { type RefreshPolicy, refreshProblem } from '@induct/course';
import { z } from 'zod';
import { typed } from './describe.form';

export const NOTE_LIMIT = 2000;

export interface RefreshFields {
  policy?: string;
  changeNote?: string;
  'retakeBy-day'?: string;
  'retakeBy-month'?: string;
  'retakeBy-year'?: string;
  halfWay?: string;
}

/** Of a first publication: nobody was there before. */
export const NOBODY_BEFORE: RefreshPolicy = { policy: 'nothing', changeNote: '', halfWay: 'finish_old' };

const Fields = z.object({
  policy: z.enum(['nothing', 'note', 'retake'], 'Select what it means for people who have completed it'),
  changeNote: z
    .string()
    .default('')
    .pipe(typed)
    .pipe(
      z.string().max(NOTE_LIMIT, `What has changed must be ${NOTE_LIMIT.toLocaleString('en-GB')} characters or fewer`),
    ),
  halfWay: z.enum(['finish_old', 'choice'], 'Select what people may do who are half-way'),
});

/**
 * What publishing asks of people who were there before.
 * @param today `2026-11-22`
 */
export const refreshForm = (today: string) =>
  z.unknown().transform((body, context): RefreshPolicy => {
    const fields = Fields.safeParse(body ?? {});
    const policy = (body as RefreshFields | undefined)?.policy;
    const day = policy === 'retake' ? retakeDay(body as RefreshFields) : undefined;
    for (const { path, message } of fields.error?.issues ?? []) context.addIssue({ code: 'custom', path, message });
    if (day?.problem) context.addIssue({ code: 'custom', path: ['retakeBy'], message: day.problem });
    const { changeNote } = (body ?? {}) as RefreshFields;
    if ((policy === 'note' || policy === 'retake') && text(changeNote) === '') {
      context.addIssue({
        code: 'custom',
        path: ['changeNote'],
        message: 'Enter what has changed: members are asked to read it',
      });
    }
    if (!fields.success || context.issues.length > 0) return z.NEVER;
    const refresh = { ...fields.data, ...(day?.day && { retakeBy: day.day }) };
    const problem = refreshProblem(refresh, today);
    if (problem) {
      const path = [refresh.policy === 'retake' ? 'retakeBy' : 'changeNote'];
      context.addIssue({ code: 'custom', path, message: problem });
      return z.NEVER;
    }
    return refresh;
  });

/** A field that was sent twice is a list: then nothing was typed that we know of. */
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const NAMES = ['day', 'month', 'year'] as const;

/** The date as typed in its three fields. */
export function retakeDay(form: RefreshFields): { day?: string; problem?: string } {
  const parts = NAMES.map((name) => text(form[`retakeBy-${name}`]));
  const missing = NAMES.filter((_, at) => parts[at] === '');
  if (missing.length === NAMES.length) return { problem: 'Enter the last day to take it again by' };
  if (missing.length > 0) return { problem: `The last day must include a ${missing.join(' and a ')}` };
  const [day, month, year] = parts as [string, string, string];
  const iso = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  const isReal = /^\d{4}-\d\d-\d\d$/.test(iso) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  return isReal ? { day: iso } : { problem: 'The last day must be a real date, like 31 3 2027' };
}
