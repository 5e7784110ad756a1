import { renderMarkdown } from '../markdown.mjs';
import { readingMinutes } from '../reading-time.mjs';

const LAW = new Map(
  [
    { name: 'Children Act 1989', title: 'Children Act 1989', url: 'https://www.legislation.gov.uk/ukpga/1989/41' },
    { name: 'General Regulations 1992', title: 'Town and Country Planning General Regulations 1992' },
    { name: 'Act 1989', title: 'A shorter name' },
  ].map((source) => [source.name, source]),
);

describe('the mark of a source', () => {
  let problems: string[];
  let passages: { text: string; marked: string }[];
  const html = (source: string) => {
    [problems, passages] = [[], []];
    const env = {
      law: LAW,
      passages,
      problem: (line: number, message: string) => problems.push(`${line}: ${message}`),
    };
    return renderMarkdown(source, env);
  };
  const words = (source: string) =>
    /<span class="source-words" hidden> (.*?)<\/span><\/cite>/.exec(html(source))?.[1]!.replace(/<[^>]+>/g, '');

  it('is a button that says whether it is open, with the source behind it', () => {
    const page = html('Likely to suffer significant harm [s31 Children Act 1989].');
    expect(page).toContain('harm <cite class="source"><button type="button" aria-expanded="false">Source');
    expect(page).toContain('<a href="https://www.legislation.gov.uk/ukpga/1989/41/section/31" target="_blank"');
    expect(problems).toEqual([]);
  });

  it.each([
    ['[s22(3B) Children Act 1989]', 'Children Act 1989, section 22(3B) (opens in a new tab)'],
    ['[ss 25A and 25B Children Act 1989]', 'Children Act 1989, sections 25A and 25B (opens in a new tab)'],
    ['[Sch 2 para 3 Children Act 1989]', 'Children Act 1989, Schedule 2, paragraph 3 (opens in a new tab)'],
    ['[reg 10 General Regulations 1992]', 'Town and Country Planning General Regulations 1992, regulation 10'],
    ['[General Regulations 1992]', 'Town and Country Planning General Regulations 1992'],
    [
      '[s1 Children Act 1989; regs 9–10 General Regulations 1992]',
      'Children Act 1989, section 1 (opens in a new tab); Town and Country Planning General Regulations 1992, regulations 9–10',
    ],
  ])('%s says "%s"', (mark, expected) => expect(words(`So it is ${mark}.`)).toBe(expected));

  it('numbers the sources of a screen, so that a list of buttons tells them apart', () => {
    expect(html('One [Children Act 1989].\n\nTwo [Children Act 1989].').match(/ \d on this screen/g)).toEqual([
      ' 1 on this screen',
      ' 2 on this screen',
    ]);
  });

  it('leaves links and the year of a judgment alone', () => {
    expect(html('See [the Act](https://www.legislation.gov.uk/) and [2024] UKSC 20.')).not.toContain('class="source"');
  });

  it('names the line of a source that is not in the register, or whose part cannot be read', () => {
    html('First line\nSo it is [s1 Childrens Act 1898].\n\nAnd [clause 3 Children Act 1989].');
    expect(problems).toEqual([
      expect.stringMatching(/^1: There is no source "s1 Childrens Act 1898"/),
      expect.stringMatching(/^3: "clause 3" in "clause 3 Children Act 1989" is no part/),
    ]);
  });

  it('is refused at once in an explanation, which has no lines', () => {
    expect(() => renderMarkdown('[s1 No Act 1066]', { law: LAW } as never)).toThrow('There is no source');
  });

  it('is no part of the text that is checked for its language, nor of the time to read', () => {
    const page = html('It must be so [s31 Children Act 1989]. And more.');
    expect(passages.map(({ text }) => text)).toEqual(['It must be so. And more.']);
    expect(passages[0]!.marked).not.toBe(passages[0]!.text);
    expect(readingMinutes(page, 0)).toBeCloseTo(6 / 238, 5);
  });
});
