import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { readBlock, writeBlock } from './block-fields';
import {
  insertBlock,
  joinScreen,
  moveBlock,
  parseScreen,
  removeBlock,
  replaceBlock,
  titleOf,
  withTitle,
} from './screen-text';

const content = join(__dirname, '../../../../content');
const shipped = globSync('{courses/*,build/starter,player/specimen}/[0-9][0-9]-*.md', { cwd: content }).map((path) => ({
  path,
  source: readFileSync(join(content, path), 'utf8'),
}));

const PIECES = [
  '# A',
  '## B',
  'words',
  '- one',
  '1. one',
  '  more',
  '',
  ' ',
  ':::',
  '::: callout X',
  '::: steps',
  '::: no',
  '```',
  '> said',
  '| a |',
  '---',
  '\t',
  '    code',
];
const written = fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((lines) => lines.join('\n'));

describe('the parts of a screen', () => {
  it('are those of every screen that ships', () => {
    expect(shipped.length).toBeGreaterThan(200);
    const kinds = new Set(shipped.flatMap(({ source }) => parseScreen(source).blocks.map(({ kind }) => kind)));
    expect(kinds).toContain('scenario');
    expect(kinds).not.toContain('other');
  });

  it('joined again are what they were, byte for byte, on all that ships', () => {
    for (const { source } of shipped) expect(joinScreen(parseScreen(source))).toBe(source);
  });

  it('joined again are what they were, whatever is written', () => {
    const isKept = fc.property(written, (source) => expect(joinScreen(parseScreen(source))).toBe(source));
    fc.assert(isKept, { numRuns: 2000 });
  });

  it('know their line', () => {
    for (const { source } of shipped)
      for (const { line, source: part } of parseScreen(source).blocks)
        expect(source.split('\n')[line - 1]).toBe(part.split('\n')[0]);
  });

  it('all have a form, but for what nobody could write in one', () => {
    const byHand = shipped.flatMap(({ path, source }) =>
      parseScreen(source)
        .blocks.filter((block) => readBlock(block.source).kind === 'other')
        .map((block) => `${dirname(path)}:${block.line} ${block.source.split('\n')[0]}`),
    );
    expect(byHand).toEqual([]);
  });

  it('keep the others as they are, byte for byte, when one is changed', () => {
    for (const { source } of shipped) {
      const { blocks } = parseScreen(source);
      blocks.forEach((_, at) => {
        const changed = parseScreen(replaceBlock(source, at, '## Something else')).blocks;
        expect(changed.map((block) => block.source)).toEqual(
          blocks.map((block, index) => (index === at ? '## Something else' : block.source)),
        );
      });
    }
  });

  it('written by their forms, read as they did', () => {
    for (const { source } of shipped)
      for (const { source: part } of parseScreen(source).blocks) {
        const fields = readBlock(part);
        expect(readBlock(writeBlock(fields))).toEqual(fields);
      }
  });
});

describe('a screen', () => {
  const SCREEN = '# One\n\nFirst.\n\n## Two\n\n- a\n- b\n';

  it('takes a part in the middle, before all and behind all', () => {
    expect(insertBlock(SCREEN, 1, '::: callout X\n\nY\n\n:::')).toBe(
      '# One\n\nFirst.\n\n::: callout X\n\nY\n\n:::\n\n## Two\n\n- a\n- b\n',
    );
    expect(insertBlock(SCREEN, 0, '## Zero')).toBe('# One\n\n## Zero\n\nFirst.\n\n## Two\n\n- a\n- b\n');
    expect(insertBlock(SCREEN, 3, '## Last')).toBe(`${SCREEN}\n## Last\n`);
    expect(insertBlock('# One', 0, 'Text')).toBe('# One\n\nText\n');
  });

  it('lets a part go', () => {
    expect(removeBlock(SCREEN, 1)).toBe('# One\n\nFirst.\n\n- a\n- b\n');
    expect(removeBlock(SCREEN, 2)).toBe('# One\n\nFirst.\n\n## Two\n');
    expect(removeBlock('# One\n\nText\n', 0)).toBe('# One\n');
  });

  it('moves a part, and not beyond its ends', () => {
    expect(moveBlock(SCREEN, 1, -1)).toBe('# One\n\n## Two\n\nFirst.\n\n- a\n- b\n');
    expect(moveBlock(SCREEN, 0, -1)).toBe(SCREEN);
    expect(moveBlock(SCREEN, 2, 1)).toBe(SCREEN);
  });

  it('moved there and back is what it was, where no two texts came to stand together', () => {
    let moved = 0;
    for (const { source } of shipped)
      parseScreen(source).blocks.forEach((_, at, { length }) => {
        const there = moveBlock(source, at, 1);
        if (at + 1 === length || parseScreen(there).blocks.length < length) return;
        expect(moveBlock(there, at, 1)).toBe(source);
        moved += 1;
      });
    expect(moved).toBeGreaterThan(500);
  });

  it('has the title of its first line', () => {
    expect(titleOf(SCREEN)).toBe('One');
    expect(withTitle(SCREEN, 'What it costs: $& more')).toBe(SCREEN.replace('One', () => 'What it costs: $& more'));
  });
});

describe('a part', () => {
  it.each([
    ['text', 'One.\nTwo.', 'One.\n\nTwo.'],
    ['a list in a text', 'First:\n- a\n- b\nThen.', 'First:\n\n- a\n- b\n\nThen.'],
  ])('of %s is written as people type', (_, body, markdown) => {
    expect(writeBlock({ kind: 'text', body })).toBe(markdown);
  });

  it('of a table keeps a stroke that was typed', () => {
    const table = {
      kind: 'table',
      caption: 'C',
      columns: [
        { heading: 'A', isFigures: false },
        { heading: 'B', isFigures: true },
      ],
      rows: [['x | y', '1']],
    } as const;
    expect(readBlock(writeBlock(table))).toEqual(table);
  });

  it('that its form cannot show is left as it is written', () => {
    const odd = '::: callout Heading\n\n::: steps\n\n1. One\n\n:::\n\n:::';
    expect(readBlock(odd)).toEqual({ kind: 'other', source: odd });
  });
});
