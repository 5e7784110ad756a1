import { randomUUID } from 'node:crypto';
import { FileStore } from '@induct/platform';
import { Launching } from '@induct/progress';
import { Previews } from '@induct/steering';
import { aCourse, aMember, aTree } from '../support/given-learning';
import { anOpenRound, aPersonWho, aVersionUnderTest } from '../support/given-round';
import { type RawAnswer, sayBytes } from '../support/raw-request';
import { type Place, TwoOrigins } from './two-origins';

const PLACES: Place[] = ['site', 'content'];
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const JSON_TYPE = { 'content-type': 'application/json' };
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
    await aModule();
  });
  afterAll(() => origins?.close());

  /** A module with a file, a launch of it, and a preview. */
  async function aModule(): Promise<void> {
    const { source } = origins.database;
    const { content } = origins.apps;
    const { courseId, versionId } = await aCourse(source, aTree({ one: { href: 'one.html' } }));
    const [{ key }] = await source.query<[{ key: string }]>('select key from course_version where id = $1', [
      versionId,
    ]);
    const page = Buffer.from('<p>Hello</p>');
    const sha256 = await content.get(FileStore).put(page);
    await source.query('insert into package_file values ($1, $2, $3, $4, $5, null)', [
      versionId,
      'one.html',
      Buffer.from(sha256, 'hex'),
      page.length,
      'text/html',
    ]);
    file = `/content/${key}/one.html`;
    const member = await aMember(source);
    launch = (await content.get(Launching).open({ personId: member, courseId })).token;
    const by = await aPersonWho(source, 'tester');
    const { versionId: tested } = await aVersionUnderTest(source, versionId);
    const roundId = await anOpenRound(source, { versionId: tested, testers: [by], at: origins.clock.now() });
    preview = (await content.get(Previews).open({ versionId: tested, roundId, by })).token;
  }

  const filled = (path: string, with_: (name: string) => string) =>
    path.replace(/:(\w+)/g, (_, name: string) => with_(name)).replace('*', 'missing.html');
  const missing = (name: string) => (/id$/i.test(name) ? randomUUID() : 'missing');

  describe('every answer', () => {
    it.each(PLACES)('of every route has every header: %s', async (place) => {
      const found: string[] = [];
      for (const { method, path } of origins.routes(place)) {
        for (const who of place === 'site' ? ['', people.officer, people.administrator] : ['']) {
          const cookie = who && (await origins.signIn(who));
          for (const accept of ['text/html', 'application/json']) {
            const given = method === 'GET' ? {} : { headers: { ...FORM, accept, cookie }, body: 'a=b' };
            const answer = await origins.ask(place, filled(path, missing), {
              method,
              headers: { accept, cookie },
              ...given,
            });
            for (const name of lacking(answer)) found.push(`${method} ${path} (${answer.status}): ${name}`);
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

  describe('a character that cannot be stored', () => {
    const NO_TEXT: [string, string, string][] = [
      ['NUL', '%00', '\\u0000'],
      ['half of a character', '%ED%A0%80', '\\ud800'],
    ];

    it.each(NO_TEXT)(
      '%s is never an error of ours, in any address, query, form or JSON',
      async (_, encoded, escaped) => {
        const found: string[] = [];
        for (const place of PLACES) {
          for (const { method, path } of origins.routes(place)) {
            const who = path.startsWith('/admin') ? people.officer : people.member;
            const cookie = place === 'site' ? await origins.signIn(who) : '';
            const known = (name: string) =>
              name === 'token' ? (path.startsWith('/preview') ? preview : launch) : missing(name);
            const tries: [string, Parameters<TwoOrigins['ask']>[2]][] = [
              [filled(path, () => `a${encoded}b`), {}],
              [
                `${filled(path, known)}?q=a${encoded}&number=${encoded}&k=${encoded}&next=/${encoded}&a${encoded}=1`,
                {},
              ],
            ];
            if (method !== 'GET') {
              tries.push([
                filled(path, known),
                { headers: FORM, body: `email=a${encoded}&name=${encoded}&a${encoded}=1` },
              ]);
              const json = `{"email":"a${escaped}","text":"${escaped}","sco":"one${escaped}","seq":1,"run":1,"final":false,"shownMs":1,"cmi":{"core":{"lesson_location":"${escaped}"}},"severity":"note","why":"${escaped}","findingId":"${escaped}"}`;
              tries.push([filled(path, known), { headers: JSON_TYPE, body: json }]);
              tries.push([filled(path, known), { headers: { 'content-type': 'text/plain' }, body: json }]);
            }
            for (const [address, given] of tries) {
              const answer = await origins.ask(place, address, {
                method,
                ...given,
                headers: { cookie, ...given?.headers },
              });
              if (answer.status >= 500)
                found.push(`${method} ${address} ${String(given?.body ?? '')}: ${answer.status}`);
            }
          }
        }
        expect(found).toEqual([]);
      },
    );

    it.each<[string, Place, string, object]>([
      ['an address', 'site', '/verify/a%00b', {}],
      ['a query', 'site', '/verify?number=a%00b', {}],
      ['a form', 'site', '/sign-in', { method: 'POST', headers: FORM, body: 'email=a%00@b.example' }],
      [
        'JSON',
        'content',
        '/preview/PREVIEW/could-not-finish',
        { method: 'POST', headers: JSON_TYPE, body: '{"why":"a\\ud800"}' },
      ],
      [
        'JSON',
        'content',
        '/preview/PREVIEW/could-not-finish',
        { method: 'POST', headers: JSON_TYPE, body: '{"why":"a\\u0000"}' },
      ],
      [
        'the name of a part in a commit',
        'content',
        '/launch/LAUNCH/commits',
        {
          method: 'POST',
          headers: JSON_TYPE,
          body: '{"seq":1,"sco":"one\\u0000","run":1,"final":false,"shownMs":1,"cmi":{}}',
        },
      ],
    ])('in %s (%s) is answered with 400, in words', async (_, place, path, given) => {
      const answer = await origins.ask(place, path.replace('PREVIEW', preview).replace('LAUNCH', launch), given);
      expect(answer.status).toBe(400);
      // The tracker's own word to the player, or ours to people.
      expect(answer.text).toMatch(/character in it that cannot be stored|"error":"body"/);
    });

    it('in the name of an uploaded file is answered with 400, in words', async () => {
      const boundary = 'xxxxxxxx';
      const body = [
        `--${boundary}`,
        `Content-Disposition: form-data; name="package"; filename*=UTF-8''a%00b.zip`,
        'Content-Type: application/zip',
        '',
        'PK',
        `--${boundary}--`,
        '',
      ].join('\r\n');
      const headers = {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        accept: 'application/json',
        cookie: await origins.signIn(people.officer),
      };
      const answer = await origins.ask('site', '/admin/uploads', { method: 'POST', headers, body });
      expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('character that cannot be stored')]);
    });

    it('in a cookie counts as no cookie', async () => {
      const answer = await origins.ask('site', '/verify', { headers: { cookie: 'a=%00; __Host-induct=%00' } });
      expect(answer.status).toBe(200);
    });

    it('in what a package wrote is kept with the commit', async () => {
      const body =
        '{"seq":1,"sco":"one","run":1,"final":false,"shownMs":1,"cmi":{"core":{"lesson_location":"a\\u0000\\ud800"},"suspend_data":"\\u0000\\ud800"}}';
      const answer = await origins.ask('content', `/launch/${launch}/commits`, {
        method: 'POST',
        headers: JSON_TYPE,
        body,
      });
      expect([answer.status, JSON.parse(answer.text)]).toEqual([200, expect.objectContaining({ ok: true })]);
    });
  });

  describe('an address that somebody claims to have', () => {
    const forged = (at: number) => ({
      'x-forwarded-for': `198.51.100.${at % 250}`,
      'x-real-ip': `198.51.100.${at % 250}`,
      forwarded: `for=198.51.100.${at % 250};proto=http;host=elsewhere.example`,
      'x-forwarded-proto': 'http',
      'x-forwarded-host': 'elsewhere.example',
    });

    it('gives no allowance of its own', async () => {
      const answers = [];
      for (let at = 0; at < 125; at++) answers.push(await origins.ask('site', '/verify/x', { headers: forged(at) }));
      expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(5);
      origins.clock.advance(120_000);
    });

    it('keeps nobody out who is signed in behind the same address', async () => {
      for (let at = 0; at < 125; at++) await origins.ask('site', '/verify/x');
      expect((await origins.ask('site', '/verify/x')).status).toBe(429);
      expect(
        (await origins.ask('site', '/verify/x', { headers: { cookie: await origins.signIn(people.member) } })).status,
      ).toBe(400);
      origins.clock.advance(120_000);
    });
  });

  describe('a JSON route', () => {
    it('has an allowance for each launch, and another launch behind the same address has its own', async () => {
      const { source } = origins.database;
      const { courseId } = await aCourse(source, aTree({ one: {} }));
      const other = (await origins.apps.content.get(Launching).open({ personId: await aMember(source), courseId }))
        .token;
      const state = (token: string) => origins.ask('content', `/launch/${token}/state`);
      const statuses = [];
      for (let at = 0; at < 302; at++) statuses.push((await state(launch)).status);
      expect(statuses.slice(0, 300)).toEqual(Array(300).fill(200));
      const late = await state(launch);
      expect([late.status, Number(late.headers['retry-after'])]).toEqual([429, expect.any(Number)]);
      expect((await state(other)).status).toBe(200);
      origins.clock.advance(60_000);
      expect((await state(launch)).status).toBe(200);
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

describe('behind a proxy that is trusted', () => {
  let origins: TwoOrigins;
  beforeAll(async () => {
    origins = await TwoOrigins.open({ TRUSTED_PROXIES: '127.0.0.0/8' });
  });
  afterAll(() => origins?.close());

  it('everybody has the address that the proxy saw, and what they claim before it counts for nothing', async () => {
    const from = (address: string) => origins.ask('site', '/verify/x', { headers: { 'x-forwarded-for': address } });
    for (let at = 0; at < 120; at++) await from(`203.0.113.${at}, 192.0.2.7`);
    expect((await from('192.0.2.7')).status).toBe(429);
    expect((await from('192.0.2.8')).status).toBe(400);
  });
});
