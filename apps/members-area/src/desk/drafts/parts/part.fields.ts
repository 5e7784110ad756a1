import {
  type BlockFields,
  picturesOf,
  type ModuleFiles,
  readQuestions,
  type Scenario,
  type Table,
  screensOf,
  textOf,
} from '@induct/authoring';
import { said, w } from '@induct/platform';
import { type Field, group, type Item, line, numbers, text, tick } from '../frame/fields';

export const MOST_CHOICES = 4;
export const MOST_CARDS = 6;
export const MOST_COLUMNS = 5;
export const MOST_ROWS = 30;
const SPARE_ROWS = 3;
/** Of a table that is begun. */
const LEAST_ROWS = 5;

const BODY_HINT = () =>
  said(
    'Each line is a paragraph. Lines that begin with a hyphen are a list. **Two stars** make bold, [words](https://address) a link, [s27 Localism Act 2011] a source of law',
  );

export const toneItems = (): Item[] => [
  { value: 'wise', text: said('Wise: that works') },
  { value: 'partly', text: said('Partly: only half-way there') },
  { value: 'unwise', text: said('Unwise: better not') },
];

/**
 * The form of a part.
 * @param fields what it holds @param files of the module, for what can be chosen
 * @param isUnheaded cards that come in where no heading stands above them
 */
export function partFields(fields: BlockFields, files: ModuleFiles, isUnheaded: boolean): readonly Field[] {
  if (isUnheaded)
    return [
      line(
        'above',
        said('Heading above the cards'),
        said('Cards stand under a heading of their own, and there is none on the screen yet'),
      ),
      ...partFields(fields, files, false),
    ];
  switch (fields.kind) {
    case 'heading':
      return [
        line('text', said('The heading')),
        {
          as: 'radios',
          name: 'level',
          label: said('How large?'),
          items: [
            { value: '2', text: said('Large') },
            { value: '3', text: said('Small, below a large one') },
          ],
        },
      ];
    case 'text':
      return [text('body', said('The text'), BODY_HINT(), 8)];
    case 'list':
      return [text('items', said('The points'), said('One on each line'), 6), tick('isOrdered', said('Number them'))];
    case 'callout':
      return [line('heading', said('Heading')), text('body', said('The text'), BODY_HINT())];
    case 'definition':
      return [line('heading', said('The word')), text('body', said('What it means'), BODY_HINT())];
    case 'reveal':
      return [
        line('heading', said('Heading'), said('What people press to open it, for example: Where the law says so')),
        text('body', said('The text'), BODY_HINT(), 6),
      ];
    case 'council':
      return [
        line('heading', said('Heading (optional)')),
        text(
          'body',
          said('The text'),
          said(
            'Each line is a paragraph. Names and numbers of your council can stand here as local facts: choose one below',
          ),
        ),
      ];
    case 'steps':
      return [text('items', said('The steps'), said('One on each line, in their order. **Two stars** make bold'), 6)];
    case 'cards':
      return numbers(MOST_CARDS).map((nth) =>
        nth <= Math.max(2, fields.cards.length + 1)
          ? group(
              w`Card ${nth}`,
              line(`card${nth}-heading`, said('Heading')),
              text(`card${nth}-text`, said('The text'), undefined, 3),
            )
          : {
              as: 'folded',
              legend: w`Card ${nth}`,
              isOpen: false,
              fields: [
                line(`card${nth}-heading`, said('Heading')),
                text(`card${nth}-text`, said('The text'), undefined, 3),
              ],
            },
      );
    case 'table':
      return tableFields(fields);
    case 'scenario':
      return scenarioFields('', fields.scenario, true);
    case 'check':
      return [
        {
          as: 'select',
          name: 'question',
          label: said('Which knowledge check?'),
          items: checkItems(files, fields.question),
        },
      ];
    case 'image':
      return [
        {
          as: 'select',
          name: 'file',
          label: said('Which picture?'),
          hint: said('Pictures are brought in on the page “Pictures” of the module'),
          items: [
            { value: '', text: said('Choose a picture') },
            ...picturesOf(files).map((path) => ({ value: path, text: path.slice('media/'.length) })),
          ],
        },
        line(
          'alt',
          said('What is in the picture, in one sentence'),
          said('Read out to those who do not see it. Not “a picture of …”'),
        ),
        text(
          'description',
          said('Description'),
          said('All that the picture tells, in words: whoever does not see it must not miss anything'),
        ),
      ];
    case 'video':
      return [
        line('title', said('Title of the film')),
        text('transcript', said('What is said in it'), BODY_HINT(), 10),
      ];
    case 'other':
      return [
        text(
          'source',
          said('As it is written'),
          said(
            'This part was written by hand, and no form can show it. Change the words, and leave the marks as they are',
          ),
          12,
        ),
      ];
  }
}

