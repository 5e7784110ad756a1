import type { Choice, Match, Question, QuestionKind, QuestionList } from '@induct/authoring';
import { said } from '@induct/platform';
import type { z } from 'zod';
import type { Fields } from '../../../forms/form-problems';
import { numbers } from '../frame/fields';
import { MOST_CHOICES } from './question.fields';
import { type Typed, typedForm } from '../frame/typed';

export type QuestionTyped = Omit<Question, 'id'>;

/** What no preview shows, and is written last. */
const WRITTEN_LAST = ['objective', 'screen', 'explanation', 'ifRight', 'ifWrong', 'ifTrue', 'ifFalse'];

/** A form that can be shown before everything is in it. */
export const withFillers = (sent: Fields | null | undefined): Fields => ({
  ...sent,
  ...Object.fromEntries(
    [...WRITTEN_LAST, ...numbers(MOST_CHOICES).flatMap((nth) => (sent?.[`choice${nth}`] ? [`feedback${nth}`] : []))]
      .filter((name) => !sent?.[name])
      .map((name) => [name, '–']),
  ),
});

/** Reads the form of a question. */
export const questionForm = (list: QuestionList, kind: QuestionKind): z.ZodType<QuestionTyped> =>
  typedForm((typed) => ({
    objective: typed.line('objective', said('Choose an aim')),
    ...(list === 'test' && { screen: typed.line('screen', said('Choose a screen')) }),
    ...(list === 'test' && typed.isTicked('applies') && { applies: true as const }),
    kind,
    question: typed.text('question', kind === 'true-false' ? said('Write the statement') : said('Write the question')),
    ...answers(list, kind, typed),
    ...(list === 'test' && { explanation: typed.text('explanation', said('Say why the right answer is right')) }),
  }));

function answers(list: QuestionList, kind: QuestionKind, typed: Typed): Partial<Question> {
  const isCheck = list === 'checks';
  switch (kind) {
    case 'single':
    case 'multiple':
      return { choices: readChoices(isCheck, kind, typed), ...(typed.isTicked('keepOrder') && { keepOrder: true }) };
    case 'true-false':
      return {
        answer: typed.oneOf('answer', ['true', 'false'], said('Say whether it is true')) === 'true',
        ...(isCheck && {
          ifTrue: typed.text('ifTrue', said('Write what to say to those who answer “True”')),
          ifFalse: typed.text('ifFalse', said('Write what to say to those who answer “False”')),
        }),
      };
    case 'matching':
      return { pairs: readPairs(isCheck, typed), ...(isCheck && verdicts(typed)) };
    case 'ordering': {
      const order = typed.lines('order', said('Write the steps, one on each line'));
      if (order.length < 3 || order.length > MOST_CHOICES) typed.problem('order', said('Write three to six steps'));
      if (!areDifferent(order)) typed.problem('order', said('Two steps are the same'));
      return { order, ...(isCheck && verdicts(typed)) };
    }
    case 'number':
      return {
        answer: typed.number('answer', said('Write the right answer as a number')),
        ...(typed.has('tolerance') && {
          tolerance: Math.abs(typed.number('tolerance', said('Write a number, or leave it out'))),
        }),
        ...(typed.has('unit') && { unit: typed.line('unit') }),
        ...(isCheck && verdicts(typed)),
      };
  }
}

const verdicts = (typed: Typed) => ({
  ifRight: typed.text('ifRight', said('Write what to say when it is right')),
  ifWrong: typed.text('ifWrong', said('Write what to say when it is wrong')),
});

function readChoices(isCheck: boolean, kind: 'single' | 'multiple', typed: Typed): Choice[] {
  const isRight = (nth: number) =>
    kind === 'single' ? typed.raw('right') === String(nth) : typed.isTicked(`right${nth}`);
  const choices = numbers(MOST_CHOICES).flatMap((nth): Choice[] => {
    if (!typed.has(`choice${nth}`) && !typed.has(`feedback${nth}`)) return [];
    const words = typed.text(`choice${nth}`, said('Write the choice'));
    return [
      {
        text: words,
        ...(isRight(nth) && { right: true as const }),
        ...(isCheck && { feedback: typed.text(`feedback${nth}`, said('Write what to say to those who choose it')) }),
      },
    ];
  });
  const right = choices.filter((choice) => choice.right).length;
  const least = kind === 'single' ? 2 : 3;
  if (choices.length < least)
    typed.problem(
      `choice${choices.length + 1}`,
      kind === 'single' ? said('Write at least two choices') : said('Write at least three choices'),
    );
  if (kind === 'single' && right !== 1) typed.problem('right', said('Mark one choice as the right one'));
  if (kind === 'multiple' && (right === 0 || right === choices.length))
    typed.problem('right1', said('Mark at least one choice as right, and leave at least one that is not'));
  return choices;
}

function readPairs(isCheck: boolean, typed: Typed): Match[] {
  const pairs = numbers(MOST_CHOICES).flatMap((nth): Match[] => {
    if (!typed.has(`item${nth}`) && !typed.has(`match${nth}`)) return [];
    return [
      {
        item: typed.line(`item${nth}`, said('Write the thing')),
        match: typed.line(`match${nth}`, said('Write what belongs to it')),
        ...(isCheck && typed.has(`feedback${nth}`) && { feedback: typed.text(`feedback${nth}`) }),
      },
    ];
  });
  if (pairs.length < 3) typed.problem(`item${pairs.length + 1}`, said('Write at least three pairs'));
  if (!areDifferent(pairs.map(({ match }) => match)))
    typed.problem('match1', said('What belongs to them must be different for each'));
  if (!areDifferent(pairs.map(({ item }) => item))) typed.problem('item1', said('Two things are the same'));
  return pairs;
}

const areDifferent = (texts: readonly string[]): boolean =>
  new Set(texts.map((one) => one.toLowerCase())).size === texts.length;
