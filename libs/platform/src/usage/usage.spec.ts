import { type Answered, isProgram, isRead, readerOf, shownCount } from './usage';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const page: Answered = {
  method: 'GET',
  route: '/modules/:slug',
  status: 200,
  contentType: 'text/html; charset=utf-8',
  agent: FIREFOX,
  purpose: undefined,
};

it.each([
  [{}, true],
  [{ method: 'POST' }, false],
  [{ method: 'HEAD' }, false],
  [{ route: undefined }, false],
  [{ status: 404 }, false],
  [{ status: 303 }, false],
  [{ contentType: 'text/css' }, false],
  [{ contentType: undefined }, false],
  [{ purpose: 'prefetch;prerender' }, false],
  [{ agent: undefined }, false],
])('counts a page that somebody reads: %j is %s', (more, is) => {
  expect(isRead({ ...page, ...more })).toBe(is);
});

it.each([
  ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', true],
  ['Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0) Chrome/130.0 Safari/537.36', true],
  ['curl/8.5.0', true],
  ['Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/130.0', true],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1', false],
  // A telephone of that name.
  ['Mozilla/5.0 (Linux; Android 10; CUBOT X30) Chrome/130.0 Mobile Safari/537.36', false],
  [FIREFOX, false],
])('knows programs: %s is %s', (agent, is) => {
  expect(isProgram(agent)).toBe(is);
});

it('counts each reader as one kind', () => {
  expect(
    [undefined, [], ['member'], ['member', 'champion'], ['member', 'tester'], ['tester', 'officer'], ['auditor']].map(
      readerOf,
    ),
  ).toEqual(['public', 'member', 'member', 'member', 'tester', 'officer', 'officer']);
});

it('shows no small numbers', () => {
  expect([1, 4, 5, 1234].map(shownCount)).toEqual(['fewer than 5', 'fewer than 5', '5', '1,234']);
});
