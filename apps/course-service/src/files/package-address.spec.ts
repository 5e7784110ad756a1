import { packageAddress } from './package-address';

const key = 'abcdefgh12345678';

describe('the address of a package file', () => {
  it('holds the version’s key and a path inside the package', () => {
    expect(packageAddress(`/content/${key}/a/b%20c.html`)).toEqual({ key, path: 'a/b c.html' });
    expect(packageAddress(`/content/${key}/caf%C3%A9.html`)).toEqual({ key, path: 'café.html' });
  });

  it.each([
    `/content/${key}`,
    `/content/${key}/`,
    `/content/${key}/../other/a.html`,
    `/content/${key}/a/%2e%2e/%2e%2e/b`,
    `/content/${key}/a%00.html`,
    `/content/${key}/%`,
    '/content/short/a.html',
    '/content//a.html',
    '/launch/token',
  ])('is not %s', (path) => {
    expect(packageAddress(path)).toBeUndefined();
  });
});
