import { z } from 'zod';
import { QUESTION_KINDS } from './question-fields';
import { YamlUnreadable } from './yaml-text';

/**
 * What a file has to be so that its forms can show it: each value of its kind. Less than the kit asks for, whose check says what is
 * missing; what no form knows stays as it is.
 */
const text = z.string({
  error: ({ input }) => (input === undefined ? 'is missing' : 'is not a text: put it into quotes'),
});
const number = z.number('is not a number');
const truth = z.boolean('is neither true nor false');
const list = <T extends z.ZodType>(of: T) => z.array(of, 'is not a list');
const map = <T extends z.ZodRawShape>(shape: T) => z.looseObject(shape, 'is not written as names and values');

/** module.yaml. A day is a text like `2026-11-30`. */
export const DetailsShape = map({
  title: text.optional(),
  summary: text.optional(),
  version: text.optional(),
  minutes: number.optional(),
  core: truth.optional(),
  passMark: number.optional(),
  objectives: list(map({ id: text, text, screens: list(text) })).nullish(),
  duties: list(number).nullish(),
  law: text.optional(),
  reviewed: text.optional(),
  reviewBy: text.optional(),
  sources: list(map({ title: text, url: text, read: text.optional() })).nullish(),
  lawRead: z.record(z.string(), text, 'is not written as names and days').optional(),
});

const QuestionShape = map({
  id: text,
  objective: text,
  screen: text.optional(),
  applies: z.literal(true, 'is not “true”').optional(),
  kind: z.enum(QUESTION_KINDS, `is none of ${QUESTION_KINDS.join(', ')}`),
  question: text,
  keepOrder: z.literal(true, 'is not “true”').optional(),
  choices: list(
    map({ text, right: z.literal(true, 'is not “true”').optional(), feedback: text.optional() }),
  ).optional(),
  answer: z.union([z.boolean(), z.number()], 'is neither a number nor true or false').optional(),
  ifTrue: text.optional(),
  ifFalse: text.optional(),
  pairs: list(map({ item: text, match: text, feedback: text.optional() })).optional(),
  order: list(text).optional(),
  tolerance: number.optional(),
  unit: text.optional(),
  ifRight: text.optional(),
  ifWrong: text.optional(),
  explanation: text.optional(),
});

/** questions.yaml. */
export const QuestionsShape = map({
  checks: list(QuestionShape).nullish(),
  test: map({
    title: text.optional(),
    intro: text.optional(),
    draw: number.optional(),
    attempts: number.optional(),
    questions: list(QuestionShape).nullish(),
  }).optional(),
});

/** @param value as YAML says it; nothing at all is an empty file @throws YamlUnreadable with the place of the first that is wrong */
export function shaped<T extends z.ZodType>(shape: T, value: unknown): z.infer<T> {
  const read = shape.safeParse(value ?? {});
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0]!;
  throw new YamlUnreadable(path.length === 0 ? `The file ${message}` : `“${placeOf(path)}” ${message}`);
}

/** `checks 2 choices 1 text`: places in a list are counted from 1. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => (typeof step === 'number' ? step + 1 : String(step))).join(' › ');
