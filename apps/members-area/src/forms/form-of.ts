import type { Day } from '@induct/platform';
import { z } from 'zod';
import { lastDayIn } from './day-fields';

const BOXES = ['day', 'month', 'year'] as const;

/** Puts the three boxes of each day at its field, where `aDay` reads them. Every field is there then, as zod wants it. */
function gathered(sent: unknown, fields: readonly string[]): object {
  const form = { ...(sent as Record<string, unknown> | null) };
  const boxes = (field: string) => BOXES.map((box) => [`day-${box}`, form[`${field}-${box}`]] as const);
  const isDay = (field: string) => boxes(field).some(([, value]) => value !== undefined);
  const read = fields.map((field) => [field, isDay(field) ? Object.fromEntries(boxes(field)) : form[field]] as const);
  return { ...form, ...Object.fromEntries(read) };
}

/** What a form has to hold, field by field: as `z.object`, and a field may be a day in three boxes (`aDay`). */
export const formOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess((sent) => gathered(sent, Object.keys(shape)), z.object(shape));

/** Whether there is something in one of the boxes. */
const isTyped = (boxes: object): boolean =>
  Object.values(boxes).some((value) => typeof value === 'string' && value.trim() !== '');

const boxesOf = (sent: unknown): object => (typeof sent === 'object' && sent !== null ? sent : {});

function dayIn(boxes: object, missing: string, called: string, context: z.RefinementCtx): Day {
  const found = lastDayIn(boxes, 'day', missing, called);
  if ('day' in found) return found.day;
  context.addIssue({ code: 'custom', path: ['day'], message: found.problem });
  return z.NEVER;
}

/**
 * A field of `formOf`: a day in three boxes, which `formDay` (`forms/day.njk`) shows.
 * @param missing said when nothing was typed
 * @param called what the day is called when it is no day: `The first day`
 */
export const aDay = (missing: string, called: string) =>
  z.unknown().transform((sent, context): Day => dayIn(boxesOf(sent), missing, called, context));

/** A day that may be left out. Null when nothing was typed. */
export const aDayOrNone = (called: string) =>
  z.unknown().transform((sent, context): Day | null => {
    const boxes = boxesOf(sent);
    return isTyped(boxes) ? dayIn(boxes, '', called, context) : null;
  });

/** The fields of `formOf` that `formWho` (`forms/who.njk`) shows: somebody by name or address. `Who` finds whom it means. */
export const WHO = {
  who: z
    .string('Enter the name or email address of somebody')
    .trim()
    .min(1, 'Enter the name or email address of somebody')
    .max(100, 'Enter 100 characters of the name or less'),
  person: z.uuid().optional().catch(undefined),
};
