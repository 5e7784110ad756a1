import { SHEET_LIMITS, writtenDay } from '@induct/platform';
import { z } from 'zod';

/** Of what is pasted, in characters: 2,000 rows of an ordinary programme are half of it. */
export const LONGEST_PASTED = 500_000;

/** A month in two boxes; null when both are empty. */
const month = z.unknown().transform((typed, context): string | null => {
  const boxes = typed as Record<'month' | 'year', string>;
  if (boxes.month === '' && boxes.year === '') return null;
  const read = /^\d{4}$/.test(boxes.year) ? writtenDay(`1 ${boxes.month} ${boxes.year}`) : undefined;
  if (read && 'day' in read) return read.day.slice(0, 7);
  context.addIssue({ code: 'custom', path: ['month'], message: 'Enter the month and the year, like 5 2017' });
  return z.NEVER;
});

const text = z.string().trim().catch('').default('');

/** A programme: pasted, or in a file; and the month in which it begins. */
export const ProgrammeForm = z.preprocess(
  (sent) => {
    const form = (sent ?? {}) as Record<string, unknown>;
    const box = (name: string) => text.parse(form[`begins-${name}`]);
    return { ...form, begins: { month: box('month'), year: box('year') } };
  },
  z
    .object({
      pasted: z.string().default(''),
      file: z.instanceof(Buffer).optional(),
      fileName: text,
      begins: month,
    })
    .superRefine(({ pasted, file }, context) => {
      const problem = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
      if (file && pasted.trim() !== '') problem('pasted', 'Paste the rows or choose a file, not both');
      else if (!file && pasted.trim() === '') problem('pasted', 'Paste the rows of the programme, or choose a file');
      else if (pasted.length >= LONGEST_PASTED)
        problem('pasted', 'That is too much to paste: save it as a file and choose that');
      if (file && file.length > SHEET_LIMITS.bytes) problem('file', 'The file must be smaller than 5 MB');
    }),
);
