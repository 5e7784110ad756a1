import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problems } from '../problems.mjs';
import { checkGuessing } from './check-guessing.mjs';
import { catalogueOf, guessingTable } from './guessing-table.mjs';
import { guessesAt, outside, sharesOf } from './guessing.mjs';

type Choice = { text: string; right?: true };

const single = (right: number, longest: number, shortest: number) => ({
  kind: 'single',
  applies: true as const,
  choices: [0, 1, 2, 3].map((place): Choice => {
    const text = 'x'.repeat(place === longest ? 30 : place === shortest ? 20 : 25);
    return { text, ...(place === right && { right: true }) };
  }),
});
const statement = (answer: boolean, question = 'It is so.') => ({ kind: 'true-false', question, answer });
const several = (...right: boolean[]) => ({
  kind: 'multiple',
  choices: right.map((is): Choice => ({ text: 'x'.repeat(20), ...(is && { right: true }) })),
});

/** Every place is right as often as the others, and the longest and the shortest once in four. */
const FAIR = Array.from({ length: 16 }, (_, index) =>
  single(index % 4, (index + (index >> 2)) % 4, (index + (index >> 2) + 1) % 4),
);

const partsWith = (questions: object[], scenario = '') => {
  const folder = mkdtempSync(join(tmpdir(), 'induct-guessing-'));
  const file = join(folder, '01-a.md');
  writeFileSync(file, scenario);
  const lineOf = (path: (string | number)[]) => (typeof path.at(-1) === 'number' ? Number(path.at(-1)) + 1 : 100);
  return {
    folder: join(folder, 'late-papers'),
    questions: { value: { checks: [], test: { questions } }, file: join(folder, 'questions.yaml'), lineOf },
    screens: [{ file }],
  };
};
const rules = (questions: object[], scenario?: string) =>
  outside(guessesAt(partsWith(questions, scenario))).map(({ name }) => name);

const scenario = (id: string, ...choices: string[]) =>
  [`::: scenario ${id} Title`, ...choices.map((choice) => `::: choice ${choice}\n\nSo it goes.\n\n:::`), ':::'].join(
    '\n\n',
  );

describe('the measures of guessing', () => {
  it('find nothing in a bank in which no rule helps', () => {
    expect(rules([...FAIR, statement(true), statement(false)])).toEqual([]);
  });

  it.each([
    [
      'the right choice longest',
      FAIR.map((_, at) => single(at % 4, at % 4, (at + 1) % 4)),
      ['right is longest', 'bot: longest'],
    ],
    [
      'the right choice shortest',
      FAIR.map((_, at) => single(at % 4, (at + 1) % 4, at % 4)),
      ['right is shortest', 'bot: shortest'],
    ],
    ['the right choice first', FAIR.map((_, at) => single(0, at % 4, (at + 1) % 4)), ['right is first', 'bot: A']],
    [
      'the right choice second',
      FAIR.map((_, at) => single(1, at % 4, (at + 1) % 4)),
      ['right is second', 'bot: second'],
    ],
  ])('find %s, and the bot that goes by it', (_, questions, expected) => {
    expect(rules(questions)).toEqual(expect.arrayContaining(expected));
  });

  it('find that the longest is never right: a tell as well', () => {
    expect(rules(FAIR.map((_, at) => single(at % 4, (at + 1) % 4, (at + 2) % 4)))).toContain('right is longest');
  });

  it('find statements that are mostly false, and the bot that says so', () => {
    const statements = [true, true, false, false, false, false, false, false].map((answer) => statement(answer));
    expect(rules(statements)).toEqual(expect.arrayContaining(['statement is false', 'bot: false']));
  });

  it('find one wrong among several, and A always right', () => {
    const found = rules([...FAIR, ...Array.from({ length: 3 }, () => several(true, true, false, true))]);
    expect(found).toEqual(expect.arrayContaining(['several: one wrong']));
    expect(rules([...FAIR, ...Array.from({ length: 5 }, () => several(true, false, true, false))])).toContain(
      'several: A is right',
    );
  });

  it('find absolute words where they give a wrong answer away', () => {
    const statements = [statement(true), statement(true), statement(true)];
    const absolute = ['It is always so.', 'Never.', 'Only now.'].map((words) => statement(false, words));
    expect(rules([...FAIR, ...statements, ...absolute])).toContain('absolute word is wrong');
    const both = [...absolute, statement(true, 'Nobody may.'), statement(true, 'It is never so.')];
    expect(rules([...FAIR, ...both, statement(true)])).not.toContain('absolute word is wrong');
  });

  it('find the wise choice longest and second in every scenario', () => {
    const text = ['a', 'b', 'c']
      .map((id) => scenario(id, 'unwise No', 'wise Longest of them', 'partly Half'))
      .join('\n\n');
    expect(rules(FAIR, text)).toEqual(
      expect.arrayContaining([
        'wise is longest',
        'wise is shortest',
        'wise is first',
        'wise is second',
        'wise is third',
      ]),
    );
  });

  it('take a scenario that follows in a choice for one of its own', () => {
    const second = scenario('b', 'unwise Leave', 'wise Stay');
    const first = scenario('a', 'wise Wait', 'partly Go').replace(
      'Go\n\nSo it goes.',
      `Go\n\nSo it goes.\n\n${second}`,
    );
    const { 'wise is first': found } = guessesAt(partsWith(FAIR, first));
    expect(found!.map(({ hit, chance, line }) => [hit, chance, line])).toEqual([
      [1, 0.5, 1],
      [0, 0.5, 13],
    ]);
  });

  it('stand in a table with the whole catalogue beside them', () => {
    const measures = guessesAt(partsWith(FAIR));
    const modules = new Map([
      ['one', measures],
      ['two', guessesAt(partsWith(FAIR.map((_, at) => single(0, at % 4, (at + 1) % 4))))],
    ]);
    expect(sharesOf(catalogueOf(modules)['right is first']!)).toEqual({ share: 0.625, chance: 0.25 });
    expect(guessingTable(modules)).toMatch(/^right is first +25 +100 +63 +25$/m);
    expect(guessingTable(modules)).toMatch(/1 one · 2 two$/);
  });
});

