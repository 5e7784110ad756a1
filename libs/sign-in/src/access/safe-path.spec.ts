import { safePath } from './safe-path';

describe('the page to go to after signing in', () => {
  it.each(['/modules/code-of-conduct', '/admin/progress?group=Green&page=2', '/certificates#latest', '/'])(
    'keeps %s',
    (path) => {
      expect(safePath(path)).toBe(path);
    },
  );

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/%2e//evil.example',
    '/modules/..//evil.example',
    '/modules/%2E%2e//evil.example',
    '///evil.example',
    '/\n/evil.example',
    '/\u0000/evil.example',
    '/\u0085/evil.example',
    ' //evil.example',
    '\t//evil.example',
    '\\\\evil.example',
    '%2F%2Fevil.example',
    'JavaScript:alert(1)',
    'data:text/html,x',
    '?next=//evil.example',
    '@evil.example',
    '/sign-in/../sign-in/again',
    'https://evil.example/',
    'javascript:alert(1)',
    'modules',
    '',
    undefined,
    ['/a', '/b'],
    `/${'a'.repeat(600)}`,
  ])('goes home instead of %j', (path) => {
    expect(safePath(path)).toBe('/');
  });

  it('does not go round in circles', () => {
    expect(safePath('/sign-in?next=/')).toBe('/');
    expect(safePath('/sign-out')).toBe('/');
  });
});
