import { hostOf } from './host.rules';

const own = ['https://members.northmoor.gov.uk', 'https://*.content-northmoor.uk'];

describe('a website that an officer agrees to', () => {
  it.each([
    ['www.youtube.com', 'www.youtube.com'],
    [' https://WWW.YouTube.com/embed/x?rel=0 ', 'www.youtube.com'],
    ['müller.de', 'xn--mller-kva.de'],
    ['player.vimeo.com.', 'player.vimeo.com'],
  ])('may be written %s', (typed, host) => {
    expect(hostOf(typed, own)).toEqual({ host });
  });

  it.each([
    '',
    '*.youtube.com',
    'http://www.youtube.com',
    'javascript://www.youtube.com',
    'www.youtube.com:8443',
    'user@www.youtube.com',
    'https://a:b@www.youtube.com',
    'localhost',
    'intranet',
    'files.internal',
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '[::1]',
    'https://[2001:db8::1]/',
    "a.com; script-src 'unsafe-eval'",
    'a.com b.com',
    'a.com,b.com',
    '-a.com',
    'a_b.com',
    'members.northmoor.gov.uk',
    'https://MEMBERS.northmoor.gov.uk/admin',
    'content-northmoor.uk',
    'v0123.content-northmoor.uk',
    `${'a.'.repeat(130)}com`,
  ])('may not be %s', (typed) => {
    expect(hostOf(typed, own)).toEqual({ problem: expect.stringMatching(/^[A-Z].+[^.]$/) });
  });

  it('is not ours only because its name ends like ours', () => {
    expect(hostOf('not-content-northmoor.uk', own)).toEqual({ host: 'not-content-northmoor.uk' });
  });
});
