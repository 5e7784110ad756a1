import { comesFromOurPages, speaksForThePerson } from './same-origin';

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

describe('a sign-in cookie', () => {
  const speaks = (from: string, mode = 'no-cors', dest = 'empty') =>
    speaksForThePerson({ headers: { 'sec-fetch-site': from, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest } }, site);

  it('speaks for the person who reads our pages or follows a link', () => {
    expect(speaks('same-origin')).toBe(true);
    expect(speaks('none', 'navigate', 'document')).toBe(true);
    expect(speaks('cross-site', 'navigate', 'document')).toBe(true);
    expect(speaksForThePerson({ headers: {} }, site)).toBe(true);
  });

  it('does not when another page asks in the background or in a frame', () => {
    expect(speaks('same-site')).toBe(false);
    expect(speaks('same-site', 'cors')).toBe(false);
    expect(speaks('cross-site', 'navigate', 'iframe')).toBe(false);
    expect(speaksForThePerson({ headers: { origin: 'https://content.example.gov.uk' } }, site)).toBe(false);
  });
});
