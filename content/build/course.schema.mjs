import { z } from 'zod';

const text = (what) =>
  z
    .string({ error: `Write ${what}` })
    .trim()
    .min(1, { error: `Write ${what}` });

const id = z.string({ error: 'Give it an id' }).regex(/^[a-z][a-z0-9-]{1,39}$/, {
  error: 'An id is 2 to 40 small letters, digits and hyphens, and starts with a letter',
});

const date = z
  .string({ error: 'Write a date like 2026-11-22' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'Write the date like 2026-11-22' });

/** module.yaml: what the module is, apart from its screens. */
export const ModuleFile = z.strictObject({
  title: text('a title'),
  summary: text('a summary of one or two sentences'),
  version: text('a version, such as "1.0"'),
  minutes: z.int({ error: 'Write the minutes it takes as a whole number' }).positive(),
  core: z.boolean({ error: 'Say true or false: is this a core skill that every member must have?' }),
  passMark: z.int({ error: 'Write the pass mark as a whole number of per cent' }).min(1).max(100),
  objectives: z.array(text('an objective')).min(1, { error: 'Name at least one objective' }),
  law: text('what law the module follows, such as "the law in England"'),
  reviewed: date,
  reviewBy: date,
  sources: z.array(
    z.strictObject({
      title: text('the title of the source'),
      url: z.url({ error: 'Write the full address, with https://' }),
    }),
  ),
});

const choice = (more) => z.strictObject({ text: text('the choice'), right: z.literal(true).optional(), ...more });

const oneOf = (more, feedback) =>
  z.discriminatedUnion(
    'kind',
    [
      z
        .strictObject({
          id,
          kind: z.literal('single'),
          question: text('the question'),
          choices: z.array(choice(feedback)).min(2).max(6),
          ...more,
        })
        .refine(({ choices }) => choices.filter(({ right }) => right).length === 1, {
          error: 'Mark exactly one choice with "right: true"',
        }),
      z
        .strictObject({
          id,
          kind: z.literal('multiple'),
          question: text('the question'),
          choices: z.array(choice(feedback)).min(3).max(6),
          ...more,
        })
        .refine(({ choices }) => choices.some(({ right }) => right) && !choices.every(({ right }) => right), {
          error: 'Mark at least one choice with "right: true", and leave at least one unmarked',
        }),
      z.strictObject({
        id,
        kind: z.literal('true-false'),
        question: text('the statement'),
        answer: z.boolean({ error: 'Say whether the statement is true or false' }),
        ...(feedback.feedback && {
          ifTrue: text('what to say to those who answer "True"'),
          ifFalse: text('what to say to those who answer "False"'),
        }),
        ...more,
      }),
    ],
    { error: 'The kind of a question is single, multiple or true-false' },
  );

/** questions.yaml: knowledge checks, which count for nothing and explain every choice, and the final test. */
export const QuestionsFile = z.strictObject({
  checks: z.array(oneOf({}, { feedback: text('feedback for this choice') })),
  test: z.strictObject({
    title: text('a title for the test'),
    intro: text('an introduction to the test'),
    questions: z
      .array(oneOf({ explanation: text('why the right answer is right'), screen: id }, {}))
      .min(1, { error: 'The test needs at least one question' }),
  }),
});
