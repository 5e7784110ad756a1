import { type RawAnswer, sayBytes } from '../support/raw-request';
import { aModule } from './given-module';
import { FOR_EVERY_SITE } from './for-every-site';
import { type Asking, filled, FORM, JSON_TYPE, missing, type Place, PLACES, TwoOrigins } from './two-origins';

/** What is missing, or weaker than it must be, in an answer. */
function lacking({ headers }: RawAnswer): string[] {
  const expected: Record<string, RegExp> = {
    'strict-transport-security': /^max-age=31536000; includeSubDomains$/,
    'x-content-type-options': /^nosniff$/,
    'content-security-policy': /frame-ancestors/,
    'permissions-policy': /\w/,
    'referrer-policy': /^(same-origin|no-referrer|strict-origin-when-cross-origin)$/,
    'cross-origin-resource-policy': /^(same-origin|same-site)$/,
  };
  const wrong = Object.entries(expected).filter(([name, pattern]) => !pattern.test(String(headers[name] ?? '')));
  const told = ['server', 'x-powered-by'].filter((name) => headers[name] !== undefined);
  return [...wrong.map(([name]) => name), ...told];
}

describe('the two origins', () => {
  let origins: TwoOrigins;
  let people: Record<'officer' | 'administrator' | 'member', string>;
  let launch: string;
  let preview: string;
  let file: string;

  beforeAll(async () => {
    origins = await TwoOrigins.open({ TRUSTED_PROXIES: '127.0.0.2' });
    people = {
      officer: await origins.person('Olu Officer', 'officer'),
      administrator: await origins.person('Ada Administrator', 'administrator'),
      member: await origins.person('Mina Member', 'member'),
    };
    ({ launch, preview, file } = await aModule(origins));
  });
  afterAll(() => origins?.close());

  describe('every answer', () => {
    it.each(PLACES)('of every route has every header: %s', async (place) => {
      const found: string[] = [];
      const stranger: Asking = (path, given) => origins.ask(place, path, given);
      const known = [people.officer, people.administrator].map((who) => origins.visitor(who));
      for (const { method, path } of origins.routes(place)) {
        for (const ask of place === 'site' ? [stranger, ...known] : [stranger]) {
          for (const accept of ['text/html', 'application/json']) {
            const given = method === 'GET' ? {} : { headers: { ...FORM, accept }, body: 'a=b' };
            const answer = await ask(filled(path, missing), { method, headers: { accept }, ...given });
            const read = lacking(answer).filter(
              (name) => !(FOR_EVERY_SITE.test(path) && name === 'cross-origin-resource-policy'),
            );
            for (const name of read) found.push(`${method} ${path} (${answer.status}): ${name}`);
          }
        }
      }
      expect([...new Set(found)]).toEqual([]);
    });

    it.each<[string, Place, string, object]>([
      ['a page', 'site', '/sign-in', {}],
      ['a file of ours', 'site', '/assets/missing.css', {}],
      ['a page that is not there', 'site', '/nothing/here', {}],
      ['an address that cannot be read', 'site', '/%E0%A4%A', {}],
      ['an address that cannot be read', 'content', '/launch/%E0%A4%A/state', {}],
      ['an address that is too long', 'content', `/launch/${'x'.repeat(5000)}/state`, {}],
      ['what is not there', 'content', '/nothing/here', {}],
      ['the player', 'content', '/launch/LAUNCH', {}],
      ['the state', 'content', '/launch/LAUNCH/state', {}],
      ['a preview', 'content', '/preview/PREVIEW', {}],
      ['a package file, cold', 'content', 'FILE', {}],
      ['a package file, warm', 'content', 'FILE', {}],
      ['a package file that is known', 'content', 'FILE', { headers: { 'if-none-match': '*' } }],
      ['a part beyond the end of a file', 'content', 'FILE', { headers: { range: 'bytes=999-' } }],
      ['a service worker', 'content', 'FILE', { headers: { 'service-worker': 'script' } }],
      ['a method that nobody has', 'content', '/launch/LAUNCH', { method: 'DELETE' }],
      ['a method that nobody has', 'site', '/sign-in', { method: 'DELETE' }],
      [
        'a form from elsewhere',
        'site',
        '/sign-in',
        { method: 'POST', headers: { ...FORM, origin: 'https://elsewhere.example' }, body: 'a=b' },
      ],
      ['JSON that is none', 'content', '/preview/PREVIEW/go-to', { method: 'POST', headers: JSON_TYPE, body: '{"a":' }],
      [
        'a kind that nobody takes',
        'content',
        '/preview/PREVIEW/go-to',
        { method: 'POST', headers: { 'content-type': 'a/b' }, body: 'x' },
      ],
      [
        'a body that is too large',
        'content',
        '/preview/PREVIEW/go-to',
        { method: 'POST', headers: JSON_TYPE, body: `"${'x'.repeat(300_000)}"` },
      ],
      [
        'a body that is too large',
        'site',
        '/sign-in',
        { method: 'POST', headers: FORM, body: `email=${'x'.repeat(300_000)}` },
      ],
    ])('%s (%s) has every header', async (_, place, path, given) => {
      const address = path.replace('LAUNCH', launch).replace('PREVIEW', preview).replace('FILE', file);
      const answer = await origins.ask(place, address, given);
      expect({ status: answer.status, lacking: lacking(answer) }).toEqual({ status: answer.status, lacking: [] });
      expect(answer.status).toBeLessThan(500);
    });

    it.each(PLACES)('of Node’s own parser has every header: %s', async (place) => {
      const port = origins.port(place);
      const answers = [
        await sayBytes(port, 'nonsense\r\n\r\n'),
        await sayBytes(port, `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(1_100_000)}\r\n\r\n`),
        await sayBytes(port, 'GET / HTTP/1.1\r\n\r\n'),
        await sayBytes(port, 'GET / HTTP/1.1\r\nHost: a\r\nExpect: tea\r\n\r\n'),
        await sayBytes(port, 'GET /ready HTTP/1.0\r\n\r\n'),
      ];
      expect(answers.map(({ status }) => status)).toEqual([400, 431, 400, 417, 200]);
      expect(answers.map(lacking)).toEqual([[], [], [], [], []]);
    });
  });

  describe('the health page', () => {
    const health = async (place: Place, who = '') => {
      origins.clock.advance(2000);
      const cookie = who && (await origins.signIn(who));
      return JSON.parse((await origins.ask(place, '/health', { headers: { cookie } })).text) as object;
    };

    it('tells its parts to the desk, and to nobody else', async () => {
      expect(Object.keys(await health('site', people.officer))).toEqual(['status', 'parts']);
      expect(Object.keys(await health('site', people.administrator))).toEqual(['status', 'parts']);
      for (const seen of [await health('site'), await health('site', people.member), await health('content')])
        expect(seen).toEqual({ status: 'degraded' });
    });
  });
});
