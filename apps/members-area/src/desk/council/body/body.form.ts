import { BODY_KINDS, CAPACITIES, SUBSTITUTES } from '@induct/people';
import { IS_COLOUR } from '@induct/platform';
import { z } from 'zod';
import { colourTyped } from '../../../forms/colour-typed';
import { aDay, formOf, WHO } from '../../../forms/form-of';
import { untilLast, withUntil } from '../days.form';

const words = (most = 100) =>
  z
    .string()
    .trim()
    .max(most, `This must be ${most} characters or less`)
    .transform((text) => text || null)
    .nullable()
    .default(null);

const from = aDay('Enter the first day', 'The first day');

const body = {
  name: z.string('Enter a name').trim().min(1, 'Enter a name').max(200, 'The name must be 200 characters or less'),
  nameCy: words(200),
  externalId: words(),
};
/** As people write it; empty: none. */
const colour = z
  .string()
  .default('')
  .transform((typed, context) => {
    const text = colourTyped(typed);
    if (text === '#' || IS_COLOUR.test(text)) return text === '#' ? null : text;
    context.addIssue({ code: 'custom', message: 'Enter the colour as # and six digits, like #00843d' });
    return z.NEVER;
  });
const substitutes = z.enum(SUBSTITUTES, 'Choose who may stand in');

/** What a body is called and how long there has been one. */
export const bodyChange = formOf({ ...body, colour, from, last: untilLast }).transform(withUntil);

export const newBody = formOf({
  ...body,
  kind: z.enum(BODY_KINDS, 'Choose what it is'),
  substitutes,
  from,
  last: untilLast,
}).transform(withUntil);

/** Somebody joins. */
export const JoinForm = formOf({
  ...WHO,
  capacity: z.enum(CAPACITIES, 'Choose as what'),
  from,
  last: untilLast,
}).transform(withUntil);

/** The second time it is sent, what follows was read. */
export const ruleForm = formOf({ substitutes, reason: words(500), from, confirmed: z.string().optional() }).transform(
  ({ confirmed, ...rule }) => ({ ...rule, isConfirmed: confirmed === 'yes' }),
);
