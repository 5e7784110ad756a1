import { renderInline } from './markdown.mjs';
import { settledOrder } from './settled-order.mjs';

const LETTERS = 'abcdef';

/**
 * A question as the player sees it. Every kind has options with letters, in the order they are shown, and `right`: the
 * letters of an exactly right answer. Matching has one letter an item, ordering one a place; a number has no options
 * and `right` is the number.
 */
export function asAsked(question) {
  return { ...question, ...KINDS[question.kind](question) };
}

const KINDS = {
  single: ({ choices }) => chosenFrom(choices),
  multiple: ({ choices }) => chosenFrom(choices),
  'true-false': ({ answer, ifTrue, ifFalse }) =>
    chosenFrom([
      { text: 'True', right: answer, feedback: ifTrue },
      { text: 'False', right: !answer, feedback: ifFalse },
    ]),
  matching({ id, pairs }) {
    const options = lettered(
      settledOrder(
        id,
        pairs.map(({ match }) => match),
      ).map((text) => ({ text })),
    );
    const letterOf = (match) => options.find(({ text }) => text === match).letter;
    return {
      items: pairs.map(({ item, feedback }) => ({ text: item, feedback: feedback && renderInline(feedback) })),
      options,
      right: pairs.map(({ match }) => letterOf(match)).join(''),
    };
  },
  ordering({ id, order }) {
    const options = lettered(settledOrder(id, order).map((text) => ({ text })));
    return { options, right: order.map((step) => options.find(({ text }) => text === step).letter).join('') };
  },
  number: ({ answer }) => ({ options: [], right: String(answer) }),
};

function chosenFrom(choices) {
  const options = lettered(
    choices.map(({ text, right, feedback }) => ({
      text,
      right: right === true,
      feedback: feedback && renderInline(feedback),
    })),
  );
  return {
    options,
    right: options
      .filter(({ right }) => right)
      .map(({ letter }) => letter)
      .join(''),
  };
}

const lettered = (options) => options.map((option, index) => ({ letter: LETTERS[index], ...option }));
