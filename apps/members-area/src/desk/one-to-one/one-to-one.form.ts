import { type OneToOneDay, readTimes, slotsOf, type Times } from '@induct/events';
import { z } from 'zod';
import { aDay, formOf } from '../../forms/form-of';
import { lines, perhaps, writing } from '../../forms/texts';

const MOST_HOSTS = 20;
/** All hosts together. */
const MOST_TALKS = 300;
export const TALK_MINUTES = [10, 15, 20, 30, 45, 60] as const;

/** Stretches of a day, each with its end. */
const stretches = (text: string, lacking: string, context: z.RefinementCtx): Ended[] => {
  const read = readTimes(text);
  if ('times' in read) {
    const ended = read.times.flatMap(({ from, to }) => (to === null ? [] : [{ from, to }]));
    if (ended.length === read.times.length) return ended;
  }
  context.addIssue({ code: 'custom', message: 'problem' in read ? read.problem : lacking });
  return [];
};
type Ended = Times & { to: string };

const HOURS = 'Enter one beginning and one end, like 9.30am to 4.30pm';
const hours = z
  .string(HOURS)
  .trim()
  .max(100, HOURS)
  .transform((text, context): Ended => {
    const [only, ...others] = stretches(text, HOURS, context);
    if (only && others.length === 0) return only;
    if (context.issues.length === 0) context.addIssue({ code: 'custom', message: HOURS });
    return z.NEVER;
  });

const breaks = z
  .string()
  .trim()
  .max(300, 'Enter the breaks in 300 characters or fewer')
  .default('')
  .transform((text, context) => stretches(text, 'Enter when each break ends, like 11am to 11.15am', context));

const hosts = lines
  .default('')
  .transform((text) => [...new Set(text.split('\n').flatMap((line) => line.trim() || []))])
  .pipe(
    z
      .array(z.string().max(80, 'Each name must be 80 characters or fewer'))
      .min(1, 'Enter whom members talk with, each on a line of its own')
      .max(MOST_HOSTS, `Enter ${MOST_HOSTS} people or fewer, each on a line of its own`),
  );

/** A day of talks with one person at a time. */
export const OneToOneForm = formOf({
  title: writing({ missing: 'Enter what the talks are called', name: 'The title', longest: 60 }),
  about: perhaps('What they are about', 2000),
  on: aDay('Enter the day', 'The day'),
  hours,
  minutes: z.coerce.number().pipe(z.literal(TALK_MINUTES, 'Choose how long each talk is')),
  breaks,
  place: writing({ missing: 'Enter where the talks are', name: 'The place', longest: 200 }),
  hosts,
}).transform(({ hours: { from, to }, ...said }, context): OneToOneDay => {
  const day = { ...said, from, to };
  const each = slotsOf(day).length;
  const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  if (each === 0) wrong('hours', 'There is no room for a talk: make the day longer, or the talks shorter');
  if (each * day.hosts.length > MOST_TALKS)
    wrong('minutes', `These would be ${each * day.hosts.length} talks: plan ${MOST_TALKS} or fewer at once`);
  return day;
});
