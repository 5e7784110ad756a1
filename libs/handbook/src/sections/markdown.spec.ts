import { handbookHtml, handbookWords } from './markdown';

const html = (source: string) => handbookHtml(source, { top: 3 });

describe('what officers write for the handbook', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;'],
    ['[press](javascript:alert(1))', '[press]('],
    ['[press](data:text/html,x)', '[press]('],
    ['[press](http://plain.example)', '[press]('],
    ['[press](//elsewhere.example)', '[press]('],
    ['![a](https://elsewhere.example/a.png)', '!<a '],
  ])('is shown, and nothing in it runs or is loaded: %s', (source, shown) => {
    const made = html(source);
    expect(made).toContain(shown);
    expect(made).not.toMatch(/<(script|img|iframe)|href="(?!https:|mailto:|tel:|\/[^/]|#)| style=/i);
  });

  it('has headings one below the other, and none above those of the page', () => {
    const levels = [...html('# One\n\n#### Two\n\n## Three').matchAll(/<h(\d)/g)].map(([, level]) => level);
    expect(levels).toEqual(['3', '4', '3']);
  });

  it('takes no inline style for a column', () => {
    expect(html('| a | b |\n| - | -: |\n| 1 | 2 |')).toMatch(/<th scope="col" class="govuk-table__header">b/);
  });

  it('says on paper where a link leads', () => {
    const paper = (source: string) => handbookHtml(source, { top: 3, isPaper: true });
    expect(paper('[Ask](mailto:a@b.example)')).toContain('</a> (a@b.example)');
    expect(paper('[01632 960114](tel:+441632960114)')).not.toContain('(');
    expect(paper('[Ring us](tel:+441632960114)')).toContain('</a> (+441632960114)');
  });

  it('is compared as words with the addresses, block by block', () => {
    const source = '## Parking\n\nWrite to **[us](https://a.example)**,\nor call.\n\n- one\n- two';
    expect(handbookWords(source)).toBe('Parking\nWrite to us (https://a.example),\nor call.\n• one\n• two');
  });
});
