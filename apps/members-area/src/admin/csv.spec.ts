import { csvLine } from './csv';

describe('csvLine', () => {
  it('quotes what needs it, as RFC 4180 says', () => {
    expect(csvLine(['Baker, Ann', 'says "yes"', 'two\nlines', 'plain', 5, null])).toBe(
      '"Baker, Ann","says ""yes""","two\nlines",plain,5,\r\n',
    );
  });

  it.each(['=1+1', '+44 1', '-2', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")'])(
    'does not let a spreadsheet run %j',
    (text) => {
      expect(csvLine([text])).toMatch(/^"?'/);
    },
  );

  it('leaves negative numbers of ours alone', () => {
    expect(csvLine([-5])).toBe('-5\r\n');
  });
});
