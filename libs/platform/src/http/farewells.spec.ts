import { farewells, isLitter, onlyKept } from './farewells';

const visit = { host: 'v1.content.example:3001', path: '/content/key/one.html' };

describe('cookies that nobody asked for', () => {
  it('are forgotten for this host, under every path that can have brought them', () => {
    expect(farewells('a=1', visit)).toEqual([
      'a=; Max-Age=0; Path=/',
      'a=; Max-Age=0; Path=/content',
      'a=; Max-Age=0; Path=/content/',
      'a=; Max-Age=0; Path=/content/key',
      'a=; Max-Age=0; Path=/content/key/',
      'a=; Max-Age=0; Path=/content/key/one.html',
    ]);
  });

  it('are left to the domain above while they are few: they may be a neighbour’s', () => {
    expect(farewells('analytics=1; a=2', visit).join('\n')).not.toContain('Domain');
  });

  it('are forgotten for every domain above when they are so many that somebody means harm', () => {
    const bomb = Array.from({ length: 180 }, (_, at) => `c${at}=${'x'.repeat(4000)}`).join('; ');
    expect(isLitter(bomb)).toBe(true);
    const lines = farewells(bomb, visit);
    for (const domain of ['content.example', 'v1.content.example'])
      expect(lines).toContain(`c179=; Max-Age=0; Path=/; Domain=${domain}`);
    expect(lines.join('\n')).not.toMatch(/Domain=example|:3001/);
    expect(lines.join('').length).toBeLessThan(200 * 1024);
  });

  it('fit into an answer also when their names are as long as can be', () => {
    const bomb = Array.from({ length: 180 }, (_, at) => `${'n'.repeat(4000)}${at}=`).join('; ');
    const lines = farewells(bomb, visit);
    expect(lines.length).toBeGreaterThan(30);
    expect(lines.join('').length).toBeLessThan(200 * 1024);
  });

  it('have no domain where the host is an address, and no name where they came without one', () => {
    const lines = farewells(`value; a=1; ${'x'.repeat(9000)}`, { host: '127.0.0.1:3001', path: '/' });
    expect(lines).toEqual(['=; Max-Age=0; Path=/', 'a=; Max-Age=0; Path=/']);
  });

  it('never are our own', () => {
    const keep = /^induct(-waiting)?$/;
    expect(farewells('a=1; induct=2; induct-waiting=3', { ...visit, keep }).join('\n')).not.toContain('induct');
    expect(onlyKept('a=1; induct=2; b=3; induct-waiting=4', keep)).toBe('induct=2; induct-waiting=4');
  });
});
