import { asTyped, asTypedIn, withTags } from './as-typed';
import { inLanguage } from './language';
import { w } from './said';

const sentence = (title: string) => w`${asTyped(title)}, until Monday`;
const inWelsh = (title: string) => inLanguage('cy', () => sentence(title));

it('is as it was typed to whoever reads its language', () => {
  expect(sentence('Planning')).toBe('Planning, until Monday');
  expect(inLanguage('cy', () => asTyped('Cynllunio', 'cy'))).toBe('Cynllunio');
  expect(inLanguage('cy', () => asTypedIn('Planning', 'Cynllunio'))).toBe('Cynllunio');
  expect(asTypedIn('Planning', 'Cynllunio')).toBe('Planning');
});

it('says its language to others, wherever a tag may stand', () => {
  const page = `<title>${inWelsh('A')}</title><a title="${inWelsh('B')}">${inWelsh('C')}</a><option>${inWelsh('D')}</option>`;
  expect(withTags(page)).toBe(
    '<title>A, until Monday</title><a title="B, until Monday"><span lang="en">C</span>, until Monday</a>' +
      '<option>D, until Monday</option>',
  );
  expect(withTags(asTyped('Cynllunio', 'cy'))).toBe('<span lang="cy">Cynllunio</span>');
  expect(inLanguage('cy', () => withTags(asTypedIn('Planning', null)))).toBe('<span lang="en">Planning</span>');
});

it('opens no tag for a mark that somebody has typed', () => {
  expect(withTags('<p>\uE010a</p><p>b\uE012</p>')).toBe('<p>a</p><p>b</p>');
  expect(withTags(`<p>${inWelsh('\uE010a\uE012')}</p>`)).toBe('<p><span lang="en">a</span>, until Monday</p>');
});