/** One column and some rows beside those that are there, to write more. */
function tableFields({ columns: there, rows }: Pick<Table, 'columns' | 'rows'>): readonly Field[] {
  const columns = numbers(Math.min(MOST_COLUMNS, Math.max(3, there.length + 1)));
  const row = (nth: number) => ({ legend: w`Row ${nth}`, names: columns.map((column) => `cell${nth}-${column}`) });
  return [
    line('caption', said('What the table shows')),
    {
      as: 'grid',
      caption: said('The table'),
      columns: columns.map((nth) => w`Column ${nth}`),
      rows: [
        { legend: said('Headings of the columns'), names: columns.map((nth) => `head${nth}`) },
        ...numbers(Math.min(MOST_ROWS, Math.max(LEAST_ROWS, rows.length + SPARE_ROWS))).map(row),
      ],
      hint: said(
        'What is empty is left out. When all is full, save it: opened again, it has room for one more column and three more rows',
      ),
    },
    group(
      said('Columns with figures'),
      ...columns.map((nth) => tick(`figures${nth}`, w`Column ${nth} holds figures: set it to the right`)),
    ),
  ];
}

/** @param at what the names begin with: nothing, or `then2-` for what is asked after the second choice */
function scenarioFields(at: string, scenario: Scenario | undefined, mayGoOn: boolean): readonly Field[] {
  const choices = scenario?.choices ?? [];
  const ofChoice = (nth: number): Field[] => [
    text(`${at}choice${nth}`, said('What they do'), said('For example: You ask for time to read it.'), 2),
    { as: 'radios', name: `${at}tone${nth}`, label: said('How wise is it?'), items: toneItems() },
    text(`${at}follows${nth}`, said('What follows, and why'), undefined, 3),
    ...(mayGoOn
      ? [
          {
            as: 'folded' as const,
            legend: said('“And then?”: a second question after this choice'),
            isOpen: choices[nth - 1]?.next !== undefined,
            fields: scenarioFields(`then${nth}-`, choices[nth - 1]?.next, false),
          },
        ]
      : []),
  ];
  return [
    line(`${at}heading`, said('Heading'), said('For example: The late paper')),
    text(
      `${at}situation`,
      mayGoOn ? said('The situation') : said('What happens next'),
      said('Two or three sentences, with a person and a name in them'),
    ),
    ...numbers(MOST_CHOICES).map((nth): Field => {
      const legend = mayGoOn ? w`Choice ${nth}` : w`“And then?”: choice ${nth}`;
      return nth <= Math.max(2, choices.length)
        ? group(legend, ...ofChoice(nth))
        : { as: 'folded', legend, isOpen: false, fields: ofChoice(nth) };
    }),
  ];
}

/** Those that no screen shows, and the one that stands here. */
function checkItems(files: ModuleFiles, chosen: string): Item[] {
  const shown = screensOf(files).flatMap(({ source }) =>
    [...source.matchAll(/^::: *check +([a-z0-9-]+)/gm)].map(([, id]) => id),
  );
  const free = readQuestions(textOf(files, 'questions.yaml')).checks.filter(
    ({ id }) => id === chosen || !shown.includes(id),
  );
  return [{ value: '', text: said('Choose one') }, ...free.map(({ id, question }) => ({ value: id, text: question }))];
}
