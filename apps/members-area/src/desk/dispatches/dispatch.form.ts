import { sitesOf } from '@induct/course';
import type { Day } from '@induct/platform';
import { z } from 'zod';
import { aDay, formOf } from '../../forms/form-of';
import { writing } from '../../forms/texts';

const MOST_LAUNCHES = 1_000_000;
const NUMBER = `Enter a whole number from 1 to ${MOST_LAUNCHES.toLocaleString('en-GB')}, or nothing`;

const sites = z
  .string()
  .max(2000, 'Enter 5 addresses or fewer')
  .default('')
  .transform((typed, context) => {
    const read = sitesOf(typed);
    if ('sites' in read) return read.sites;
    context.addIssue({ code: 'custom', message: read.problem });
    return z.NEVER;
  });

const launches = z
  .string()
  .trim()
  .regex(/^\d{0,7}$/, NUMBER)
  .transform((typed) => (typed === '' ? null : Number(typed)))
  .refine((count) => count === null || (count >= 1 && count <= MOST_LAUNCHES), NUMBER)
  .default(null);

/** A module for another council. @param today the last day lies ahead, or is this one */
export const dispatchForm = (today: Day) =>
  formOf({
    version: z.uuid('Choose a module'),
    partner: writing({ missing: 'Enter who it is for', name: 'Who it is for', longest: 100 }).transform((name) =>
      name.replaceAll(/\s+/g, ' '),
    ),
    ends: aDay('Enter the last day', 'The last day').refine((day) => day >= today, {
      error: 'The last day must be today or later',
      path: ['day'],
    }),
    launches,
    sites,
  });

export const ZipForm = z.object({ edition: z.enum(['scorm_12', 'scorm_2004'], 'Choose an edition') });
