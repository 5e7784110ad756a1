import { z } from 'zod';
import { dayFields } from '../../forms/day-fields';
import { aDayOrNone, formOf } from '../../forms/form-of';
import { writing } from '../../forms/texts';
import { britishTime, dayInLondon, momentInLondon } from '@induct/platform';

const TITLE = { missing: 'Enter what the edition is called', name: 'What the edition is called', longest: 60 };

/** A new edition. */
export const DraftForm = z.object({
  number: z
    .string('Enter its number')
    .trim()
    .regex(/^[1-9]\d{0,3}$/, 'Its number must be a number from 1 to 9999')
    .transform(Number),
  title: writing(TITLE),
});

/** What a draft is called, and when it comes out; without a day, nobody has said yet. */
export const PlanForm = formOf({
  title: writing(TITLE),
  day: aDayOrNone('The day it comes out'),
  time: z
    .string()
    .trim()
    .regex(/^(([01]?\d|2[0-3])[:.][0-5]\d)?$/, 'The time must be like 09:30')
    .default(''),
}).transform(({ title, day, time }) => ({
  title,
  publishAt: day === null ? null : momentInLondon(day, (time || '09:00').replace('.', ':').padStart(5, '0')),
}));

/** A draft, as the form has it. */
export const planFields = ({
  title,
  publishAt,
}: {
  title: string;
  publishAt: Date | null;
}): Record<string, string> => ({
  title,
  ...dayFields('day', publishAt && dayInLondon(publishAt)),
  time: publishAt ? britishTime(publishAt) : '',
});
