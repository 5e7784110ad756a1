import { z } from 'zod';
import { date, id, text } from './schema-words.mjs';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "Write the time like '09:30', in quotes" });

/** role-description.yaml: the duties of an elected member. */
export const RoleDescription = z
  .array(z.strictObject({ number: z.int().positive(), title: text('a title'), text: text('what the duty is') }))
  .refine((duties) => duties.every(({ number }, index) => number === index + 1), {
    error: 'The duties are numbered 1, 2, 3 … without a gap',
  });

/** sessions.yaml: the face-to-face programme. A date may have no time yet, and a session no date. */
export const Sessions = z.array(
  z.strictObject({
    id,
    title: text('a title'),
    kind: z.enum(['event', 'training', 'briefing', 'workshop', 'one-to-one'], {
      error: 'The kind of a session is event, training, briefing, workshop or one-to-one',
    }),
    mandatory: z.boolean().optional(),
    for: text('whom it is for').optional(),
    places: z.int().positive().optional(),
    note: text('the note').optional(),
    dates: z.array(
      z
        .strictObject({ on: date, from: time.optional(), to: time.optional(), note: text('the note').optional() })
        .refine(({ from, to }) => !to || (from !== undefined && from < to), { error: 'It ends before it begins' }),
    ),
  }),
);

/**
 * core-skills.yaml: which modules and which sessions meet the same skill. One of them meets it, unless it has a path: then all of
 * its steps are asked for, in their order.
 */
export const CoreSkills = z.array(
  z.strictObject({
    id,
    title: text('a title'),
    for: text('whom it is for').optional(),
    modules: z.array(id).min(1, { error: 'Name the module that teaches it' }),
    sessions: z.array(id),
    path: z.array(id).min(2, { error: 'A path has at least two steps' }).optional(),
  }),
);