describe('content:check of what can be guessed', () => {
  const said = (questions: object[], still: string[] = []) => {
    const problems = new Problems();
    checkGuessing(partsWith(questions), problems, still);
    return problems.found.map(({ severity, line, message }) => `${severity} ${line} ${message}`);
  };
  const fair = [...FAIR, ...FAIR];

  it('is content with a fair bank', () => expect(said(fair)).toEqual([]));

  it('names the line of the first question, and those of the others', () => {
    expect(said(fair.map((_, at) => single(0, at % 4, (at + 1) % 4)))).toContainEqual(
      expect.stringMatching(/^error 1 A guesser's rule\. right is first: 100% of 32, by chance 25%; so do 2, 3, .*32$/),
    );
  });

  it('says of a module on the list that it is to be looked at', () => {
    const found = said(
      fair.map((_, at) => single(0, at % 4, (at + 1) % 4)),
      ['late-papers'],
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it('asks for half of the questions to ask for use of what was read', () => {
    const recalled = fair.map((question, at) => (at < 15 ? question : { ...question, applies: undefined }));
    expect(said(recalled)).toEqual([expect.stringMatching(/^error 100 15 of 32 questions ask to use what was read/)]);
    expect(said(fair.map((question, at) => (at < 16 ? question : { ...question, applies: undefined })))).toEqual([]);
  });

  it('asks for choices of like length', () => {
    const long = { ...single(0, 1, 2), choices: single(0, 1, 2).choices.with(1, { text: 'x'.repeat(41) }) };
    expect(said(fair.with(4, long))).toEqual([
      expect.stringMatching(/^error 5 Choices of 25, 41, 20, 25 letters: write them of like length/),
    ]);
  });

  it.each([
    [['5', '10', '15 days'], true],
    [['Two members', 'Five members'], true],
    [['A note', 'A letter', 'Both of these'], true],
    [['A note', 'A letter'], false],
  ])('asks to keep the order of %j: %s', (texts, asks) => {
    const choices = texts.map((text, at) => ({ text, ...(at === 0 && { right: true }) }));
    const asked = (more: object) =>
      said([{ kind: 'single', choices, ...more }]).filter((line) => line.includes('keepOrder: true'));
    expect(asked({})).toHaveLength(asks ? 1 : 0);
    expect(asked({ keepOrder: true })).toEqual([]);
  });
});
