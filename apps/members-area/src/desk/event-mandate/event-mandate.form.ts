import { z } from 'zod';
import { aDay, formOf } from '../../forms/form-of';
import { perhaps } from '../../forms/texts';
import type { HowItIsAsked } from './asking-for-events.service';

/** To have been there, and nothing else. */
export const BEING_THERE = 'event';

/** How a mandatory event is asked for. */
export const EventMandateForm = formOf({
  what: z.string('Select what has to be met').max(100, 'Select what has to be met').min(1, 'Select what has to be met'),
  due: aDay('Enter the day by which they have to meet it', 'The day'),
  source: perhaps('Where it comes from', 300),
}).transform(({ what, due: dueOn, source }): HowItIsAsked => ({
  topic: what === BEING_THERE ? null : what,
  dueOn,
  source,
}));
