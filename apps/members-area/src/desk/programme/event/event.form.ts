import { type DescribedEvent, EVENT_KINDS, LONGEST_TITLE } from '@induct/events';
import { z } from 'zod';
import { lines, perhaps, writing } from '../../../forms/texts';

const ABOUT_LIMIT = 2000;
const NOTE_LIMIT = 1000;
const OUTCOME_LIMIT = 200;
const MOST_OUTCOMES = 12;

/** A text that may be left out, and is not there then. */
export const orNone = (name: string, longest: number) => perhaps(name, longest).transform((text) => text || null);

/** @param says when it is no number from 1 to `most` */
export const numberOrNone = (most: number, says: string) =>
  z
    .string()
    .trim()
    .regex(/^(?:[1-9]\d{0,4})?$/, says)
    .transform((text) => (text === '' ? null : Number(text)))
    .pipe(z.number().max(most, says).nullable())
    .default(null);

const outcomes = lines
  .default('')
  .transform((text) => text.split('\n').flatMap((line) => line.trim() || []))
  .pipe(
    z
      .array(z.string().max(OUTCOME_LIMIT, `Each outcome must be ${OUTCOME_LIMIT} characters or fewer`))
      .max(MOST_OUTCOMES, `Enter ${MOST_OUTCOMES} outcomes or fewer, each on a line of its own`),
  );

/** What an event is about, who it is for, and what it is to lead to. */
export const EventForm = z
  .object({
    title: writing({ missing: 'Enter what it is called', name: 'The title', longest: LONGEST_TITLE }),
    kind: z.enum(EVENT_KINDS, 'Choose what it is'),
    about: perhaps('What it is about', ABOUT_LIMIT),
    format: orNone('The format', 200),
    facilitator: orNone('Who leads it', 200),
    bring: orNone('What to bring', 300),
    officers: orNone('The officers in attendance', 300),
    mandatory: z.literal('yes').optional().catch(undefined),
    audience: z.union([z.literal(''), z.uuid('Choose who it is for')], 'Choose who it is for').default(''),
    series: orNone('The series', 150),
    seriesOrder: numberOrNone(99, 'Enter a number from 1 to 99, or leave it empty'),
    sessionsPromised: numberOrNone(99, 'Enter a number from 1 to 99, or leave it empty'),
    outcomes,
    note: orNone('The note', NOTE_LIMIT),
  })
  .superRefine(({ series, seriesOrder }, context) => {
    if (seriesOrder !== null && series === null)
      context.addIssue({ code: 'custom', path: ['series'], message: 'Enter the series that this is the number in' });
  })
  .transform(({ mandatory, audience, ...said }): DescribedEvent => ({
    ...said,
    mandatory: mandatory === 'yes',
    audience: audience === '' ? 'everyone' : 'body',
    bodyId: audience || null,
  }));
