import { SHIPPED } from './shipped-words';
import { Template, type TemplateWords } from '../certificate/template';
import { templateChanges } from './template-changes';
import { templateProblems } from './template-check';
import { TEXT_RULES } from './text-rules';
import { textProblem, tidied } from './text-problem';

const template = (words: Partial<TemplateWords> = {}, languages: 'en' | 'cy' | 'both' = 'en'): Template => ({
  layout: { languages, arms: 'none', frame: 'ornate', seal: true, learningTime: true },
  words: { en: { ...SHIPPED.en, ...words }, cy: SHIPPED.cy },
});
const problems = (words: Partial<TemplateWords>) =>
  templateProblems(template(words)).map(({ field, text }) => `${field}: ${text}`);

describe('what an officer writes for certificates', () => {
  it('is fine as it is shipped, in each language', () => {
    for (const languages of ['en', 'cy', 'both'] as const)
      expect(templateProblems(template({}, languages))).toEqual([]);
  });

  it.each([
    ['<b>has met</b> {scheme}', 'Take <b> out: a text is printed letter by letter, and so would this be'],
    ['{scheme} <script', 'Take <script out: a text is printed letter by letter, and so would this be'],
    ['{scheme} &amp; more', 'Take &amp; out: a text is printed letter by letter, and so would this be'],
    ['{{scheme}}', 'Write each name in one pair of braces, such as {scheme}, and no other braces'],
    ['{scheme} {', 'Write each name in one pair of braces, such as {scheme}, and no other braces'],
    ['{scheme} {course}', '{course} stands for nothing: write {scheme} or {edition}, or take it out'],
    ['{scheme} {constructor}', '{constructor} stands for nothing: write {scheme} or {edition}, or take it out'],
    ['{scheme} {holder}', '{holder} cannot stand in this text: write {scheme} or {edition}, or take it out'],
    ['{scheme} {scheme}', '{scheme} may stand here once'],
    ['has met everything', 'Write {scheme} where its name belongs, so that the certificate says what it is for'],
    ['{scheme} 김민수', 'Certificates cannot print 김 민 수. Write it in other letters'],
    [`{scheme} ${'a'.repeat(9991)}`, 'It must be 160 characters or fewer; it has 10000'],
  ])('is refused when it is %.40j, with what to do', (statement, says) => {
    expect(problems({ statement })).toEqual([`en-statement: ${says}`]);
  });

  it('says where nothing can be filled in, and what is missing', () => {
    expect(problems({ heading: '{scheme}', number: '', lines: ['fine', '{nobody}'] })).toEqual([
      'en-heading: {scheme} cannot stand in this text: take it out, nothing is filled in here',
      'en-number: Write this text',
      expect.stringMatching(
        /^en-line-2: {nobody} stands for nothing: write {council}, .* or {validUntil}, or take it out$/,
      ),
    ]);
  });

  it('may hold what only looks a little like markup', () => {
    for (const text of ['Terms & conditions', 'under 5 < 6', 'R & D; more', '{scheme} “as is”'])
      expect(textProblem(text, { longest: 60, places: ['scheme'] })).toBeUndefined();
  });

  it('is kept as one line, without what cannot be seen', () => {
    expect(tidied(' a\r\n\u202eb\u2066   c\u0301 ')).toBe('a b ć');
  });

  it('is asked for only in the languages that are printed', () => {
    const { words, layout } = template();
    expect(templateProblems({ layout, words: { en: words.en } })).toEqual([]);
    expect(templateProblems({ layout: { ...layout, languages: 'both' }, words: { en: words.en } })).toContainEqual({
      field: 'cy-heading',
      text: 'Write this text',
    });
  });

  it('is read again as it was written', () => {
    expect(Template.parse(JSON.parse(JSON.stringify(template({ lines: ['One'] }))))).toEqual(
      template({ lines: ['One'] }),
    );
  });

  it('is compared choice by choice and text by text', () => {
    const after = template({ heading: 'Award', lines: ['Not the statutory one.'] });
    after.layout.seal = false;
    expect(templateChanges(template(), after)).toEqual([
      { what: 'Seal', before: 'Printed', after: 'Not printed' },
      { what: 'English: Heading', before: 'Certificate of Accreditation', after: 'Award' },
      { what: 'English: Further line 1', before: null, after: 'Not the statutory one.' },
    ]);
    const welsh = templateChanges(template(), template({}, 'cy'));
    expect(welsh).toContainEqual({ what: 'Welsh: Heading', before: null, after: SHIPPED.cy.heading });
    expect(welsh).toContainEqual({ what: 'English: Heading', before: SHIPPED.en.heading, after: null });
    expect(templateChanges(after, after)).toEqual([]);
  });

  it('keeps the shipped words within the lengths', () => {
    for (const words of [SHIPPED.en, SHIPPED.cy])
      for (const [name, { longest }] of Object.entries(TEXT_RULES))
        expect(words[name as keyof typeof TEXT_RULES].length).toBeLessThanOrEqual(longest);
  });
});
