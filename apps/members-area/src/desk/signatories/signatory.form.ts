import { cleanName, isName } from '@induct/people';
import { z } from 'zod';
import { untilLast, withUntil } from '../council/days.form';
import { aDay, formOf } from '../../forms/form-of';
import { onlyPrintable, printedLine } from '../../forms/person-fields';

const LONGEST = 100;

/** Who signs, from when to when. */
export const SignatoryForm = formOf({
  name: printedLine('Enter the name', 'The name', LONGEST).refine(
    (name) => name === '' || isName(name),
    'Enter a name with letters in it',
  ),
  office: printedLine('Enter the office', 'The office', LONGEST),
  officeCy: z
    .string()
    .default('')
    .transform(cleanName)
    .pipe(
      z.string().max(LONGEST, `The office in Welsh must be ${LONGEST} characters or fewer`).superRefine(onlyPrintable),
    )
    .transform((text) => (text === '' ? null : text)),
  place: z.enum(['1', '2'], 'Choose where they sign').transform((place) => Number(place) as 1 | 2),
  from: aDay('Enter the first day', 'The first day'),
  last: untilLast,
  file: z.instanceof(Buffer, { message: 'Choose the file again' }).optional(),
  drop: z.literal('yes').optional().catch(undefined),
}).transform((form, context) => {
  const { drop, ...given } = withUntil(form);
  if (given.until !== null && given.until <= given.from) {
    context.addIssue({ code: 'custom', path: ['last', 'day'], message: 'The last day must not be before the first' });
    return z.NEVER;
  }
  return { ...given, keeps: drop === undefined };
});

/** The last day on which somebody signs. */
export const EndSignatoryForm = formOf({ last: aDay('Enter the last day', 'The last day') });
