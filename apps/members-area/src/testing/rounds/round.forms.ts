import { dayInLondon } from '@induct/platform';
import { z } from 'zod';
import { lastDayIn } from '../../forms/day-fields';
import { closingTime } from '../../words/deadline';
import { writing } from '../../forms/texts';

/** One ticked box arrives as a text, several as a list, none not at all. */
const people = (missing: string) =>
  z.union([z.array(z.uuid()), z.uuid().transform((one) => [one])], missing).pipe(z.array(z.uuid()).max(100));

export const AddTestersForm = z.object({ testers: people('Select who is to test it as well') });

export const CloseForm = z.object({ sure: z.literal('yes', 'Tick the box if you want to close the round') });

export const CouldNotFinishForm = z.object({
  why: writing({
    missing: 'Enter what stopped you',
    name: 'What stopped you',
    longest: 1000,
    least: { characters: 5, says: 'Say what stopped you in a few words' },
  }),
});

export interface DeadlineFields {
  'deadline-day'?: string;
  'deadline-month'?: string;
  'deadline-year'?: string;
}

/** The last day of a round: it closes at five in the afternoon of that day. */
export const deadlineForm = (now: Date) =>
  z.unknown().transform((body, context): { deadline: Date } => {
    const wrong = (message: string) => {
      context.addIssue({ code: 'custom', path: ['deadline', 'day'], message });
      return z.NEVER;
    };
    const last = lastDayIn(body ?? {}, 'deadline', 'Enter the last day of the round');
    if ('problem' in last) return wrong(last.problem);
    const deadline = closingTime(last.day);
    if (deadline <= now) return wrong(`The last day must be ${today(now)} or later`);
    if (deadline.getTime() - now.getTime() > YEAR) return wrong('The last day must be within a year');
    return { deadline };
  });

const YEAR = 366 * 24 * 60 * 60 * 1000;
const today = (now: Date) => (closingTime(dayInLondon(now)) > now ? 'today' : 'tomorrow');
