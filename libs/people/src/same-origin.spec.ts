import { comesFromOurPages } from './same-origin';

const site = 'https://members.example.gov.uk';
const post = (headers: Record<string, string>) => comesFromOurPages({ method: 'POST', headers }, site);

describe('a request that changes something', () => {
  it('is taken from our own pages', () => {
    expect(post({ 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(post({ origin: site })).toBe(true);
  });

  it.each(['same-site', 'cross-site', 'none', ''])('is refused when the browser says %j', (value) => {
    expect(post({ 'sec-fetch-site': value, origin: site })).toBe(false);
  });

  it.each(['null', 'https://example.gov.uk', `${site}.evil.example`, `${site}:8443`])(
    'is refused from %s',
    (origin) => {
      expect(post({ origin })).toBe(false);
    },
  );

  it('is refused when nothing says where it comes from', () => {
    expect(post({})).toBe(false);
  });

  it('may come from anywhere when it only reads', () => {
    expect(comesFromOurPages({ method: 'GET', headers: { 'sec-fetch-site': 'cross-site' } }, site)).toBe(true);
  });
});
