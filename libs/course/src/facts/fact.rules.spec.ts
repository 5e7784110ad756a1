import type { FactKind } from '../declared/declared';
import { readDeclared } from '../declared/declared';
import { asPrinted, factProblem, paragraphsOf, piecesOf, tidyFact } from './fact.rules';

describe('a fact of the council', () => {
  it.each<[FactKind, string, string]>([
    ['text', ' the  clerk,\n on 01632 960 999 ', 'the clerk, on 01632 960 999'],
    ['number', '1,081', '1,081'],
    ['phone', '+44 1632 960 041', '+44 1632 960 041'],
    ['phone', '01632 960041 ext 12', '01632 960041 ext 12'],
    ['email', 'fraud@northmoor.gov.uk', 'fraud@northmoor.gov.uk'],
    ['url', 'https://www.northmoor.gov.uk/register', 'https://www.northmoor.gov.uk/register'],
    ['date', '4 may 2027', '4 May 2027'],
  ])('of the kind %s may be "%s"', (kind, typed, kept) => {
    expect(tidyFact(kind, typed)).toBe(kept);
    expect(factProblem(kind, tidyFact(kind, typed))).toBeUndefined();
  });

  it.each<[FactKind, string, RegExp]>([
    ['text', ' ', /^Enter what learners are to read$/],
    ['text', 'x'.repeat(601), /^Use 600 characters or fewer: these are 601$/],
    ['text', 'a\u202Eb', /a character that cannot be seen/],
    ['text', 'a\uD800b', /a character that cannot be seen/],
    ['number', 'about 80', /^Enter a whole number/],
    ['phone', '01632', /^Enter a telephone number/],
    ['phone', 'javascript:1', /^Enter a telephone number/],
    ['email', 'fraud at northmoor', /^Enter an email address/],
    ['url', 'http://northmoor.gov.uk', /^Enter a web address/],
    ['url', 'javascript:alert(1)', /^Enter a web address/],
    ['url', 'https://council@evil.example', /^Enter a web address/],
    ['date', '31 June 2027', /^Enter a date/],
  ])('of the kind %s is not "%s"', (kind, typed, problem) => {
    expect(factProblem(kind, tidyFact(kind, typed))).toMatch(problem);
  });

  it('is printed as the modules print: a number on one line, with a printer’s marks', () => {
    expect(asPrinted(`the members' line, "open" on 01632 960 041`)).toBe(
      'the members’ line, “open” on 01632\u00a0960\u00a0041',
    );
  });

  it('stands in its sentence, and nothing else is taken for one', () => {
    const said = (key: string) => ({ sum: '£50' })[key];
    expect(piecesOf('Register {{sum}} or {{more}}.', said)).toEqual([
      { text: 'Register ' },
      { text: '£50', key: 'sum' },
      { text: ' or ' },
      { text: '{{more}}', key: 'more' },
      { text: '.' },
    ]);
  });
});

it('splits a paragraph of the council at its blank lines', () => {
  expect(paragraphsOf('We meet\non Thursdays.\n\n \n\nAsk us.')).toEqual(['We meet on Thursdays.', 'Ask us.']);
});

describe('what a package says of itself', () => {
  const declared = {
    format: 1,
    screens: [{ id: 'welcome', title: 'Welcome' }],
    facts: [{ key: 'sum', label: 'Sum', kind: 'text', says: '£50' }],
    lines: [{ screen: 'welcome', text: 'It is {{sum}}.' }],
    review: [],
  };
  const read = (value: unknown) => readDeclared(Buffer.from(JSON.stringify(value)));

  it('is read', () => expect(read(declared)).toEqual(declared));

  it('takes a kind that is not known for a text', () => {
    const facts = [{ ...declared.facts[0], kind: 'colour' }];
    expect(read({ ...declared, facts })!.facts[0]!.kind).toBe('text');
  });

  it.each([
    ['no JSON', Buffer.from('{')],
    ['another format', Buffer.from(JSON.stringify({ ...declared, format: 2 }))],
    [
      'a key that is none',
      Buffer.from(JSON.stringify({ ...declared, facts: [{ ...declared.facts[0], key: '__proto__' }] })),
    ],
    ['half a character', Buffer.from(JSON.stringify({ ...declared, screens: [{ id: 'a', title: '\uD800' }] }))],
    ['nothing', Buffer.from('null')],
  ])('is nothing where it is %s', (_what, content) => expect(readDeclared(content)).toBeUndefined());
});
