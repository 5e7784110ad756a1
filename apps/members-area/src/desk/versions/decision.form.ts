import { DECISIONS } from '@induct/events';
import { z } from 'zod';
import { aDay, formOf } from '../../forms/form-of';
import { writing } from '../../forms/texts';

export const MINUTE_LIMIT = 1000;

/** What a meeting of the steering group decided of a version. */
export const DecisionForm = formOf({
  decision: z.enum(DECISIONS, 'Choose what was decided'),
  meetingOn: aDay('Enter the day of the meeting', 'The day of the meeting'),
  minute: writing({ missing: 'Enter the minute', name: 'The minute', longest: MINUTE_LIMIT }),
});
