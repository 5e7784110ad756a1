import { asTyped, asTypedIn, unmarked, withTags } from './as-typed';
import { inLanguage, onPageIn } from './language';
import { w } from './said';

const sentence = (title: string) => w`${asTyped(title)}, until Monday`;
const onPage = (title: string) => onPageIn('cy', () => sentence(title));

it('is as it was typed to whoever reads its language', () => {
  expect(onPageIn('en', () => [sentence('Planning'), asTypedIn('Planning', 'Cynllunio')])).toEqual([
    'Planning, until Monday',
    'Planning',
  ]);
  expect(onPageIn('cy', () => [asTyped('Cynllunio', 'cy'), asTypedIn('Planning', 'Cynllunio')])).toEqual([
    'Cynllunio',
    'Cynllunio',
  ]);
});

it('says its language to others, wherever a tag may stand', () => {
  const page = `<title>${onPage('A')}</title><a title="${onPage('B')}">${onPage('C')}</a><option>${onPage('D')}</option>`;
  expect(withTags(page)).toBe(
    '<title>A, until Monday</title><a title="B, until Monday"><span lang="en">C</span>, until Monday</a>' +
      '<option>D, until Monday</option>',
  );
  expect(withTags(onPageIn('en', () => asTyped('Cynllunio', 'cy')))).toBe('<span lang="cy">Cynllunio</span>');
  expect(onPageIn('cy', () => withTags(asTyped(`Not ${asTyped('here')}`)))).toBe(
    '<span lang="en">Not <span lang="en">here</span></span>',
  );
});

it('is marked on pages only', () => {
  expect(inLanguage('cy', () => sentence('Planning'))).toBe('Planning, until Monday');
  // A letter that is written while somebody is answered.
  expect(onPageIn('cy', () => inLanguage('cy', () => sentence('Planning')))).toBe('Planning, until Monday');
  expect(unmarked(onPage('Planning'))).toBe('Planning, until Monday');
});

it('opens no tag for a mark that somebody has typed', () => {
  expect(withTags('<p>\uE010a</p><p>b\uE012</p>')).toBe('<p>a</p><p>b</p>');
  expect(withTags('\uE012\uE010\uE011a\uE012')).toBe('<span lang="cy">a</span>');
});
