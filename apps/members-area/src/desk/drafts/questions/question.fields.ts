import {
  type ModuleFiles,
  type Question,
  QUESTION_KINDS,
  type QuestionKind,
  type QuestionList,
  readDetails,
  readQuestions,
  screensOf,
  textOf,
} from '@induct/authoring';
import { said, w } from '@induct/platform';
import type { Fields } from '../../../forms/form-problems';
import { type Field, group, type Item, line, numbers, text, tick } from '../frame/fields';

export const MOST_CHOICES = 6;
/** What the check asks of a test before it is published (content/build/check): so many questions, and so many of each aim. */
export const LEAST_QUESTIONS = 20;
const LEAST_OF_AIM = 3;

export const kindNames = (): Record<QuestionKind, { name: string; says: string }> => ({
  single: { name: said('One right answer'), says: said('Two to six choices, one of them right') },
  multiple: {
    name: said('Several right answers'),
    says: said('Three to six choices, and people tick all that are right'),
  },
  'true-false': { name: said('True or false'), says: said('A statement, and whether it is true') },
  matching: { name: said('Match'), says: said('Three to six things, each with what belongs to it') },
  ordering: { name: said('Put in order'), says: said('Three to six steps, and people put them in order') },
  number: { name: said('A number'), says: said('People write a number') },
});

export const kindItems = (): Item[] =>
  QUESTION_KINDS.map((value) => ({ value, text: kindNames()[value].name, hint: kindNames()[value].says }));

/** The form of a question. */
export function questionFields(list: QuestionList, kind: QuestionKind, files: ModuleFiles): readonly Field[] {
  return [
    text('question', kind === 'true-false' ? said('The statement') : said('The question'), undefined, 3),
    ...answers(list, kind),
    {
      as: 'select',
      name: 'objective',
      label: said('Which aim of the module does it belong to?'),
      items: objectiveItems(list, files),
    },
    ...(list === 'test' ? ofTest(files) : []),
  ];
}

function ofTest(files: ModuleFiles): Field[] {
  const screens = screensOf(files).map(({ id, number, title }) => ({ value: id, text: `${number}. ${title}` }));
  return [
    text('explanation', said('Why is the right answer right?'), said('Shown to those who have passed'), 3),
    {
      as: 'select',
      name: 'screen',
      label: said('On which screen can one read it again?'),
      items: [{ value: '', text: said('Choose a screen') }, ...screens],
    },
    tick(
      'applies',
      said('It asks to use what was read on a case'),
      said('At least half of the questions should. Not ticked: it asks to remember'),
    ),
  ];
}

function answers(list: QuestionList, kind: QuestionKind): Field[] {
  const isCheck = list === 'checks';
  const verdicts = isCheck
    ? [
        text('ifRight', said('What to say when it is right'), undefined, 2),
        text('ifWrong', said('What to say when it is wrong'), undefined, 2),
      ]
    : [];
  switch (kind) {
    case 'single':
    case 'multiple':
      return [
        ...numbers(MOST_CHOICES).flatMap((nth) => choice(nth, kind, isCheck)),
        tick(
          'keepOrder',
          said('Keep this order'),
          said('For numbers, and for “all of these”. Everybody else meets the choices mixed'),
        ),
      ];
    case 'true-false':
      return [
        {
          as: 'radios',
          name: 'answer',
          label: said('Is it true?'),
          items: [
            { value: 'true', text: said('True') },
            { value: 'false', text: said('False') },
          ],
        },
        ...(isCheck
          ? [
              text('ifTrue', said('What to say to those who answer “True”'), undefined, 2),
              text('ifFalse', said('What to say to those who answer “False”'), undefined, 2),
            ]
          : []),
      ];
    case 'matching':
      return [...numbers(MOST_CHOICES).map((nth) => pair(nth, isCheck, nth <= 3)), ...verdicts];
    case 'ordering':
      return [
        text(
          'order',
          said('The steps in the right order'),
          said('One on each line, three to six of them. They are shown mixed'),
          6,
        ),
        ...verdicts,
      ];
    case 'number':
      return [
        { as: 'number', name: 'answer', label: said('The right number') },
        line('unit', said('Unit (optional)'), said('For example: clear days')),
        { as: 'number', name: 'tolerance', label: said('How far off may it be? (optional)') },
        ...verdicts,
      ];
  }
}

/** More are opened by a press. */
const CHOICES_SHOWN = 4;

function choice(nth: number, kind: 'single' | 'multiple', isCheck: boolean): Field[] {
  const right: Field =
    kind === 'single'
      ? { as: 'pick', name: 'right', value: String(nth), label: w`Choice ${nth} is the right one` }
      : tick(`right${nth}`, w`Choice ${nth} is right`);
  const fields = [text(`choice${nth}`, isCheck ? said('The choice') : w`Choice ${nth}`, undefined, 2), right];
  const feedback = text(`feedback${nth}`, said('What to say to those who choose it'), undefined, 2);
  const legend = w`Choice ${nth}`;
  if (nth > CHOICES_SHOWN)
    return [{ as: 'folded', legend, isOpen: false, fields: isCheck ? [...fields, feedback] : fields }];
  return isCheck ? [group(legend, ...fields, feedback)] : fields;
}

function pair(nth: number, isCheck: boolean, isShown: boolean): Field {
  const fields = [
    line(`item${nth}`, said('The thing')),
    line(`match${nth}`, said('What belongs to it'), said('At most 60 letters')),
    ...(isCheck ? [text(`feedback${nth}`, said('What to say about it (optional)'), undefined, 2)] : []),
  ];
  return isShown ? group(w`Pair ${nth}`, ...fields) : { as: 'folded', legend: w`Pair ${nth}`, isOpen: false, fields };
}

/** Of the test, with how many questions each has already: the number stands first, for a phone shows no more. */
const objectiveItems = (list: QuestionList, files: ModuleFiles): Item[] => [
  { value: '', text: said('Choose an aim') },
  ...readDetails(textOf(files, 'module.yaml')).objectives.map(({ id, text: says }) => ({
    value: id,
    text: list === 'test' ? w`${askedOn(files, id)} of ${LEAST_OF_AIM} written: ${says}` : says,
  })),
];

const askedOn = (files: ModuleFiles, aim: string): number =>
  readQuestions(textOf(files, 'questions.yaml')).test.filter(({ objective }) => objective === aim).length;

/** What the form of a question shows first. */
export function questionValues(question: Question): Fields {
  const { choices = [], pairs = [], order, answer, tolerance, applies, keepOrder, ...texts } = question;
  return {
    ...texts,
    ...(order && { order: order.join('\n') }),
    ...(answer !== undefined && { answer: String(answer) }),
    ...(tolerance !== undefined && { tolerance: String(tolerance) }),
    applies: applies ? 'yes' : '',
    keepOrder: keepOrder ? 'yes' : '',
    ...Object.fromEntries(
      choices.flatMap(({ text: words, right, feedback }, at) => [
        [`choice${at + 1}`, words],
        [`right${at + 1}`, right ? 'yes' : ''],
        ...(right && question.kind === 'single' ? [['right', String(at + 1)]] : []),
        [`feedback${at + 1}`, feedback ?? ''],
      ]),
    ),
    ...Object.fromEntries(
      pairs.flatMap(({ item, match, feedback }, at) => [
        [`item${at + 1}`, item],
        [`match${at + 1}`, match],
        [`feedback${at + 1}`, feedback ?? ''],
      ]),
    ),
  };
}
