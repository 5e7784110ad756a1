import { plainLetter } from './plain-letter';

const letter = plainLetter({
  subject: 'A letter',
  name: `O'Neill <b>`,
  before: ['read this & that:'],
  link: { url: 'https://members.example/?a="1"&b=2', text: 'Read <it>' },
  after: ['Thank you.'],
});

it('is the same letter in both forms', () => {
  expect(letter.text).toBe(
    `Dear O'Neill <b>,\n\nread this & that:\n\nhttps://members.example/?a="1"&b=2\n\nThank you.\n`,
  );
  expect(letter.html.split('\n')).toHaveLength(4);
});

it('lets no name or title be read as HTML', () => {
  expect(letter.html).not.toMatch(/<b>|<it>|"1"/);
  expect(letter.html).toContain('<p>Dear O&#39;Neill &#60;b&#62;,</p>');
  expect(letter.html).toContain('<a href="https://members.example/?a=&#34;1&#34;&#38;b=2">Read &#60;it&#62;</a>');
});
