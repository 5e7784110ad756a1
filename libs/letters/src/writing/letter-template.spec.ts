import { letterTemplate, LetterTemplateRefused } from './letter-template';

const SOURCE = `Subject: About {{thing}}

Dear {{name}},

Here is “{{thing}}”.

[Open it]({{page}})

Number: {{number}}
Day: today

Look here:

[The other page]({{page}}/other)
`;
const DECLARED = ['name', 'thing', 'page', 'number'];
const values = { name: 'Siân <b>', thing: 'a & b', page: 'https://x.example/?a=1&b=2', number: '7' };

describe('a letter in a file', () => {
  it('is one letter in both forms, and names a link that nothing announces', () => {
    const { subject, text, html } = letterTemplate(SOURCE, DECLARED)(values);
    expect(subject).toBe('About a & b');
    expect(text).toBe(
      'Dear Siân <b>,\n\nHere is “a & b”.\n\nOpen it:\nhttps://x.example/?a=1&b=2\n\nNumber: 7\nDay: today\n\nLook here:\n\nhttps://x.example/?a=1&b=2/other\n',
    );
    expect(html).not.toContain('<b>');
    expect(html).toContain('<p>Number: 7<br>\nDay: today</p>');
    expect(html).toContain('<a href="https://x.example/?a=1&#38;b=2">Open it</a>');
  });

  it('reads nothing in a name as a link or a place', () => {
    const { html, text } = letterTemplate(
      SOURCE,
      DECLARED,
    )({ ...values, thing: '[x](http://evil.example) {{number}}' });
    expect(html).not.toContain('href="http://evil.example"');
    expect(text).toContain('“[x](http://evil.example) {{number}}”');
  });

  it('keeps a name that is written from right to left to itself', () => {
    const { text } = letterTemplate(SOURCE, DECLARED)({ ...values, name: 'محمد\u202e', thing: 'One' });
    expect(text).toMatch(/^Dear \u2068محمد\u2069,\n/);
  });

  it.each([
    ['Dear {{name}},\n\nHello', 'does not begin with a line “Subject: …”'],
    ['Subject: x\n\nHello', 'does not go on with “Dear {{name}},”'],
    ['Subject: x\n\nDear {{name}},', 'says nothing'],
    ['Subject: x\n\nDear {{name}},\n\n{{secret}}', 'asks for secret, which is not declared'],
    ['Subject: x\n\nDear {{name}},\n\n{{#if name}}', 'asks for #if name, which is not declared'],
    ['Subject: x\n\nDear {{name}},\n\n{{thing', 'is not closed'],
  ])('is refused: %j %s', (source, reason) => {
    expect(() => letterTemplate(source, DECLARED)).toThrow(LetterTemplateRefused);
    expect(() => letterTemplate(source, DECLARED)).toThrow(reason);
  });
});
