import { z } from 'zod';
import { id, text } from './schema-words.mjs';

const feedback = { feedback: text('feedback for this choice') };
const verdicts = { ifRight: text('what to say when it is right'), ifWrong: text('what to say when it is wrong') };

const choices = (least, ofCheck) =>
  z
    .array(
      z.strictObject({ text: text('the choice'), right: z.literal(true).optional(), ...(ofCheck ? feedback : {}) }),
      { error: 'List the choices' },
    )
    .min(least, { error: `Write at least ${least} choices` })
    .max(6, { error: 'Write at most six choices' });

/** Choices are mixed by the player, but for numbers and the like, which have an order of their own. */
const keepOrder = z.literal(true, { error: 'Write "keepOrder: true", or leave it out' }).optional();

const different = (texts) => new Set(texts.map((given) => given.toLowerCase())).size === texts.length;

/** All kinds of question; `common` is what each of them has besides. */
function questionOf(common, ofCheck) {
  const kind = (name, more) =>
    z.strictObject({ id, objective: id, kind: z.literal(name), question: text('the question'), ...common, ...more });
  const verdict = ofCheck ? verdicts : {};
  const pair = z.strictObject({
    item: text('the item'),
    match: text('what belongs to the item'),
    ...(ofCheck ? { feedback: text('feedback for this pair').optional() } : {}),
  });
  return z.discriminatedUnion(
    'kind',
    [
      kind('single', { choices: choices(2, ofCheck), keepOrder }).refine((question) => right(question).length === 1, {
        error: 'Mark exactly one choice with "right: true"',
        path: ['choices'],
      }),
      kind('multiple', { choices: choices(3, ofCheck), keepOrder }).refine(
        (question) => right(question).length > 0 && right(question).length < question.choices.length,
        { error: 'Mark at least one choice with "right: true", and leave at least one unmarked', path: ['choices'] },
      ),
      kind('true-false', {
        answer: z.boolean({ error: 'Say whether the statement is true or false' }),
        ...(ofCheck && {
          ifTrue: text('what to say to those who answer "True"'),
          ifFalse: text('what to say to those who answer "False"'),
        }),
      }),
      kind('matching', { pairs: z.array(pair, { error: 'List the pairs' }).min(3).max(6), ...verdict })
        .refine(({ pairs }) => different(pairs.map(({ match }) => match)), {
          error: 'Two items have the same match: every match must be different',
          path: ['pairs'],
        })
        .refine(({ pairs }) => different(pairs.map(({ item }) => item)), {
          error: 'Two pairs have the same item',
          path: ['pairs'],
        }),
      kind('ordering', {
        order: z.array(text('the step'), { error: 'List the steps in the right order' }).min(3).max(6),
        ...verdict,
      }).refine(({ order }) => different(order), { error: 'Two steps are the same', path: ['order'] }),
      kind('number', {
        answer: z.number({ error: 'Write the right answer as a number' }),
        tolerance: z.number().min(0).optional(),
        unit: text('the unit').optional(),
        ...verdict,
      }),
    ],
    { error: 'The kind of a question is single, multiple, true-false, matching, ordering or number' },
  );
}

const right = ({ choices: given }) => given.filter((choice) => choice.right);

/** Says that a question asks to use what was read on a case, not to remember it. */
const applies = z.literal(true, { error: 'Write "applies: true", or leave it out' }).optional();

/** questions.yaml: knowledge checks, which count for nothing and explain every answer, and the bank of the final test. */
export const QuestionsFile = z.strictObject({
  checks: z.array(questionOf({}, true), { error: 'List the knowledge checks' }),
  test: z
    .strictObject({
      title: text('a title for the test'),
      intro: text('an introduction to the test'),
      draw: z.int({ error: 'Say how many questions each try draws' }).positive(),
      attempts: z.int().positive().optional(),
      questions: z
        .array(questionOf({ explanation: text('why the right answer is right'), screen: id, applies }, false), {
          error: 'List the questions of the test',
        })
        .min(1, { error: 'The test needs at least one question' }),
    })
    .refine(({ draw, questions }) => draw <= questions.length, {
      error: 'Each try draws more questions than there are',
      path: ['draw'],
    }),
});
