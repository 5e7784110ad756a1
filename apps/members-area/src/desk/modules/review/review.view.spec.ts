import { nextVersionHref } from './review.view';

it.each([
  ['its draft', { draft: 'd', shipped: 'scrutiny' }, '/admin/drafts/d'],
  ['a copy of what comes with Induct', { shipped: 'scrutiny' }, '/admin/drafts/new?from=shipped%3Ascrutiny&module=c'],
  ['an upload where nothing is known', {}, '/admin/uploads/new?module=a-module'],
])('a next version begins with %s', (_, written, href) => {
  expect(nextVersionHref('a-module', { courseId: 'c', ...written })).toBe(href);
});
