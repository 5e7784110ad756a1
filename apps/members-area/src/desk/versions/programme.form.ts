import type { DescribedProgramme } from '@induct/events';
import type { z } from 'zod';
import { aDay, formOf } from '../../forms/form-of';
import { writing } from '../../forms/texts';

/** What a programme is called, and its days. */
export const ProgrammeForm = formOf({
  title: writing({ missing: 'Enter what it is called', name: 'The title', longest: 150 }),
  firstDay: aDay('Enter the first day', 'The first day'),
  lastDay: aDay('Enter the last day', 'The last day'),
}) satisfies z.ZodType<DescribedProgramme>;
