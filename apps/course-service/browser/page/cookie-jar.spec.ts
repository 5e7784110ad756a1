import { CookieJar } from './cookie-jar';

const now = Date.parse('2026-11-28T12:00:00Z');

describe('the cookies of content', () => {
  it('are given back as a browser would, without their attributes', () => {
    const jar = new CookieJar();
    jar.set('a=1; path=/; domain=content.example', now);
    jar.set('b = two=2 ; Max-Age=60', now);
    jar.set('a=3; expires=Fri, 27 Nov 2099 00:00:00 GMT', now);
    jar.set('nameless', now);
    expect(jar.text()).toBe('a=3; b=two=2; nameless');
  });

  it.each(['max-age=0', 'Max-Age=-1', 'expires=Thu, 01 Jan 1970 00:00:00 GMT'])('are deleted by %s', (attribute) => {
    const jar = new CookieJar();
    jar.set('a=1', now);
    jar.set(`a=; ${attribute}`, now);
    expect(jar.text()).toBe('');
  });

  it('are as few and as small as a browser keeps', () => {
    const jar = new CookieJar();
    jar.set(`big=${'x'.repeat(5000)}`, now);
    for (let at = 0; at < 500; at++) jar.set(`c${at}=1`, now);
    expect(jar.text().split('; ')).toHaveLength(180);
  });
});
