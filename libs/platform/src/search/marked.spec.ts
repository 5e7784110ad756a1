import { askedWords, wordsApart } from './asked-words';
import { excerptOf, markedPieces, type Piece } from './marked';
import { keptText } from './searchable';

const shown = (pieces: readonly Piece[]) => pieces.map(({ text, found }) => (found ? `[${text}]` : text)).join('');

describe('the marks of what was found', () => {
  it.each([
    ['y dŵr oer', 'y \uE000dwr\uE001 oer', 'y [dŵr] oer'],
    ['x\u0302y z', '\uE000xy\uE001 z', '[x\u0302y] z'],
    ['😀 plan 😀', '😀 \uE000plan\uE001 😀', '😀 [plan] 😀'],
    ['plan', '\uE000plan\uE001', '[plan]'],
    ['nothing', 'nothing', 'nothing'],
    ['not the same', '\uE000quite another text\uE001', 'not the same'],
    ['longer than that', '\uE000short\uE001', 'longer than that'],
    ['', '', ''],
  ])('go into the text with its accents: %s', (text, folded, marked) => {
    expect(shown(markedPieces(text, folded))).toBe(marked);
  });

  it('stand in an excerpt of whole words', () => {
    const before = 'before '.repeat(40);
    const after = ' after'.repeat(60);
    const excerpt = shown(
      excerptOf([
        { text: before, found: false },
        { text: 'word', found: true },
        { text: after, found: false },
      ]),
    );
    expect(excerpt).toMatch(/^… (before ){5,8}\[word\]( after){20,40} …$/);
    expect(shown(excerptOf([{ text: 'short', found: false }]))).toBe('short');
    expect(excerptOf([])).toEqual([]);
    expect(shown(excerptOf([{ text: '😀'.repeat(400), found: false }]))).toMatch(/^(😀)+ …$/u);
  });
});

describe('what is typed into the box', () => {
  it('is one line of 200 characters, as whole words', () => {
    expect(askedWords('  code\n of\0 conduct\t')).toEqual({ text: 'code of conduct', shortened: false });
    expect(askedWords('word '.repeat(100))).toEqual({ text: 'word '.repeat(40).trim(), shortened: true });
    expect(askedWords('x'.repeat(10_000)).text).toHaveLength(200);
    expect(askedWords('\uD800\uE000')).toEqual({ text: '\uFFFD', shortened: false });
  });

  it('is guessed at word by word', () => {
    expect(wordsApart('Côd  "of" CONDUCT-x')).toEqual(['cod', 'of', 'conduct', 'x']);
    expect(wordsApart('a '.repeat(50))).toHaveLength(8);
  });
});

it('keeps text composed, without what is no text', () => {
  expect(keptText('w\u0302\0\uE000x\uD800')).toBe('ŵ  x\uFFFD');
  expect(keptText('😀'.repeat(150_000))).toHaveLength(200_000);
});
