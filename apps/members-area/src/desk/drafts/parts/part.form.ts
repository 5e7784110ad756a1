import {
  type BlockFields,
  type BlockKind,
  HEADED,
  idFor,
  type Scenario,
  type ScenarioChoice,
  TONES,
} from '@induct/authoring';
import { said } from '@induct/platform';
import type { z } from 'zod';
import { numbers } from '../frame/fields';
import { MOST_CARDS, MOST_CHOICES, MOST_COLUMNS, MOST_ROWS } from './part.fields';
import { type Typed, typedForm } from '../frame/typed';

/** What a form knows beside what is typed: ids that others of the module have, and the ids of what was there before. */
export interface PartBefore {
  fields?: BlockFields;
  /** Of new cards: no heading stands above them yet. */
  isUnheaded?: boolean;
  /** Of the situations of the module. */
  taken: readonly string[];
}

/** Reads the form of a part of that kind. */
export const partForm = (kind: BlockKind, before: PartBefore): z.ZodType<BlockFields> =>
  typedForm((typed) => readPart(kind, typed, before));

function readPart(kind: BlockKind, typed: Typed, before: PartBefore): BlockFields {
  const headed = HEADED.find((one) => one === kind);
  if (headed)
    return {
      kind: headed,
      heading: typed.line(
        'heading',
        headed === 'council' ? undefined : headed === 'definition' ? said('Write the word') : said('Write a heading'),
      ),
      body: typed.text('body', said('Write the text')),
    };
  switch (kind) {
    case 'heading':
      return { kind, text: typed.line('text', said('Write the heading')), level: typed.raw('level') === '3' ? 3 : 2 };
    case 'list':
      return {
        kind,
        items: typed.lines('items', said('Write the points, one on each line')),
        isOrdered: typed.isTicked('isOrdered'),
      };
    case 'steps':
      return { kind, items: typed.lines('items', said('Write the steps, one on each line')) };
    case 'cards':
      if (before.isUnheaded) typed.line('above', said('Write the heading above the cards'));
      return readCards(typed);
    case 'table':
      return readTable(typed);
    case 'scenario': {
      const was = before.fields?.kind === 'scenario' ? before.fields.scenario : undefined;
      const taken = before.taken.filter((id) => !idsOf(was).includes(id));
      return { kind, scenario: readScenario('', typed, was, [...taken]) };
    }
    case 'check':
      return { kind, question: typed.line('question', said('Choose a knowledge check')) };
    case 'image':
      return {
        kind,
        file: typed.line('file', said('Choose a picture')),
        alt: typed.line('alt', said('Say in one sentence what is in the picture')),
        description: typed.text('description', said('Describe the picture for those who do not see it')),
      };
    case 'video': {
      const title = typed.line('title', said('Write the title of the film'));
      const id = before.fields?.kind === 'video' ? before.fields.id : idFor(title, [], 'film');
      return { kind, id, title, transcript: typed.text('transcript', said('Write what is said in the film')) };
    }
    case 'other': {
      const source = typed.raw('source').replaceAll('\r\n', '\n').trim();
      if (source === '') typed.problem('source', said('Write something, or remove this part'));
      return { kind, source };
    }
    default:
      return { kind: 'text', body: typed.text('body', said('Write the text')) };
  }
}

const idsOf = (scenario: Scenario | undefined): string[] =>
  scenario ? [scenario.id, ...scenario.choices.flatMap(({ next }) => idsOf(next))] : [];

function readCards(typed: Typed): BlockFields {
  const cards = numbers(MOST_CARDS).flatMap((nth) => {
    if (!typed.has(`card${nth}-heading`) && !typed.has(`card${nth}-text`)) return [];
    const heading = typed.line(`card${nth}-heading`, said('Write the heading of this card'));
    return [{ heading, text: typed.text(`card${nth}-text`, said('Write the text of this card')) }];
  });
  if (cards.length < 2) typed.problem(`card${cards.length + 1}-heading`, said('Write at least two cards'));
  return { kind: 'cards', cards };
}

function readTable(typed: Typed): BlockFields {
  const rows = numbers(MOST_ROWS);
  const used = numbers(MOST_COLUMNS).filter(
    (column) => typed.has(`head${column}`) || rows.some((row) => typed.has(`cell${row}-${column}`)),
  );
  if (used.length < 2) typed.problem('head1', said('Write the headings of at least two columns'));
  const columns = used.map((column) => ({
    heading: typed.line(`head${column}`, said('Write the heading of this column')),
    isFigures: typed.isTicked(`figures${column}`),
  }));
  const filled = rows.filter((row) => used.some((column) => typed.has(`cell${row}-${column}`)));
  if (filled.length === 0) typed.problem('cell1-1', said('Write at least one row'));
  const cells = filled.map((row) => used.map((column) => typed.line(`cell${row}-${column}`)));
  return { kind: 'table', caption: typed.line('caption', said('Say what the table shows')), columns, rows: cells };
}

/** @param taken ids of others, and of those that were read before */
function readScenario(at: string, typed: Typed, was: Scenario | undefined, taken: string[]): Scenario {
  const heading = typed.line(`${at}heading`, said('Write a heading'));
  const situation = typed.text(`${at}situation`, said('Say what the situation is'));
  // Members' records name it: it keeps its id.
  const id = was?.id ?? idFor(heading, taken, 'case');
  taken.push(id);
  const choices: ScenarioChoice[] = [];
  for (const nth of numbers(MOST_CHOICES)) {
    if (!typed.has(`${at}choice${nth}`) && !typed.has(`${at}follows${nth}`)) continue;
    const isFollowed =
      at === '' && ['heading', 'situation', 'choice1', 'choice2'].some((one) => typed.has(`then${nth}-${one}`));
    const before = was?.choices[nth - 1]?.next;
    choices.push({
      tone: typed.oneOf(`${at}tone${nth}`, TONES, said('Say how wise this choice is')),
      text: typed.line(`${at}choice${nth}`, said('Write what they do')),
      follows: typed.text(`${at}follows${nth}`, said('Write what follows from it')),
      ...(isFollowed && { next: readScenario(`then${nth}-`, typed, before, taken) }),
    });
  }
  if (choices.length < 2) typed.problem(`${at}choice${choices.length + 1}`, said('Write at least two choices'));
  return { id, heading, situation, choices };
}
