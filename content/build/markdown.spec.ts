import { renderMarkdown } from './markdown.mjs';

const html = (source: string) =>
  renderMarkdown(source, {
    problem(line, message) {
      throw new Error(`${line}: ${message}`);
    },
  });
const table = (columns: string[], aligned = '---') =>
  html(
    ['::: table Costs', '', `| ${columns.join(' | ')} |`, `| --- ${`| ${aligned} `.repeat(columns.length - 1)}|`]
      .concat(`| Roads ${'| 4 '.repeat(columns.length - 1)}|`, '', ':::')
      .join('\n'),
  );

describe('a table', () => {
  it('with three columns tells every cell its column, which a phone shows instead of the headings', () => {
    const [first, second] = table(['Service', 'Budget', '"Real" cost']).match(/<td [^>]+>/g)!;
    expect(first).toBe('<td role="cell" data-column="Budget">');
    expect(second).toBe('<td role="cell" data-column="“Real” cost">');
  });

  it('has a heading for every column', () => {
    expect(() => table(['', 'Budget'])).toThrow('2: Every column of a table has a heading');
  });

  it('with two columns does without', () => expect(table(['Service', 'Budget'])).toContain('<td role="cell">4</td>'));

  it('sets figures to the right where the writer says so', () => {
    const page = table(['Service', 'Budget'], '---:');
    expect(page).toContain('<th scope="col" role="columnheader" class="figures">Budget</th>');
    expect(page).toContain('<td role="cell" class="figures">4</td>');
    expect(page).toContain('<th scope="col" role="columnheader">Service</th>');
  });
});

describe('the words beside a block', () => {
  it('have the quotation marks of the text around them', () => {
    expect(html(`::: callout She says: "That's 'it'"\n\nDone.\n\n:::`)).toContain('She says: “That’s ‘it’”');
  });
});

it('makes links of web addresses, letters and telephone numbers, and of nothing else', () => {
  for (const address of ['https://www.gov.uk/x', 'http://a.example', 'mailto:a@b.example', 'tel:+441632960040', '#a'])
    expect(html(`[x](${address})`)).toContain(`href="${address}"`);
  for (const address of ['javascript:alert(1)', 'JaVaScript:alert(1)', 'data:text/html,x', 'ms-word:x', '//a.example'])
    expect(html(`[x](${address})`)).not.toContain('<a');
});
