import { notifyWords } from '../delivering/notify-words';
import type { Asked } from './asked';
import { askingLetter } from './asking.letter';

const CHOICE = 'https://members.example/account/letters';
const asks = (heading: string, things = 1): Asked => ({
  subject: `About ${heading}`,
  heading,
  things,
  parts: [`What ${heading} is.`, { url: `https://members.example/${heading.length}`, text: heading, named: true }],
});

describe('what is asked of somebody, as one letter', () => {
  it('has a numbered heading above each thing, in plain text, as HTML and for Notify', () => {
    const letter = askingLetter('Ann', [asks('To complete', 2), asks('How was it?')], CHOICE);
    expect(letter.subject).toBe('About To complete, and 2 more');
    expect(letter.html.match(/<h2>.*?<\/h2>/g)).toEqual(['<h2>1. To complete</h2>', '<h2>2. How was it?</h2>']);
    expect(letter.text).toContain('\n\n1. To complete\n\nWhat To complete is.\n\n');
    expect(letter.text).toContain('\n\n2. How was it?\n\nWhat How was it? is.\n\n');
    // Notify would make a list of it.
    expect(notifyWords(letter)).toContain(String.raw`1\. To complete`);
    expect(letter.text.trimEnd().endsWith(CHOICE)).toBe(true);
  });

  it('has none above the only one, and is a letter about that', () => {
    const letter = askingLetter('Ann', [asks('To complete')], CHOICE);
    expect([letter.subject, letter.html.includes('<h2>'), letter.text.includes('1.')]).toEqual([
      'About To complete',
      false,
      false,
    ]);
  });

  it('has nothing in a heading that is read as markup', () => {
    const { html } = askingLetter('Ann', [asks('A'), asks('<img src=x onerror=alert(1)> & "B"')], CHOICE);
    expect(html).not.toMatch(/<img|"B"/);
    expect(html).toContain('<h2>2. &#60;img');
  });
});
