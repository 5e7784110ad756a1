import fc from 'fast-check';
import { Letter } from '../writing/letter';
import { notifyWords } from './notify-words';

const options = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };
const signs = [
  '#',
  '*',
  '-',
  '+',
  '•',
  '^',
  '=',
  '1.',
  '[',
  ']',
  '(',
  ')',
  '`',
  '~',
  '_',
  '|',
  '\\',
  '<',
  '>',
  '&',
  ' ',
  '\n',
  '\r',
  '\u2424',
  'a',
];
const text = fc
  .array(fc.constantFrom(...signs, '[x](http://e.example)', '&amp;'), { maxLength: 12 })
  .map((all) => all.join(''));
const words = (part: string) =>
  notifyWords(Letter.of({ subject: 's', name: 'Ann', parts: [part] })).slice('Dear Ann,\n\n'.length);

describe('the words of a letter for Notify', () => {
  it.each([
    ['9.30am to 1pm', String.raw`9\.30am to 1pm`],
    ['# not a heading', String.raw`\# not a heading`],
    ['• one\n^ two', '\u200B• one\n\u200B^ two'],
    ['[a](https://b.example/c_d)', String.raw`\[a\](https://b.example/c_d)`],
    ['Q&amp;A <b>', 'Q&amp;amp;A &lt;b>'],
    ['   as code', 'as code'],
  ])('“%s” is %s', (said, is) => expect(words(said)).toBe(is));

  it('have links with their words, and brackets where Markdown can write none', () => {
    const url = 'https://members.example/a(b)?c=1&d=2';
    const linked = (said: string) =>
      notifyWords(Letter.of({ subject: 's', name: 'Ann', parts: [{ url, text: said }] })).split('\n\n')[1];
    expect(linked('Go *there*')).toBe(String.raw`[Go \*there\*](https://members.example/a%28b%29?c=1&amp;d=2)`);
    expect(linked('To [it]')).toBe('To \\[it\\]:\nhttps://members.example/a%28b%29?c=1&amp;d=2');
  });

  it('are what was written, and no line begins or holds anything of Markdown', () => {
    fc.assert(
      fc.property(text, (said) => {
        const written = words(said);
        const addressless = written.replaceAll(/https?:\/\/\S+/g, '');
        expect(addressless).not.toMatch(/^[^\S\n]*(?:[#+*•^=-]|\d+\.|[^\S\n]{4})/m);
        expect(addressless.replaceAll(/\\[^a-z\d\s]/gi, '')).not.toMatch(/[[\]`*_~|\\\r\u2424]/);
        const read = written
          .split(/(https?:\/\/\S+)/)
          .map((piece, nth) => (nth % 2 === 1 ? piece : piece.replaceAll(/\\([^a-z\d\s])/gi, '$1')))
          .join('')
          .replaceAll('&lt;', '<')
          .replaceAll('&amp;', '&');
        expect(read.replaceAll(/[\s\u200B]/g, '')).toBe(said.replaceAll(/[\s\u2424]/g, ''));
      }),
      options,
    );
  });
});
