import { runningTitle } from './running-title';

const shown = (title: string) =>
  /content: '(.*)'/
    .exec(runningTitle(title))![1]!
    .replace(/\\([0-9a-f]+) /g, (_, point: string) => String.fromCodePoint(Number.parseInt(point, 16)));

describe('the running title of a paper', () => {
  it('is the whole title when it fits', () => {
    const title = 'Report on test round 2: The code of conduct: rules, declarations and sanctions, version 3';
    expect(shown(title)).toBe(title);
  });

  it('is cut by how wide its letters are, not by how many there are', () => {
    expect(shown('W'.repeat(120))).toBe(`${'W'.repeat(45)} …`);
    expect(shown('i'.repeat(120)).length).toBeGreaterThan(118);
    expect(shown('王'.repeat(120)).length).toBeLessThan(44);
  });

  it('ends neither the string nor the element', () => {
    expect(runningTitle(`'; } </style><script>`)).not.toMatch(/<script|'; }.*'; }/);
  });
});
