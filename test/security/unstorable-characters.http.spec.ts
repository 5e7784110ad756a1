import { aModule } from './given-module';
import { type Asking, filled, FORM, JSON_TYPE, missing, type Place, PLACES, TwoOrigins } from './two-origins';

describe('the two origins', () => {
  let origins: TwoOrigins;
  let people: Record<'officer' | 'member', string>;
  let launch: string;
  let preview: string;

  beforeAll(async () => {
    origins = await TwoOrigins.open({ TRUSTED_PROXIES: '127.0.0.2' });
    people = {
      officer: await origins.person('Olu Officer', 'officer'),
      member: await origins.person('Mina Member', 'member'),
    };
    ({ launch, preview } = await aModule(origins));
  });
  afterAll(() => origins?.close());

  describe('a character that cannot be stored', () => {
    const NO_TEXT: [string, string, string][] = [
      ['NUL', '%00', '\\u0000'],
      ['half of a character', '%ED%A0%80', '\\ud800'],
    ];

    it.each(NO_TEXT)(
      '%s is never an error of ours, in any address, query, form or JSON',
      async (_, encoded, escaped) => {
        const found: string[] = [];
        const [officer, member] = [origins.visitor(people.officer), origins.visitor(people.member)];
        for (const place of PLACES) {
          const stranger: Asking = (address, given) => origins.ask(place, address, given);
          for (const { method, path } of origins.routes(place)) {
            const signedIn = path.startsWith('/admin') ? officer : member;
            const ask = place === 'site' ? signedIn : stranger;
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
              const answer = await ask(address, { method, ...given });
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
});
