import { type RefreshPolicy, refreshProblem } from '@induct/course';
import { z } from 'zod';
import { lastDayIn } from '../../../forms/day-fields';
import { lines } from '../../../forms/texts';

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
    .pipe(lines)
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
    const last =
      policy === 'retake'
        ? lastDayIn(body as RefreshFields, 'retakeBy', 'Enter the last day to take it again by')
        : undefined;
    for (const { path, message } of fields.error?.issues ?? []) context.addIssue({ code: 'custom', path, message });
    if (last && 'problem' in last)
      context.addIssue({ code: 'custom', path: ['retakeBy', 'day'], message: last.problem });
    const { changeNote } = (body ?? {}) as RefreshFields;
    if ((policy === 'note' || policy === 'retake') && !(typeof changeNote === 'string' && changeNote.trim())) {
      context.addIssue({
        code: 'custom',
        path: ['changeNote'],
        message: 'Enter what has changed: members are asked to read it',
      });
    }
    if (!fields.success || context.issues.length > 0) return z.NEVER;
    const refresh = { ...fields.data, ...(last && 'day' in last && { retakeBy: last.day }) };
    const problem = refreshProblem(refresh, today);
    if (problem) {
      const path = refresh.policy === 'retake' ? ['retakeBy', 'day'] : ['changeNote'];
      context.addIssue({ code: 'custom', path, message: problem });
      return z.NEVER;
    }
    return refresh;
  });
