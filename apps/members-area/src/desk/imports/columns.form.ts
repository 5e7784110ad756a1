import { type ColumnMatching, IMPORT_FIELDS } from '@induct/people';
import { writtenDay } from '@induct/platform';
import { z } from 'zod';

const field = z.union([z.enum(IMPORT_FIELDS), z.literal('').transform(() => null)]);

/** What the columns are, and how the list is to be understood. */
export const ColumnsForm = z.looseObject({
  sheet: z.coerce.number().int().min(0).max(100).default(0),
  columns: z.coerce.number().int().min(1).max(100),
  day: z
    .string('Enter a day')
    .trim()
    .min(1, 'Enter a day')
    .transform((text, context) => {
      const read = writtenDay(text);
      if ('day' in read) return read.day;
      context.addIssue({ code: 'custom', message: read.problem });
      return z.NEVER;
    }),
  complete: z.literal('yes').optional(),
  body: z.union([z.uuid(), z.literal('')]).default(''),
});

/** `column-0`, `column-1` …: as many as the list has. Nonsense is nothing. */
export const columnsOf = (sent: Record<string, unknown>, count: number): ColumnMatching =>
  Array.from({ length: count }, (_, at) => field.safeParse(sent[`column-${at}`]).data ?? null);
