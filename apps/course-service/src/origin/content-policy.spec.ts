import { contentPolicy } from './content-policy';

const directives = (policy: string) =>
  Object.fromEntries(policy.split('; ').map((one) => [one.split(' ')[0]!, one.split(' ').slice(1)]));
const outside = (policy: string) =>
  Object.entries(directives(policy)).flatMap(([name, sources]) =>
    sources.filter((source) => /^(https?:|\*|wss?:)/.test(source)).map((source) => `${name} ${source}`),
  );

describe('the policy of a page of a package', () => {
  it('lets nothing in from elsewhere when nobody agreed to anything', () => {
    expect(outside(contentPolicy([], true))).toEqual([]);
    expect(directives(contentPolicy([], true))).toMatchObject({
      'default-src': ["'self'", 'data:', 'blob:', "'unsafe-inline'", "'unsafe-eval'"],
      'form-action': ["'self'"],
      'base-uri': ["'self'"],
      'frame-ancestors': ["'self'"],
    });
  });

  it('names exactly the websites that were agreed to, for what they were agreed to', () => {
    const policy = contentPolicy(
      [
        { host: 'www.youtube.com', uses: ['frames'] },
        { host: 'films.vendor.io', uses: ['media'] },
        { host: 'cdn.vendor.io', uses: ['scripts', 'styles'] },
      ],
      true,
    );
    expect(outside(policy).toSorted()).toEqual([
      'connect-src https://cdn.vendor.io',
      'connect-src https://films.vendor.io',
      'font-src https://cdn.vendor.io',
      'frame-src https://www.youtube.com',
      'img-src https://films.vendor.io',
      'media-src https://films.vendor.io',
      'object-src https://www.youtube.com',
      'script-src https://cdn.vendor.io',
      'style-src https://cdn.vendor.io',
    ]);
    // A directive takes the place of the default, so it says again what the module itself needs.
    for (const name of ['frame-src', 'script-src', 'img-src']) expect(directives(policy)[name]).toContain("'self'");
  });

  it('asks https: for what is asked of http:, where we are https: ourselves', () => {
    expect(contentPolicy([], true)).toMatch(/; upgrade-insecure-requests$/);
    expect(contentPolicy([], false)).not.toContain('upgrade');
  });
});
