import { dayInLondon } from '@induct/platform';
import { z } from 'zod';
import { closingTime } from '../words/deadline';
import { lastDayIn } from './day-fields';

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
