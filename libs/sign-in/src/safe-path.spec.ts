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
