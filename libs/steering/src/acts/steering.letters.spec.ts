import { closedLetter, findingsBackLetter, invitationLetter, movedLetter, nudgeLetter } from './steering.letters';

const about = {
  url: 'https://members.example.gov.uk/testing/rounds/1',
  module: 'Gifts & <hospitality>',
  version: 2,
  round: 3,
  deadline: new Date('2026-12-01T17:00:00Z'),
  focus: 'Is <b>everything</b> right?',
};
const confirm = (numbers: number[]) =>
  findingsBackLetter('Ada', { ...about, findings: numbers.map((number) => ({ number, text: 'x'.repeat(300) })) });

describe('letters about testing', () => {
  it.each([
    ['invites', invitationLetter('Ada', about)],
    ['reminds', nudgeLetter('Ada', about)],
    ['names another day', movedLetter('Ada', about)],
    ['asks to confirm', confirm([4, 7])],
    ['closes', closedLetter('Ada', about, 'Its quorum was reached.')],
  ])('%s with one link, and no markup of anybody’s', (_what, { text, html }) => {
    expect(text.match(/https?:\S+/g)).toEqual([about.url]);
    expect(html.match(/href="[^"]+"/g)).toEqual([`href="${about.url}"`]);
    expect(html).not.toMatch(/<(?!\/?(p|a)\b)/);
    expect(html).toContain('Gifts &#38; &#60;hospitality&#62;');
  });

  it('says until when, as people here say it', () => {
    expect(invitationLetter('Ada', about).text).toContain('by 17:00 on 1 December 2026');
  });

  it('cuts long findings, and counts them in the subject', () => {
    expect(confirm([4]).subject).toBe('Please confirm: your finding is fixed in Gifts & <hospitality>');
    expect(confirm([4, 7]).subject).toContain('your findings are fixed');
    expect(confirm([4]).text).toContain(`Finding 4: ${'x'.repeat(199)}…`);
  });
});
