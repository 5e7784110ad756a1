import { handbookSlug } from './handbook-slug';

it.each([
  ['Who’s who at the council', [], 'whos-who-at-the-council'],
  ['Parking', ['parking', 'parking-2'], 'parking-3'],
  ['Changes', [], 'changes-2'],
  ['???', [], 'page'],
])('%s stands in an address', (title, taken, slug) => {
  expect(handbookSlug(title, taken)).toBe(slug);
});
