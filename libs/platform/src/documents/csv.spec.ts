import fc from 'fast-check';
import { csvLine } from './csv';

describe('csvLine', () => {
  it('quotes what needs it, as RFC 4180 says', () => {
    expect(csvLine(['Baker, Ann', 'says "yes"', 'two\nlines', 'plain', 5, null])).toBe(
      '"Baker, Ann","says ""yes""","two\nlines",plain,5,\r\n',
    );
  });

  it.each([
    '=1+1',
    '+44 1',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '=HYPERLINK("http://x","y")',
    '＝1+1',
    '＋44',
    '－2',
    '＠SUM(A1)',
    '−2',
    '\u200b=1',
    '\u200d\u2060＝1',
    '\ufeff=1',
    '\u00a0 \u3000+1',
    '\u202e=1',
    '\u00ad@A1',
    '\u0000=1',
    '\u0007=1',
    '\u2028=1',
    '\u180e=1',
    '\u115f=1',
    '\u0001text',
  ])('does not let a spreadsheet run %j', (text) => {
    expect(csvLine([text])).toMatch(/^"?'/);
  });

  it('leaves no cell to begin in the middle of a text, whatever a spreadsheet cuts at', () => {
    expect(csvLine(['Ann;=1+1', 'Ben\t=1+1'])).toBe('"Ann;=1+1","Ben\t=1+1"\r\n');
  });

  it('leaves negative numbers of ours alone', () => {
    expect(csvLine([-5])).toBe('-5\r\n');
  });

  it('writes a plain line as it writes the same cells beside one that needs care', () => {
    const cells = fc.array(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null)), {
      minLength: 1,
    });
    fc.assert(
      fc.property(cells, (line) => {
        expect(csvLine([...line, 'with, care'])).toBe(csvLine(line).replace(/\r\n$/, ',"with, care"\r\n'));
      }),
    );
  });
});
