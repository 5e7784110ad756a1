import { slugOf } from './slug';

describe('the address of an event', () => {
  it.each([
    ['Reading faster', 'reading-faster'],
    ['Members’ and officers’ duties: a morning', 'members-and-officers-duties-a-morning'],
    ['Siân’s café', 'sian-s-cafe'],
    ['…', 'event'],
    ['a'.repeat(90), 'a'.repeat(60)],
    [
      'Code of conduct, members and officers, information and the Bribery Act',
      'code-of-conduct-members-and-officers-information-and-the',
    ],
  ])('%s is %s', (title, slug) => expect(slugOf(title, [])).toBe(slug));

  it('has a number when there is one already', () => {
    expect(slugOf('Reading faster', ['reading-faster', 'reading-faster-2'])).toBe('reading-faster-3');
  });
});
