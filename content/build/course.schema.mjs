import { z } from 'zod';
import { date, id, text, webAddress } from './schema-words.mjs';

/** What the role description of an elected member lists (content/programme/role-description.yaml). */
const DUTIES = 13;

/** module.yaml: what the module is, apart from its screens. */
export const ModuleFile = z.strictObject({
  title: text('a title'),
  summary: text('a summary of one or two sentences'),
  version: text("a version in quotes, such as '1.0'"),
  minutes: z.int({ error: 'Write the minutes it takes as a whole number' }).positive(),
  core: z.boolean({ error: 'Say true or false: is this a core skill that every member must have?' }),
  passMark: z.int({ error: 'Write the pass mark as a whole number of per cent' }).min(1).max(100),
  objectives: z
    .array(
      z.strictObject(
        {
          id,
          text: text('what one can do who has finished'),
          screens: z.array(id, { error: 'Name the screens that teach it' }),
        },
        { error: 'An objective has an id, a text and the screens that teach it' },
      ),
      { error: 'List the objectives' },
    )
    .min(1, { error: 'Name at least one objective' }),
  duties: z
    .array(
      z
        .int({ error: 'A duty is a number' })
        .min(1, { error: `The duties are numbered 1 to ${DUTIES}` })
        .max(DUTIES, { error: `The duties are numbered 1 to ${DUTIES}` }),
      { error: `List the duties of the role description that the module serves, by number, 1 to ${DUTIES}` },
    )
    .min(1, { error: 'Name at least one duty' })
    .refine((duties) => new Set(duties).size === duties.length, { error: 'A duty is named twice' }),
  law: text('what law the module follows, such as "the law in England"'),
  reviewed: date,
  reviewBy: date,
  // When somebody of the council last read what the screens name, by its name in content/law.yaml.
  lawRead: z.record(z.string(), date).optional(),
  sources: z
    .array(
      z.strictObject({
        title: text('the title of the source'),
        url: webAddress,
        // The day on which somebody last looked whether it still says so.
        read: date.optional(),
      }),
      { error: 'List the sources' },
    )
    .min(1, { error: 'Name at least one source' }),
});
