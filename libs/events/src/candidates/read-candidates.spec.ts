import { readCandidates } from './read-candidates';

describe('a list of candidates', () => {
  it('is a name and an address in each line, however they are separated', () => {
    const { candidates, wrong } = readCandidates(
      'Ann  Baker, ann@example.org\r\n\r\nCole, Bob; bob@example.org\n Cy Dee\tcy.dee@mail.example.org ',
    );
    expect(candidates).toEqual([
      { name: 'Ann Baker', email: 'ann@example.org' },
      { name: 'Cole, Bob', email: 'bob@example.org' },
      { name: 'Cy Dee', email: 'cy.dee@mail.example.org' },
    ]);
    expect(wrong).toEqual([]);
  });

  it.each([
    'Ann Baker',
    'ann@example.org',
    ', ann@example.org',
    'Ann, ann@example',
    'Ann, a b@example.org',
    `${'A'.repeat(151)}, ann@example.org`,
  ])('is not %s', (line) => {
    expect(readCandidates(`Bob, bob@example.org\n${line}`)).toMatchObject({
      candidates: [{ name: 'Bob' }],
      wrong: [2],
    });
  });
});
